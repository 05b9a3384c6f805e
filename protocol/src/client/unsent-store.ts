/** Edits of one document that wait for the server together. */
export interface UnsentEdits {
  /** All of them, as one Yjs update. */
  update: Uint8Array
  /** How many edits they are, so that a person is told the truth after a restart too. */
  count: number
}

/** Edits as they were found in a store. */
export interface UnsentRecord extends UnsentEdits {
  /** Names the record within its store. */
  id: string
}

/**
 * Where the edits of one person in one document at one server wait until they are acknowledged; it outlives the program (rule B9).
 * Several sessions may share a store: a record never changes, and whoever has read or written it removes it once its edits are on the
 * server's disk. Reading another session's record too early is harmless, because an update that is sent twice arrives once.
 */
export interface UnsentStore {
  /** Every record there is, in any order. One that was only half written is left out. */
  load(): Promise<UnsentRecord[]>
  /** Writes a record; resolves with its id when it would survive the end of the program. */
  add(edits: UnsentEdits): Promise<string>
  /** Removes a record, if it is still there. */
  remove(id: string): Promise<void>
}
