import { createHash } from 'node:crypto'
import type { CheckedRound, TriedFinding } from '@lienthong/protocol'
import { type BufferEdit, withLineFeeds } from '../buffer.ts'

type Placed = Pick<TriedFinding, 'start' | 'end'>

/** Whether a round is about what an editor shows: beside other words its places would mark what was not found. */
export const isAbout = ({ sha256 }: CheckedRound, shown: string): boolean =>
  createHash('sha256').update(withLineFeeds(shown)).digest('hex') === sha256

/** A place as editors count it: from 0. */
export const placeIn = ({ start, end }: Placed): Omit<BufferEdit, 'text'> => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
})
