/** A change of text as Yjs writes it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[]

/** Where an offset lies after a change. At an insertion it moves behind it, unless it is the end of something: then it stays. */
export const shifted = (offset: number, delta: Delta, isEnd: boolean): number => {
  let before = 0
  let moved = offset
  for (const op of delta) {
    if (before > offset) break
    if (typeof op.insert === 'string' && (before < offset || !isEnd)) moved += op.insert.length
    moved -= Math.min(op.delete ?? 0, offset - before)
    before += (op.retain ?? 0) + (op.delete ?? 0)
  }
  return moved
}

/** Whether a change inserts or deletes anything within a stretch, its edges included. */
export const touches = (delta: Delta, start: number, end: number): boolean => {
  let at = 0
  for (const op of delta) {
    if (op.retain !== undefined) at += op.retain
    else if (typeof op.insert === 'string') {
      if (at >= start && at <= end) return true
    } else if (op.delete !== undefined) {
      if (at <= end && at + op.delete >= start) return true
      at += op.delete
    }
  }
  return false
}
