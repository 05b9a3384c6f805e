import { textName } from '@lienthong/protocol'
import * as Y from 'yjs'

/** A document as it is stored: the snapshot, if any, and the updates after it, up to `seq`. */
export interface StoredContent {
  seq: number
  snapshotSeq: number
  updates: Uint8Array[]
}

/** The document that the updates make. Throws when one cannot be read or builds on something that is not there. */
export function docFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (isWaiting(doc)) throw new Error('the stored updates have a gap')
  return doc
}

/** Whether the document holds back something because what it builds on is missing. */
export const isWaiting = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null

/** The Yjs update that writes a new document's text. */
export function updateOf(text: string): { update: Uint8Array; clientId: number; length: number } {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID, length: text.length }
}

/** LF for every line end (rule S16). */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')
