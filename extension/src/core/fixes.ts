import type { Fix } from '@lienthong/protocol'
import { deltaOf, placeOf, type Replacement, write } from '@lienthong/protocol/client'
import type * as Y from 'yjs'

/** What a fix would replace now; null if it is stale: some of its words are gone or are not the words that it was made for. */
export const replacementsOfFix = (
  text: Y.Text,
  fix: Pick<Fix, 'edits'>,
  now = text.toString(),
): Replacement[] | null => {
  const replacements: Replacement[] = []
  for (const { range, expected, text: inserted } of fix.edits) {
    const place = placeOf(text, range)
    if (!place || now.slice(place.start, place.end) !== expected) return null
    replacements.push({ offset: place.start, deleted: place.end - place.start, inserted })
  }
  replacements.sort((a, b) => a.offset - b.offset || a.deleted - b.deleted)
  return doOverlap(replacements) ? null : replacements
}

/** Applies all edits of a fix as one change by `origin`, or none. False if the fix is stale. */
export const applyFix = (text: Y.Text, fix: Fix, origin: unknown): boolean => {
  const replacements = replacementsOfFix(text, fix)
  if (!replacements) return false
  text.doc?.transact(() => write(text, deltaOf(replacements)), origin)
  return true
}

/**
 * Applies many fixes as one change by `origin`, each whole or not at all: a stale one is left out, and one that touches what another
 * before it changes. Answers how many were applied.
 */
export const applyFixes = (text: Y.Text, fixes: readonly Fix[], origin: unknown): number => {
  const now = text.toString()
  let taken: Replacement[] = []
  let count = 0
  for (const fix of fixes) {
    const own = replacementsOfFix(text, fix, now)
    if (!own || own.some(one => taken.some(other => doTouch(one, other)))) continue
    taken = [...taken, ...own]
    count++
  }
  taken.sort((a, b) => a.offset - b.offset)
  if (count > 0) text.doc?.transact(() => write(text, deltaOf(taken)), origin)
  return count
}

const doTouch = (one: Replacement, other: Replacement): boolean =>
  one.offset <= other.offset + other.deleted && other.offset <= one.offset + one.deleted

const doOverlap = (ordered: readonly Replacement[]): boolean =>
  ordered.some((next, i) => {
    const before = ordered[i - 1]
    return before !== undefined && before.offset + before.deleted > next.offset
  })
