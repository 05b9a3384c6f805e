import { type Effect, effectOf, same, unknown } from '../effect.ts'
import { compareInner } from './compare-inner.ts'
import { compareRest } from './compare-rest.ts'
import type { DifferenceType } from './difference.ts'
import type { Conjunction } from './document.ts'
import type { Found } from './found.ts'
import { type ArrayModel, type Containing, openArray } from './shape.ts'
import type { Comparer, Sides } from './sides.ts'

/** Everything that binds arrays but their length and uniqueness. */
export const compareArrays = (comparison: Comparer, sides: Sides, found: Found): void => {
  if (!sides.shares('array')) return
  const old = sides.old.array ?? openArray
  const young = sides.new.array ?? openArray
  for (let i = 0; i < Math.max(old.prefix.length, young.prefix.length); i++)
    compareItem(comparison, sides, { old, new: young }, i, found)
  const paths = { old: sides.old.path, new: sides.new.path }
  const keyword = young.rest.length > 0 ? young.restKeyword : old.restKeyword
  const subject = keyword === 'items' ? 'ADDITIONAL_ITEMS' : 'UNEVALUATED_ITEMS'
  if (keyword === 'items' && old.prefix.length + young.prefix.length === 0)
    compareInner(comparison, { old: old.rest, new: young.rest, paths }, found)
  else compareRest(comparison, { old: old.rest, new: young.rest, paths, subject }, found)
  compareContaining(comparison, sides, found)
}

interface Arrays {
  readonly old: ArrayModel
  readonly new: ArrayModel
}

const compareItem = (comparison: Comparer, sides: Sides, arrays: Arrays, at: number, found: Found): void => {
  const [declaredBefore, declaredNow] = [arrays.old.prefix[at], arrays.new.prefix[at]]
  const before = declaredBefore ?? arrays.old.rest
  const now = declaredNow ?? arrays.new.rest
  const between = comparison.between(before, now)
  if (declaredBefore && declaredNow) {
    found.take(between)
    return
  }
  const type = declaredNow
    ? typeOfAdded(comparison.shapes.accepts(before), comparison.shapes.accepts(now), between.isNarrower)
    : typeOfRemoved(comparison.shapes.accepts(now), comparison.shapes.accepts(before), between.isNarrower)
  const place = { old: before[0]?.path ?? sides.old.path, new: now[0]?.path ?? sides.new.path }
  found.add({ type, effect: between.effect, ...place, name: String(at) })
}

type Accepted = 'everything' | 'nothing' | 'something'

const typeOfAdded = (around: Accepted, item: Accepted, isNarrower: boolean): DifferenceType => {
  if (around === 'something') return covered('ADDED', isNarrower)
  if (around === 'nothing') return 'ITEM_ADDED_TO_CLOSED_CONTENT_MODEL'
  return item === 'everything'
    ? 'ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL'
    : 'ITEM_ADDED_TO_OPEN_CONTENT_MODEL'
}

const typeOfRemoved = (around: Accepted, item: Accepted, isNarrower: boolean): DifferenceType => {
  if (around === 'something') return covered('REMOVED', isNarrower)
  if (around === 'everything') return 'ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL'
  return item === 'nothing'
    ? 'ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL'
    : 'ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL'
}

const covered = (change: 'ADDED' | 'REMOVED', isNarrower: boolean): DifferenceType =>
  `ITEM_${change}_${isNarrower ? 'NOT' : 'IS'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`

const compareContaining = (comparison: Comparer, sides: Sides, found: Found): void => {
  const { containing: old } = sides.old
  const { containing: young } = sides.new
  for (let i = 0; i < Math.max(old.length, young.length); i++) {
    const [before, now] = [old[i], young[i]]
    if (before && now) compareCounts(comparison, before, now, found)
    else if (before)
      found.add({ type: 'SCHEMA_REMOVED', effect: 'widens', old: before.path, new: sides.new.path })
    else if (now) found.add({ type: 'SCHEMA_ADDED', effect: 'narrows', old: sides.old.path, new: now.path })
  }
}

/** How many must fit hangs on what fits: with a `maxContains`, more that fits may be too much. */
const compareCounts = (comparison: Comparer, old: Containing, young: Containing, found: Found): void => {
  const inside: Conjunction = [young.place]
  const isBounded = old.max !== Infinity || young.max !== Infinity
  found.take(comparison.between([old.place], inside), isBounded ? unknown : same)
  const paths = { old: old.path, new: young.path }
  const counts = (from: number, to: number) => ({ ...paths, from: finite(from), to: finite(to) })
  if (old.min !== young.min) {
    const type = movedOf('MIN_CONTAINS', old.min, young.min, 1)
    found.add({ type, effect: moved(young.min > old.min), ...counts(old.min, young.min) })
  }
  if (old.max !== young.max) {
    const type = movedOf('MAX_CONTAINS', old.max, young.max, Infinity)
    found.add({ type, effect: moved(young.max < old.max), ...counts(old.max, young.max) })
  }
}

const moved = (isStricter: boolean): Effect => effectOf(isStricter, !isStricter)
const finite = (count: number): number | null => (count === Infinity ? null : count)

const movedOf = (
  subject: 'MIN_CONTAINS' | 'MAX_CONTAINS',
  old: number,
  young: number,
  unsaid: number,
): DifferenceType => {
  if (old === unsaid) return `${subject}_ADDED`
  if (young === unsaid) return `${subject}_REMOVED`
  return `${subject}_${young > old ? 'INCREASED' : 'DECREASED'}`
}
