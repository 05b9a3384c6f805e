import * as Y from 'yjs'
import { type DocumentAccess, textName } from '../documents.ts'
import type { UnsentStore } from './unsent-store.ts'

/**
 * A document as the server last told it, kept so that it opens without a server (rule B9). It is made of the document's own Yjs structs,
 * so that merging it with what the server has doubles nothing; what this person wrote and the server has not confirmed may be among them.
 */
export interface LastState {
  /** All of it, as one Yjs update. */
  update: Uint8Array
  /** What the server allowed. */
  access: DocumentAccess
  /** When the server last told, in milliseconds of the epoch. */
  at: number
}

/** The document's text with what waits in the store on top; undefined when nothing waits. Errors: the store's. */
export const unsentText = async (
  { update }: Pick<LastState, 'update'>,
  store: UnsentStore,
): Promise<string | undefined> => {
  const records = await store.load()
  if (records.length === 0) return undefined
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.mergeUpdates([update, ...records.map(record => record.update)]))
  return doc.getText(textName).toString()
}
