import quillDelta from 'quill-delta'
import type * as Y from 'yjs'

/** A change of a plain text: retain, insert and delete in UTF-16 units, as in Quill's and Yjs's deltas. */
export interface TextDelta {
  readonly ops: readonly { insert?: unknown; delete?: number; retain?: unknown }[]
  /** This change and then the next, as one. */
  compose(next: TextDelta): TextDelta
  /** `other` as it has to be after this one; where both insert, this one's comes first if `isFirst`. */
  transform(other: TextDelta, isFirst: boolean): TextDelta
  /** Where an offset is after this change; an insertion right at it pushes it on, unless `staysBefore`. */
  transformPosition(offset: number, staysBefore?: boolean): number
}

/** A CommonJS module whose class is its `default` too, however it is imported. */
const Delta = quillDelta.default

/** The change that changes nothing. */
export const nothing = (): TextDelta => new Delta()

/** True if the change changes nothing. */
export const isNothing = (delta: TextDelta): boolean => delta.ops.length === 0

/** A change of Y.Text as its event tells it. */
export const told = (event: Y.YTextEvent): TextDelta => {
  const delta = new Delta()
  for (const { retain, insert, delete: deleted } of event.delta) {
    if (typeof insert === 'string') delta.insert(insert)
    else if (deleted !== undefined) delta.delete(deleted)
    else if (retain !== undefined) delta.retain(retain)
  }
  return delta.chop()
}

/** One part of a delta: `offset` counts in the text before it. */
export interface Replacement {
  offset: number
  deleted: number
  inserted: string
}

/** Deletes and inserts that touch each other are one replacement. */
export const replacementsOf = (delta: TextDelta): Replacement[] => {
  const found: Replacement[] = []
  let offset = 0
  let open: Replacement | undefined
  for (const op of delta.ops) {
    if (typeof op.retain === 'number') {
      offset += op.retain
      open = undefined
      continue
    }
    if (!open) {
      open = { offset, deleted: 0, inserted: '' }
      found.push(open)
    }
    if (op.delete) {
      open.deleted += op.delete
      offset += op.delete
    } else if (typeof op.insert === 'string') open.inserted += op.insert
  }
  return found
}

/** Replacements in ascending order, offsets in the text before all of them. */
export const deltaOf = (replacements: readonly Replacement[]): TextDelta => {
  const delta = new Delta()
  let at = 0
  for (const { offset, deleted, inserted } of replacements) {
    delta
      .retain(offset - at)
      .insert(inserted)
      .delete(deleted)
    at = offset + deleted
  }
  return delta.chop()
}

/** The text after a change. */
export const applied = (text: string, delta: TextDelta): string => {
  let result = ''
  let at = 0
  for (const { offset, deleted, inserted } of replacementsOf(delta)) {
    result += text.slice(at, offset) + inserted
    at = offset + deleted
  }
  return result + text.slice(at)
}

/** The delta that leads back; `before` is the text that `delta` applies to. */
export const inverted = (delta: TextDelta, before: string): TextDelta => {
  const back: Replacement[] = []
  let shift = 0
  for (const { offset, deleted, inserted } of replacementsOf(delta)) {
    back.push({
      offset: offset + shift,
      deleted: inserted.length,
      inserted: before.slice(offset, offset + deleted),
    })
    shift += inserted.length - deleted
  }
  return deltaOf(back)
}

/** Changes Y.Text. Call inside a transaction. */
export const write = (text: Y.Text, delta: TextDelta): void => {
  let shift = 0
  for (const { offset, deleted, inserted } of replacementsOf(delta)) {
    if (deleted > 0) text.delete(offset + shift, deleted)
    if (inserted !== '') text.insert(offset + shift, inserted)
    shift += inserted.length - deleted
  }
}
