/** How much work a comparison may make. What is beyond counts as breaking and has no witness. */
export interface Effort {
  /** Pairs of schemas that are gone through keyword by keyword. */
  readonly pairs: number
  /** Values and parts of values that are held against a schema. */
  readonly judgements: number
}

/** For one document at a terminal: some seconds for the largest. */
export const patient: Effort = { pairs: 50_000, judgements: 500_000 }

/** While somebody types, in a sandbox thirty times slower: about half a second. Ordinary documents need a tenth of it. */
export const brief: Effort = { pairs: 2_000, judgements: 2_000 }
