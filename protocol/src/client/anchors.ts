import * as Y from 'yjs'
import type { Anchor } from '../comments.ts'
import type { AnchoredRange } from '../findings.ts'
import type { Selection } from '../presence.ts'

/** Offsets into a document's text in UTF-16 units; `end` is exclusive. */
export interface TextRange {
  start: number
  end: number
}

/** Offsets of a selection: where it began and where the caret blinks. */
export interface SelectionOffsets {
  anchor: number
  head: number
}

/** A position holds on to the character after it (`right`) or before it (`left`), wherever that moves. */
const right = 0
const left = -1

/** Keeps hold of words: the start sticks to the first character and the end to the last, so text typed beside them stays outside. */
export const anchoredRange = (text: Y.Text, start: number, end: number): AnchoredRange => ({
  start: encode(text, start, right),
  end: encode(text, end, left),
})

/** An {@link anchoredRange} with the words it was put on, for a comment thread (rule B11). */
export const anchorAt = (text: Y.Text, start: number, end: number): Anchor => ({
  ...anchoredRange(text, start, end),
  quote: text.toString().slice(start, end).slice(0, maxQuoteLength),
})

/** Where the words are now; null when none of them is left, or the range is not of this document. */
export const rangeOf = (text: Y.Text, range: AnchoredRange): TextRange | null => {
  const place = placeOf(text, range)
  return place === null || place.start === place.end ? null : place
}

/** Like {@link rangeOf}, but an empty range (a place to insert at) is a place too, unless somebody has written into it. */
export const placeOf = (text: Y.Text, range: AnchoredRange): TextRange | null => {
  const start = decode(text, range.start)
  const end = decode(text, range.end)
  return start === null || end === null || start > end ? null : { start, end }
}

/** A selection for others to see. What somebody inserts at its very edge stays outside of it (rule B10). */
export const selectionAt = (text: Y.Text, { anchor, head }: SelectionOffsets): Selection => ({
  anchor: encode(text, anchor, anchor < head ? right : left),
  head: encode(text, head, head < anchor ? right : left),
})

/** Where a selection is now; null when it is not of this document. */
export const offsetsOf = (text: Y.Text, selection: Selection): SelectionOffsets | null => {
  const anchor = decode(text, selection.anchor)
  const head = decode(text, selection.head)
  return anchor === null || head === null ? null : { anchor, head }
}

/** The protocol's bound on a thread's quote. */
const maxQuoteLength = 2000

const encode = (text: Y.Text, index: number, side: number): Uint8Array =>
  Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side))

const decode = (text: Y.Text, bytes: Uint8Array): number | null => {
  if (!text.doc) return null
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), text.doc)
    return found?.type === text ? found.index : null
  } catch {
    return null
  }
}
