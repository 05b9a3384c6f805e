import type { AuthoredRun, Authorship } from '@lienthong/protocol'
import { difference, replacementsOf, type TextRange } from '@lienthong/protocol/client'

/** Who wrote which words of a text, and that text. */
export interface AuthoredText {
  readonly authorship: Authorship
  readonly text: string
}

/** What one entry of the timeline brought to a place. `words` are its pieces, in order. */
export interface Contribution extends Pick<AuthoredRun, 'personId' | 'at' | 'seq'> {
  readonly words: string[]
}

/**
 * Who wrote the words of a range, newest first (rule H8). The text has changed since it was asked about: words that are still there
 * keep their author, and new ones have none yet.
 */
export const contributionsIn = (
  { authorship: { runs }, text }: AuthoredText,
  now: string,
  range: TextRange,
): Contribution[] => {
  const found = new Map<number, Contribution>()
  for (const { start, end, shift } of stillThere(text, now)) {
    if (end <= range.start || start >= range.end) continue
    for (const run of runs) {
      const from = Math.max(start, run.start + shift, range.start)
      const to = Math.min(end, run.end + shift, range.end)
      if (from >= to) continue
      const { personId, at, seq } = run
      const known = found.get(seq) ?? { personId, at, seq, words: [] }
      known.words.push(now.slice(from, to))
      found.set(seq, known)
    }
  }
  return [...found.values()].sort((a, b) => b.seq - a.seq)
}

/** Stretches of `now` that were there before, `shift` units earlier. */
const stillThere = (before: string, now: string): (TextRange & { shift: number })[] => {
  const stretches: (TextRange & { shift: number })[] = []
  let at = 0
  let shift = 0
  for (const { offset, deleted, inserted } of replacementsOf(difference(before, now))) {
    stretches.push({ start: at + shift, end: offset + shift, shift })
    shift += inserted.length - deleted
    at = offset + deleted
  }
  return [...stretches, { start: at + shift, end: now.length, shift }]
}
