import type { Json } from '@lienthong/plugin-sdk'
import { narrows } from './effect.ts'
import { type Effort, patient } from './effort.ts'
import { Comparison } from './schema/compare.ts'
import type { Difference } from './schema/difference.ts'
import { SchemaText } from './schema/document.ts'
import type { PlacedDifference, Schemas } from './schema/found.ts'
import { type Witness, WitnessSearch } from './witness/search.ts'

/** Two versions of a JSON Schema side by side. */
export class SchemaComparison {
  readonly differences: readonly Difference[]
  private readonly placed: readonly PlacedDifference[]
  private readonly whole: Schemas
  private readonly search: WitnessSearch

  constructor(
    readonly old: Json,
    readonly young: Json,
    effort: Effort = patient,
  ) {
    const comparison = new Comparison(effort)
    this.whole = { old: [new SchemaText(old, 'old').top], new: [new SchemaText(young, 'new').top] }
    this.placed = comparison.run(this.whole.old, this.whole.new).differences
    this.differences = this.placed.map(({ schemas: _, ...difference }) => difference)
    this.search = new WitnessSearch(comparison, effort)
  }

  /** A record that was valid before and is not any more; null when none was found. */
  get refused(): Witness | null {
    return this.search.refused(this.whole.old, this.whole.new)
  }

  /** A record that is valid now and was not before; null when none was found. */
  get unknown(): Witness | null {
    return this.search.unknown(this.whole.old, this.whole.new)
  }

  /** A value that shows a difference at its own place, whatever the record around it; null when none was found. */
  witnessAt(difference: Difference): Witness | null {
    const { schemas } = this.placed[this.differences.indexOf(difference)] ?? {}
    if (!schemas || difference.effect === 'none') return null
    return narrows(difference.effect)
      ? this.search.refused(schemas.old, schemas.new)
      : this.search.unknown(schemas.old, schemas.new)
  }
}
