import type { Json } from '@lienthong/plugin-sdk'
import { narrows, widens } from '../effect.ts'
import type { Effort } from '../effort.ts'
import type { Comparison } from '../schema/compare.ts'
import type { Conjunction } from '../schema/document.ts'
import { Candidates } from './candidates.ts'
import { Validator } from './validate.ts'

/** A record that one version accepts and the other refuses: `valid` says which accepts it. */
export interface Witness {
  readonly valid: 'old' | 'new'
  readonly record: Json
}

/** Looks for records that show what a comparison says. */
export class WitnessSearch {
  private readonly narrower: Candidates
  private readonly wider: Candidates

  constructor(comparison: Comparison, effort: Effort) {
    const { shapes } = comparison
    const validator = new Validator(effort)
    this.narrower = new Candidates({
      shapes,
      validator,
      mayDiffer: ({ giver, taker }) => narrows(comparison.run(giver, taker).effect),
    })
    this.wider = new Candidates({
      shapes,
      validator,
      mayDiffer: ({ giver, taker }) => widens(comparison.run(taker, giver).effect),
    })
  }

  /** A record that was valid before and is not any more; null when none was found. */
  refused(old: Conjunction, young: Conjunction): Witness | null {
    const record = this.narrower.telling({ giver: old, taker: young })
    return record === undefined ? null : { valid: 'old', record }
  }

  /** A record that is valid now and was not before; null when none was found. */
  unknown(old: Conjunction, young: Conjunction): Witness | null {
    const record = this.wider.telling({ giver: young, taker: old })
    return record === undefined ? null : { valid: 'new', record }
  }
}
