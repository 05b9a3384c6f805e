import { isHighSurrogate } from '@lienthong/protocol/client'
import type { BufferEdit, BufferPosition, BufferSelection } from './buffer.ts'
import { LineIndex } from './line-index.ts'

/** An edit for an editor whose carets must stay. `pushes`: whatever stands at its start moves behind what is inserted. */
export interface PlacedEdit extends BufferEdit {
  pushes: boolean
}

/**
 * An editor pushes a caret along, or widens a selection, when text is inserted right at it. Others' insertions must not (rule B10):
 * one at a caret or at the end of a selection also replaces the next character by itself, which leaves the caret where it is;
 * one at the start of a selection pushes that start. `text` is the buffer's, in LF.
 */
export const besideCarets = (
  edits: readonly BufferEdit[],
  selections: readonly BufferSelection[],
  text: string,
): PlacedEdit[] => {
  const lines = new LineIndex(text)
  const spans = selections.map(({ anchor, head }) => {
    const [a, h] = [lines.offsetAt(anchor), lines.offsetAt(head)]
    return { start: Math.min(a, h), end: Math.max(a, h) }
  })
  const stays = new Set(spans.map(({ end }) => end))
  const moves = new Set(spans.filter(({ start, end }) => start < end).map(({ start }) => start))
  const taken = edits.map(({ start, end }) => [lines.offsetAt(start), lines.offsetAt(end)] as const)
  return edits.map((edit, i) => {
    const at = lines.offsetAt(edit.start)
    if (at !== lines.offsetAt(edit.end) || !(stays.has(at) || moves.has(at)))
      return { ...edit, pushes: false }
    if (!stays.has(at)) return { ...edit, pushes: true }
    const isFree = (from: number, to: number) =>
      taken.every(([s, e], other) => other === i || e <= from || s >= to)
    return { ...(withNextCharacter(edit, at, text, lines, isFree) ?? edit), pushes: false }
  })
}

const withNextCharacter = (
  edit: BufferEdit,
  at: number,
  text: string,
  lines: LineIndex,
  isFree: (from: number, to: number) => boolean,
): BufferEdit | undefined => {
  const place = (offset: number): BufferPosition => lines.positionAt(offset)
  const after = at + (isHighSurrogate(text.charCodeAt(at)) ? 2 : 1)
  if (after <= text.length && isFree(at, after))
    return { start: place(at), end: place(after), text: edit.text + text.slice(at, after) }
  return undefined
}

/**
 * At the very end of the text there is no next character. How much is inserted behind a lone caret there: the editor pushes the caret
 * along, and it has to be put back so much before the end. 0 if nothing is.
 */
export const insertedBehindLastCaret = (
  edits: readonly BufferEdit[],
  selections: readonly BufferSelection[],
  text: string,
): number => {
  const lines = new LineIndex(text)
  const isAtEnd = (position: BufferPosition) => lines.offsetAt(position) === text.length
  const [caret, ...others] = selections
  const last = edits.at(-1)
  if (!caret || !last || others.length > 0) return 0
  return [caret.anchor, caret.head, last.start].every(isAtEnd) ? last.text.length : 0
}
