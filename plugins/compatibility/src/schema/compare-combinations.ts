import { reversed, seen } from '../effect.ts'
import { compareInner } from './compare-inner.ts'
import { compareSums } from './compare-sums.ts'
import type { Found } from './found.ts'
import type { Conditional, Shape } from './shape.ts'
import type { Comparer, Sides } from './sides.ts'

/** `anyOf`, `oneOf`, `not` and `if`. `allOf` is dissolved in the shape. */
export const compareCombinations = (comparison: Comparer, sides: Sides, found: Found): void => {
  compareSums(comparison, sides, found)
  compareNegations(comparison, sides, found)
  compareConditionals(comparison, sides, found)
}

/** What is refused grows: what is accepted shrinks. */
const compareNegations = (comparison: Comparer, { old, new: young }: Sides, found: Found): void => {
  for (let i = 0; i < Math.max(old.negations.length, young.negations.length); i++) {
    const [before, now] = [old.negations[i], young.negations[i]]
    const paths = { old: before?.path ?? old.path, new: now?.path ?? young.path }
    if (!before || !now) {
      if (now) found.add({ type: 'NOT_TYPE_EXTENDED', effect: 'narrows', ...paths })
      else found.add({ type: 'NOT_TYPE_NARROWED', effect: 'widens', ...paths })
      continue
    }
    const between = comparison.between([before], [now])
    const effect = seen(between.effect, reversed)
    if (effect === 'none') continue
    const type =
      effect === 'narrows'
        ? 'NOT_TYPE_EXTENDED'
        : effect === 'widens'
          ? 'NOT_TYPE_NARROWED'
          : 'NOT_TYPE_CHANGED'
    found.add({ type, effect, ...paths })
  }
}

const compareConditionals = (comparison: Comparer, { old, new: young }: Sides, found: Found): void => {
  for (let i = 0; i < Math.max(old.conditionals.length, young.conditionals.length); i++) {
    const [before, now] = [old.conditionals[i], young.conditionals[i]]
    if (before && now) compareConditional(comparison, before, now, { old, new: young }, found)
    else if (now) {
      const isIdle = [now.yes, now.no].every(branch => comparison.shapes.accepts(branch) === 'everything')
      found.add({
        type: 'CONDITIONAL_ADDED',
        effect: isIdle ? 'none' : 'narrows',
        old: old.path,
        new: now.path,
      })
    } else if (before) {
      const isIdle = [before.yes, before.no].every(
        branch => comparison.shapes.accepts(branch) === 'everything',
      )
      const effect = isIdle ? 'none' : 'widens'
      found.add({ type: 'CONDITIONAL_REMOVED', effect, old: before.path, new: young.path })
    }
  }
}

/** Another condition sends records another way: what follows from it is not weighed then. */
const compareConditional = (
  comparison: Comparer,
  old: Conditional,
  young: Conditional,
  around: { readonly old: Shape; readonly new: Shape },
  found: Found,
): void => {
  const between = comparison.between([old.condition], [young.condition])
  if (between.effect !== 'none')
    found.add({ type: 'CONDITIONAL_IF_CHANGED', effect: 'both', old: old.path, new: young.path })
  const paths = { old: around.old.path, new: around.new.path }
  compareInner(comparison, { old: old.yes, new: young.yes, paths, name: 'then' }, found)
  compareInner(comparison, { old: old.no, new: young.no, paths, name: 'else' }, found)
}
