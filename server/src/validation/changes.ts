import { ChangeDesc } from '@codemirror/state'

/** A change of text as Yjs writes it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[]

/** What happened to a text, as one change however many there were; null when nothing did. Offsets are UTF-16 code units. */
export type Change = ChangeDesc | null

/** @param length The text's before the change. */
export const changeOf = (delta: Delta, length: number): ChangeDesc => {
  const sections = delta.flatMap(({ retain, insert, delete: deleted = 0 }) =>
    retain === undefined ? [deleted, typeof insert === 'string' ? insert.length : 0] : [retain, -1],
  )
  const told = delta.reduce((sum, op) => sum + (op.retain ?? 0) + (op.delete ?? 0), 0)
  // The one way to make a change that does not hold the words once more.
  return ChangeDesc.fromJSON(told < length ? [...sections, length - told, -1] : sections)
}

/** One change, then another. */
export const followedBy = (first: Change, second: Change): Change =>
  first && second ? first.composeDesc(second) : (first ?? second)

/** Where an offset lies after a change. What was put in at it lies before it, unless it is the end of something. */
export const moved = (offset: number, change: Change, isEnd: boolean): number =>
  change ? change.mapPos(Math.min(offset, change.length), isEnd ? -1 : 1) : offset

/** Whether a change put in or took out anything within a stretch, its edges included. */
export const touches = (change: Change, start: number, end: number): boolean =>
  Boolean(change?.touchesRange(start, end))
