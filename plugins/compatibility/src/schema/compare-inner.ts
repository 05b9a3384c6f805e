import type { Path } from '@lienthong/plugin-sdk'
import type { DifferenceType } from './difference.ts'
import type { Conjunction } from './document.ts'
import type { Found } from './found.ts'
import type { Comparer } from './sides.ts'

/** Two schemas that hang on the same keyword; an empty one is not written. */
export interface Inner {
  readonly old: Conjunction
  readonly new: Conjunction
  /** Of the schemas around them. */
  readonly paths: { readonly old: Path; readonly new: Path }
  readonly added?: DifferenceType
  readonly removed?: DifferenceType
  readonly name?: string
}

/** Compares what is inside. One that is only on one side is one difference, however much it says. */
export const compareInner = (comparison: Comparer, inner: Inner, found: Found): void => {
  const { old, new: young, paths, added = 'SCHEMA_ADDED', removed = 'SCHEMA_REMOVED', name } = inner
  const between = comparison.between(old, young)
  if (old.length > 0 && young.length > 0) {
    found.take(between)
    return
  }
  if (between.effect === 'none') return
  found.add({
    type: old.length === 0 ? added : removed,
    effect: between.effect,
    old: old[0]?.path ?? paths.old,
    new: young[0]?.path ?? paths.new,
    ...(name === undefined ? {} : { name }),
  })
}
