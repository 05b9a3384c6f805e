import type { Path } from '@lienthong/plugin-sdk'
import type { Conjunction } from './document.ts'
import type { Found } from './found.ts'
import type { Comparer } from './sides.ts'

interface Rest {
  readonly old: Conjunction
  readonly new: Conjunction
  readonly paths: { readonly old: Path; readonly new: Path }
  readonly subject: `${'ADDITIONAL' | 'UNEVALUATED'}_${'PROPERTIES' | 'ITEMS'}`
}

/** What holds for all names or places that are not declared. `ADDED` and `REMOVED` speak of what may be there, as in Confluent's catalogue. */
export const compareRest = (
  comparison: Comparer,
  { old, new: young, paths, subject }: Rest,
  found: Found,
): void => {
  const between = comparison.between(old, young)
  const before = comparison.shapes.accepts(old)
  const now = comparison.shapes.accepts(young)
  if (before === 'something' && now === 'something') {
    found.take(between)
    return
  }
  if (before === now) return
  const isLess = now === 'nothing' || before === 'everything'
  const isWhole = before !== 'something' && now !== 'something'
  found.add({
    type: `${subject}_${isWhole ? (isLess ? 'REMOVED' : 'ADDED') : isLess ? 'NARROWED' : 'EXTENDED'}`,
    effect: between.effect,
    old: old[0]?.path ?? paths.old,
    new: young[0]?.path ?? paths.new,
  })
}
