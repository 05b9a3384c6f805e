import { join } from 'node:path'
import { textName } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import type { OwnPostgres } from './own-postgres.ts'

/** The rows of a document's log, in order, read past any server: clients who come back would mend what it had lost. */
export const rowsOnDisk = (dataDir: string, documentId: string): Uint8Array[] => {
  const database = new Sqlite(join(dataDir, 'lienthong.db'))
  try {
    const rows = database.prepare<[string], Row>(
      'SELECT seq, bytes FROM document_updates WHERE document_id = ? ORDER BY seq',
    )
    return withoutGap(rows.all(documentId))
  } finally {
    database.close()
  }
}

/** The same in PostgreSQL. */
export const rowsInPostgres = async (postgres: OwnPostgres, documentId: string): Promise<Uint8Array[]> => {
  const lines = await postgres.query(
    `SELECT seq, encode(bytes, 'hex') FROM document_updates WHERE document_id = '${documentId}' ORDER BY seq`,
  )
  const rows = lines
    .trim()
    .split('\n')
    .map(line => line.split('|'))
  return withoutGap(rows.map(([seq, hex = '']) => ({ seq: Number(seq), bytes: Buffer.from(hex, 'hex') })))
}

interface Row {
  seq: number
  bytes: Uint8Array
}

const withoutGap = (rows: readonly Row[]): Uint8Array[] => {
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
  return rows.map(({ bytes }) => bytes)
}

/** What a server would load from these rows. */
export const wordsOf = (rows: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  return doc.getText(textName).toString()
}
