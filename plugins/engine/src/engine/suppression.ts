import type { Format } from '@lienthong/plugin-sdk'
import { type Comment, commentsWith } from '../models/comments.ts'
import type { DocumentModel, Range } from '../models/unit.ts'

const word = 'lienthong-disable-next-line'
/** A comment that takes findings of the next line out of sight. Offsets are the document's. */
export interface Suppression extends Range {
  readonly rules: readonly SuppressedRule[]
  /** Null: not given, so that nothing is suppressed. */
  readonly reason: string | null
  /** The next line that has content of the document; null at its end. */
  readonly line: Range | null
}

/** A rule's id in a suppression, where it is written. */
export interface SuppressedRule extends Range {
  readonly id: string
}

/** The suppressions of a document, in its order: `lienthong-disable-next-line plugin/rule, plugin/rule -- reason`. */
export const suppressionsOf = (format: Format, model: DocumentModel): readonly Suppression[] => {
  const { text } = model
  const comments = commentsWith(word, format, model).filter(isSuppression)
  const lines = new Map<number, Range | null>()
  // From the last, so that each of many comments in a row takes over the line of the one below it.
  for (const { start, end } of [...comments].reverse()) lines.set(start, lineAfter(end, text, lines))
  return comments.map(({ start, end, words }) => {
    const rest = words.slice(word.length)
    const dashes = rest.search(/\s--/)
    const list = dashes < 0 ? rest : rest.slice(0, dashes)
    const reason = dashes < 0 ? '' : rest.slice(dashes + ' --'.length).trim()
    const at = text.indexOf(word, start) + word.length
    return { start, end, rules: rulesIn(list, at), reason: reason || null, line: lines.get(start) ?? null }
  })
}

const isSuppression = ({ words }: Comment) =>
  words.startsWith(word) && !/[\w-]/.test(words[word.length] ?? ' ')

const rulesIn = (list: string, at: number): SuppressedRule[] =>
  [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    start: at + index,
    end: at + index + id.length,
  }))

/** Several suppressions may stand above one line, and formatters put empty lines after comments. `lines` has those of the comments below. */
const lineAfter = (offset: number, text: string, lines: ReadonlyMap<number, Range | null>): Range | null => {
  for (let newline = text.indexOf('\n', offset); newline >= 0; ) {
    const start = newline + 1
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = text.slice(start, end)
    const below = lines.get(end - line.trimStart().length)
    if (below !== undefined) return below
    if (line.trim() !== '') return { start, end }
    newline = next
  }
  return null
}
