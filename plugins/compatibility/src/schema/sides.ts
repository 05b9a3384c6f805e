import type { Patterns } from '@lienthong/plugin-sdk'
import type { Conjunction } from './document.ts'
import type { Found } from './found.ts'
import type { Shape } from './shape.ts'
import type { Shapes } from './shapes.ts'
import type { Atom } from './types.ts'

/** Two schemas at one place of a record. */
export interface Sides {
  readonly old: Shape
  readonly new: Shape
  readonly oldSchema: Conjunction
  readonly newSchema: Conjunction
  /** Whether values of one of these types can be accepted by both: what binds other types cannot make a difference. */
  shares(...types: readonly Atom[]): boolean
}

/** What the parts of a comparison ask of the whole. */
export interface Comparer {
  readonly shapes: Shapes
  readonly patterns: Patterns
  /** What differs between two schemas, as far as it is known. */
  between(old: Conjunction, young: Conjunction): Found
}
