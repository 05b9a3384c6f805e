import type { DocumentId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { HistoryStoreService } from './history-store.service.ts'
import { LogReaderService } from './log-reader.service.ts'
import type { Change, Replay } from './replay.ts'

/** Rows whose entries are stored together: fewer cost commits, more are read again when the process ends meanwhile. */
const rowsPerCommit = 2000

/**
 * A state is kept after so many bytes of rows, or as many as the state before has, if those are more. So states take no more
 * than twice the room of the rows, and any text is no further than a state and rows of its size.
 */
const bytesBetweenStates = 256 * 1024

/** Documents whose replay stays in memory: whoever looks at a timeline looks again. */
const replaysKept = 8

/** Reads the update log into the timeline: each row once, on whichever node somebody asks first. */
@Injectable()
export class HistoryIndexService {
  private readonly reading = new Map<DocumentId, Promise<void>>()
  /** The one used last is the last. */
  private readonly replays = new Map<DocumentId, Replay>()

  constructor(
    private readonly store: HistoryStoreService,
    private readonly log: LogReaderService,
  ) {}

  /** The timeline holds every row up to `seq` then. Errors: DOCUMENT_UNAVAILABLE. */
  async reach(documentId: DocumentId, seq: number): Promise<void> {
    const before = this.reading.get(documentId) ?? Promise.resolve()
    const mine = before.catch(() => undefined).then(() => this.read(documentId, seq))
    this.reading.set(documentId, mine)
    try {
      await mine
    } finally {
      if (this.reading.get(documentId) === mine) this.reading.delete(documentId)
    }
  }

  private async read(documentId: DocumentId, upTo: number): Promise<void> {
    for (;;) {
      const from = await this.store.seqOf(documentId)
      if (from >= upTo) return
      const replay = await this.taken(documentId, from)
      if (!(await this.isRead(documentId, replay, upTo))) continue
      if (replay.isSettled) this.keep(documentId, replay)
      return
    }
  }

  /** False when somebody else was faster. */
  private async isRead(documentId: DocumentId, replay: Replay, upTo: number): Promise<boolean> {
    let stored = replay.seq
    let changes: Change[] = []
    for await (const rows of this.log.rows(documentId, replay.seq, upTo)) {
      changes.push(...replay.apply(rows))
      const [first, ...rest] = changes
      const needsState = isStateDue(replay)
      if (!first || !(needsState || changes.length >= rowsPerCommit || replay.seq === upTo)) continue
      const state = needsState ? replay.takeState() : null
      if (!(await this.store.add(documentId, stored, [first, ...rest], state))) return false
      stored = changes.at(-1)?.seq ?? stored
      changes = []
    }
    return true
  }

  private async taken(documentId: DocumentId, seq: number): Promise<Replay> {
    const kept = this.replays.get(documentId)
    this.replays.delete(documentId)
    if (!kept || kept.seq > seq) return this.log.replayAt(documentId, seq)
    await this.log.advance(documentId, kept, seq)
    return kept
  }

  private keep(documentId: DocumentId, replay: Replay): void {
    this.replays.set(documentId, replay)
    const [oldest] = this.replays.keys()
    if (oldest !== undefined && this.replays.size > replaysKept) this.replays.delete(oldest)
  }
}

const isStateDue = ({ isSettled, bytesSinceState, stateBytes }: Replay): boolean =>
  isSettled && bytesSinceState >= Math.max(bytesBetweenStates, stateBytes)
