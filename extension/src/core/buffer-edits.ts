import { replacementsOf, type TextDelta } from '@lienthong/protocol/client'
import type { BufferEdit } from './buffer.ts'
import type { LineIndex } from './line-index.ts'

/** The edits of a buffer whose lines are `lines`. */
export const editsOf = (delta: TextDelta, lines: LineIndex): BufferEdit[] =>
  replacementsOf(delta).map(({ offset, deleted, inserted }) => ({
    start: lines.positionAt(offset),
    end: lines.positionAt(offset + deleted),
    text: inserted,
  }))
