import { join } from 'node:path'
import { textName } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'

/** The rows of a document's log, in order, read past any server: clients who come back would mend what it had lost. */
export const rowsOnDisk = (dataDir: string, documentId: string): Uint8Array[] => {
  const database = new Sqlite(join(dataDir, 'lienthong.db'))
  try {
    const rows = database
      .prepare('SELECT seq, bytes FROM document_updates WHERE document_id = ? ORDER BY seq')
      .all(documentId)
    return rows.map((row, at) => {
      const { seq, bytes } = row as { seq: number; bytes: Uint8Array }
      expect(seq).toBe(at + 1)
      return bytes
    })
  } finally {
    database.close()
  }
}

/** What a server would load from these rows. */
export const wordsOf = (rows: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  return doc.getText(textName).toString()
}
