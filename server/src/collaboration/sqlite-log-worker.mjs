// The update log's own thread and connection: a commit waits for the disk about 2 ms, and the event loop must not.
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

const database = new Sqlite(workerData.file, { fileMustExist: true, timeout: workerData.busyTimeoutMs })
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')

const nextSeq = database
  .prepare('UPDATE documents SET head_seq = head_seq + 1, updated_at = ? WHERE id = ? RETURNING head_seq')
  .pluck()
const insert = database.prepare(
  'INSERT INTO document_updates (document_id, seq, author, client_ranges, bytes, created_at) VALUES (?, ?, ?, ?, ?, ?)',
)

const append = database.transaction(rows => {
  const at = new Date().toISOString()
  return rows.map(([documentId, author, clientRanges, bytes]) => {
    const seq = nextSeq.get(at, documentId)
    if (seq === undefined) throw new Error(`no document ${documentId}`)
    insert.run(documentId, seq, author, clientRanges, bytes, at)
    return seq
  })
})

parentPort.on('message', ([id, rows]) => {
  if (rows === 'close') {
    database.close()
    parentPort.close()
    return
  }
  try {
    parentPort.postMessage([id, append.immediate(rows)])
  } catch (error) {
    parentPort.postMessage([id, null, error instanceof Error ? error.message : String(error)])
  }
})
