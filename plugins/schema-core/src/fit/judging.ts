import type { Json, Path, Patterns } from '@lienthong/plugin-sdk'
import type { Verdict } from './verdict.ts'

/** Where in the value, how deep in schemas, and whose references these are: of this document, of another, or of a schema in it with an address of its own. */
export interface Place {
  readonly below: Path
  readonly depth: number
  readonly origin: 'here' | 'elsewhere' | 'embedded'
}

/** What the parts of a value are judged by. */
export interface Judging {
  readonly patterns: Patterns
  /** Whether a value fits a schema; none fits everything. */
  judge(value: Json, schema: Json | undefined, place: Place): Verdict
  /** The place of an item or property. */
  within(place: Place, step: string | number): Place
  /** Whether there is still enough for comparing so many characters. */
  afford(characters: number): boolean
}
