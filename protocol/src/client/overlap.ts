import { difference } from './difference.ts'
import { type Replacement, replacementsOf } from './text-delta.ts'

/**
 * Whether two texts differ from `base` in places that touch or overlap. Merged, such changes would stand side by side: the same line
 * twice, if both bring it in.
 */
export const overlap = (base: string, one: string, other: string): boolean => {
  const [ones, others] = [placesOf(base, one), placesOf(base, other)]
  return ones.some(a => others.some(b => a.start <= b.end && b.start <= a.end))
}

const placesOf = (base: string, text: string): { start: number; end: number }[] =>
  replacementsOf(difference(base, text)).map(replacement => ({
    start: earliest(base, replacement),
    end: earliest(base, replacement) + replacement.deleted,
  }))

/** A line put in or taken out among equal words could be at several offsets; each comparison picks its own. */
const earliest = (base: string, { offset, deleted, inserted }: Replacement): number => {
  if (deleted > 0 && inserted !== '') return offset
  const moved = inserted || base.slice(offset, offset + deleted)
  let start = offset
  while (start > 0 && base[start - 1] === moved.at((start - 1 - offset) % moved.length)) start--
  return start
}
