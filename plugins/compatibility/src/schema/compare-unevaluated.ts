import type { Found } from './found.ts'
import type { Unevaluated } from './shape.ts'
import type { Comparer, Sides } from './sides.ts'

/**
 * `unevaluated…` keywords whose neighbours (`anyOf`, `if` and so on) decide what is evaluated. Every difference around
 * them may let more or less through to them.
 */
export const compareUnevaluated = (comparison: Comparer, sides: Sides, found: Found): void => {
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const) {
    const old = sides.old.unevaluated.filter(one => one.keyword === keyword)
    const young = sides.new.unevaluated.filter(one => one.keyword === keyword)
    const subject = keyword === 'unevaluatedProperties' ? 'UNEVALUATED_PROPERTIES' : 'UNEVALUATED_ITEMS'
    for (let i = 0; i < Math.max(old.length, young.length); i++) {
      const [before, now] = [old[i], young[i]]
      const place = { old: before?.place.path ?? sides.old.path, new: now?.place.path ?? sides.new.path }
      if (before && now) compareBoth(comparison, before, now, subject, found)
      else if (now) found.add({ type: `${subject}_REMOVED`, effect: 'narrows', ...place })
      else found.add({ type: `${subject}_ADDED`, effect: 'widens', ...place })
    }
  }
}

type Subject = 'UNEVALUATED_PROPERTIES' | 'UNEVALUATED_ITEMS'

const compareBoth = (
  comparison: Comparer,
  old: Unevaluated,
  young: Unevaluated,
  subject: Subject,
  found: Found,
): void => {
  const hasNeighbours = !found.isNothing || old.within !== young.within
  found.take(comparison.between([old.place], [young.place]))
  if (!hasNeighbours) return
  found.add({ type: `${subject}_CHANGED`, effect: 'both', old: old.place.path, new: young.place.path })
}
