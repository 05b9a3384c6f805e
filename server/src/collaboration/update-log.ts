import type { DocumentId, PersonId } from '@lienthong/protocol'
import type { ClientRange } from '../documents/document-content.service.ts'
import { LogQueue } from './log-queue.ts'
import { joined, merged } from './merging.ts'

/** One applied update on its way to disk. */
export interface LogEntry {
  documentId: DocumentId
  author: PersonId
  update: Uint8Array
  clientRanges: readonly ClientRange[]
}

/** A row to be: everything that one author did to one document since the last commit. */
export interface LogRow {
  documentId: DocumentId
  author: PersonId
  clientRanges: readonly ClientRange[]
  bytes: Uint8Array
}

/** Puts rows on disk, all or nothing, numbering each document's rows without a gap. */
export interface LogStore {
  /** The `seq` of each row. Resolves only when they survive a crash (SQLite synchronous=FULL, PostgreSQL synchronous_commit=on). */
  append(rows: readonly LogRow[]): Promise<readonly number[]>
  close(): Promise<void>
}

interface Waiting {
  entry: LogEntry
  stored: (seq: number) => void
}

/** How the log is doing. While failing it keeps everything and tries again. */
export type LogState = { kind: 'storing' } | { kind: 'failing'; since: number; attempts: number }

export interface LogListener {
  failed(error: unknown, attempts: number): void
  recovered(): void
  /** These documents have rows up to these numbers on disk. */
  committed(heads: ReadonlyMap<DocumentId, number>): void
}

/**
 * The update log (rules S1, S2, S6): commits what all rooms have applied, one commit at a time; whatever arrives meanwhile goes
 * into the next, so that batches grow as commits get slower. A failed commit loses nothing and is repeated until it succeeds.
 */
export class UpdateLog {
  state: LogState = { kind: 'storing' }
  /** Bytes that are applied but not on disk. */
  uncommittedBytes = 0
  private committingSince: number | null = null
  private readonly queue = new LogQueue<Waiting>()
  private running: Promise<void> | null = null
  private isClosed = false
  private readonly pause = new Pause()

  constructor(
    private readonly disk: LogStore,
    private readonly listener: LogListener,
    private readonly firstRetryMs = 50,
  ) {}

  /** How long the commit in progress has taken until now; 0 if there is none. */
  get commitTakesMs(): number {
    return this.committingSince === null ? 0 : performance.now() - this.committingSince
  }

  /** Resolves with the row's `seq` once it is on disk. Never rejects. */
  append(entry: LogEntry): Promise<number> {
    return new Promise(stored => {
      this.queue.push({ entry, stored })
      this.uncommittedBytes += entry.update.length
      this.running ??= Promise.resolve().then(() => this.run())
    })
  }

  /** Resolves when everything appended so far, and meanwhile, is on disk, or the log is closed. */
  async flush(): Promise<void> {
    await this.running
  }

  /** Tries no more. What is not on disk by then stays unacknowledged. */
  async close(): Promise<void> {
    this.isClosed = true
    this.pause.end()
    await this.running
  }

  private async run(): Promise<void> {
    while (!this.queue.isEmpty && !this.isClosed) {
      const left = await this.commit(this.queue.take(maxCommitBytes))
      if (left.length === 0) continue
      this.queue.putBack(left)
      if (!this.isClosed) await this.pause.begin(this.retryInMs())
    }
    this.running = null
  }

  /** Answers what could not be stored. A document that cannot be stored must not hold up the others. */
  private async commit(batch: Waiting[]): Promise<Waiting[]> {
    const failure = await this.store(batch)
    const left = failure === null ? [] : await this.storeApart(batch)
    if (left.length > 0) this.failed(failure)
    else if (this.state.kind === 'failing') {
      this.state = { kind: 'storing' }
      this.listener.recovered()
    }
    return left
  }

  /** Document by document, what could not be stored together. */
  private async storeApart(batch: readonly Waiting[]): Promise<Waiting[]> {
    const documents = new Set(batch.map(({ entry }) => entry.documentId))
    if (documents.size === 1) return [...batch]
    const left: Waiting[] = []
    for (const id of documents) {
      const part = batch.filter(({ entry }) => entry.documentId === id)
      if (this.isClosed || (await this.store(part)) !== null) left.push(...part)
    }
    return left
  }

  /** Answers why it could not, or null. */
  private async store(batch: readonly Waiting[]): Promise<{ reason: unknown } | null> {
    const { rows, rowOf } = rowsOf(batch)
    this.committingSince = performance.now()
    try {
      const seqs = await this.disk.append(rows)
      this.listener.committed(headsOf(rows, seqs))
      batch.forEach(({ entry, stored }, at) => {
        this.uncommittedBytes -= entry.update.length
        stored(seqs[rowOf[at] ?? 0] ?? 0)
      })
      return null
    } catch (reason) {
      return { reason }
    } finally {
      this.committingSince = null
    }
  }

  private failed(failure: { reason: unknown } | null): void {
    const [since, attempts] =
      this.state.kind === 'failing' ? [this.state.since, this.state.attempts] : [Date.now(), 0]
    this.state = { kind: 'failing', since, attempts: attempts + 1 }
    this.listener.failed(failure?.reason, attempts + 1)
  }

  private retryInMs(): number {
    const attempts = this.state.kind === 'failing' ? this.state.attempts : 1
    return Math.min(maxRetryMs, this.firstRetryMs * 2 ** Math.min(attempts, 10))
  }
}

/** A database that is back is noticed within this time; shorter would only burden one that is ill. */
const maxRetryMs = 2000

/** Trying again costs merging and copying a commit: while a database is away, this much and not all that waits. */
const maxCommitBytes = 4 * 1024 * 1024

/** A time to wait that can be cut short. */
class Pause {
  end = (): void => {}

  begin(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      this.end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const headsOf = (rows: readonly LogRow[], seqs: readonly number[]): Map<DocumentId, number> => {
  const heads = new Map<DocumentId, number>()
  rows.forEach(({ documentId }, at) => {
    heads.set(documentId, Math.max(heads.get(documentId) ?? 0, seqs[at] ?? 0))
  })
  return heads
}

/** One row per document and author; `rowOf[i]` is the row that holds entry i. */
const rowsOf = (batch: readonly Waiting[]): { rows: LogRow[]; rowOf: number[] } => {
  const parts = new Map<string, number[]>()
  batch.forEach(({ entry: { documentId, author } }, at) => {
    const part = parts.get(documentId + author)
    if (part) part.push(at)
    else parts.set(documentId + author, [at])
  })
  const rows: LogRow[] = []
  const rowOf: number[] = []
  for (const part of parts.values()) {
    rows.push(...rowsFrom(part.flatMap(at => batch[at]?.entry ?? [])))
    for (const at of part) rowOf[at] = rows.length - 1
  }
  return { rows, rowOf }
}

/** One author's entries on one document as one row; as several where they cannot be merged. */
const rowsFrom = (entries: readonly LogEntry[]): LogRow[] => {
  const together = merged(entries.map(({ update }) => update))
  return together.flatMap((bytes, at) => {
    const sources = together.length === 1 ? entries : entries.slice(at, at + 1)
    const clientRanges = joined(sources.flatMap(source => source.clientRanges))
    return sources.slice(0, 1).map(({ documentId, author }) => ({ documentId, author, clientRanges, bytes }))
  })
}
