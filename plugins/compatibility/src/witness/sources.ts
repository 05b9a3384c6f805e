import type { Json, Patterns } from '@lienthong/plugin-sdk'
import type { Conjunction } from '../schema/document.ts'
import type { Shape } from '../schema/shape.ts'

/** The schemas of one place of a record: what it must be valid under, and what it should be invalid under. */
export interface Pair {
  readonly giver: Conjunction
  readonly taker: Conjunction
}

/** What making candidates for composed values asks of the whole. */
export interface Sources {
  readonly patterns: Patterns
  shapes(pair: Pair): readonly [Shape, Shape]
  /** A value that a schema accepts, or none. */
  one(schema: Conjunction): readonly Json[]
  /** A few values that the giver accepts, those first that the taker refuses; one where both are sure to agree. */
  inside(pair: Pair): readonly Json[]
  /** Values of any kind, whether anybody accepts them or not. */
  all(pair: Pair): readonly Json[]
}
