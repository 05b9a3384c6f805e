import type { LocalText, Path } from '@lienthong/plugin-sdk'

/** Why a value does not fit, and where in it. */
export interface Misfit {
  readonly below: Path
  readonly why: LocalText
  /** A name that ought not to be there: it is marked, not what stands behind it. */
  readonly isName?: boolean
  /** It is of another type altogether: of several branches this one was not meant. */
  readonly isOfType?: boolean
  /** It rests on a `format`, which validators may leave alone: nothing follows from it for `not` and `if`. */
  readonly isByFormat?: boolean
}

/** Whether a value fits a schema. `unknown`: somebody else's schema, a keyword that is not followed, or too much to look at. */
export type Verdict = 'fits' | 'unknown' | Misfit

export const isMisfit = (verdict: Verdict): verdict is Misfit => typeof verdict === 'object'

/** What holds of all of them: a misfit of one is one of the whole. */
export function allOf<Item>(items: Iterable<Item>, judge: (item: Item, index: number) => Verdict): Verdict {
  let all: Verdict = 'fits'
  let index = 0
  for (const item of items) {
    const verdict = judge(item, index++)
    if (isMisfit(verdict)) return verdict
    if (verdict === 'unknown') all = verdict
  }
  return all
}
