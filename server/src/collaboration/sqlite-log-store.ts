import { Thread } from './thread.ts'
import type { LogRow, LogStore } from './update-log.ts'

type Row = [documentId: string, author: string, clientRanges: string, bytes: Uint8Array]

/** The update log in the embedded database, written by a thread of its own. */
export class SqliteLogStore implements LogStore {
  private readonly thread: Thread<Row[], number[]>

  constructor(file: string) {
    this.thread = new Thread(new URL('./sqlite-log-worker.mjs', import.meta.url), { file, busyTimeoutMs })
  }

  append(rows: readonly LogRow[]): Promise<readonly number[]> {
    return this.thread.ask(
      rows.map(row => [row.documentId, row.author, JSON.stringify(row.clientRanges), row.bytes]),
    )
  }

  close(): Promise<void> {
    return this.thread.close()
  }
}

/** A record's transaction holds the write lock for milliseconds; this long only if something is stuck, and then the log tries again. */
const busyTimeoutMs = 5000
