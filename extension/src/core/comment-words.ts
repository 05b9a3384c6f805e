import type { TextRange } from '@lienthong/protocol/client'
import type { BufferPosition } from './buffer.ts'
import { LineIndex } from './line-index.ts'

/**
 * The words that a comment is on (rule E7). A place without words means its line; an empty line means its line break, the one
 * before it at the end of the text. Only an empty document gives a comment on no words: it is on the whole.
 */
export const commentWords = (text: string, from: BufferPosition, to: BufferPosition): TextRange => {
  const lines = new LineIndex(text)
  const selected = { start: lines.offsetAt(from), end: lines.offsetAt(to) }
  if (selected.end > selected.start) return selected
  const start = lines.offsetAt({ line: from.line, character: 0 })
  const end = lines.endOf(from.line)
  if (end > start) return { start, end }
  return start < text.length ? { start, end: start + 1 } : { start: Math.max(0, start - 1), end: start }
}
