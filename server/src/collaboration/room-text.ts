import { type DocumentId, ProtocolError } from '@lienthong/protocol'
import type { StoredContent } from '../documents/document-content.service.ts'
import type { Beat } from './beat.ts'
import { type Brought, ClientLeases } from './client-leases.ts'
import type { TakenSnapshot } from './compaction.service.ts'
import { type Delta, LiveDocument, type Outcome, type Verdict } from './live-document.ts'
import { LogPosition } from './log-position.ts'
import { merged } from './merging.ts'
import type { Outbox } from './outbox.ts'
import { RoomSender } from './room-sender.ts'
import type { Session } from './session.ts'
import type { UpdateLog } from './update-log.ts'
import { type Applied, entriesOf, type Submitted } from './window.ts'

/** What a room's text works with. */
export interface Surroundings {
  load(): Promise<StoredContent>
  /** The log's rows after `seq`, without a gap. */
  rowsAfter(seq: number): Promise<Uint8Array[]>
  /** Whether it is known by now who is at other nodes, which were asked at `since`, by `performance.now()`. */
  areOthersKnown(since: number): boolean
  log: UpdateLog
  beat: Beat
  outbox: Outbox
}

/** Who is told what happens to a room's text. */
export interface TextObserver {
  /** How many people have the document open. */
  audience(): number
  /** The sockets that get nothing for now. */
  behind(): string[]
  /** Whether anybody wants deltas. */
  wantsDeltas(): boolean
  /** The text is there, or back after it was rebuilt. */
  opened(): void
  changed(delta: Delta): void
  /** There are more rows. */
  grown(): void
  /** What `opened` gave is void: the room is closing or rebuilding. */
  closed(): void
  /** The log could not be read; it is tried again. */
  readingFailed(error: unknown): void
}

type State =
  | { kind: 'empty' }
  | { kind: 'live'; live: LiveDocument }
  | { kind: 'rebuilding'; ready: Promise<void> }

/**
 * The text of a room: takes updates, applies them window by window, sends them on and has them stored.
 * The acknowledgement follows the commit, the broadcast need not (rules S1, S3).
 */
export class RoomText {
  /** What is stored of it: the snapshot and the rows since. */
  bytes = 0
  /** When it last changed, by `performance.now()`. */
  changedAt = 0
  private snapshot: TakenSnapshot = { seq: 0, bytes: 0 }
  readonly leases: ClientLeases
  private readonly position: LogPosition
  private readonly sender: RoomSender
  private state: State = { kind: 'empty' }
  private queue: Submitted[] = []
  /** Bytes that wait for their window. */
  queuedBytes = 0
  /** Applied and sent on, but not on disk: what a rebuild must not forget. */
  private readonly uncommitted = new Set<Uint8Array>()
  private lastCommit: Promise<void> = Promise.resolve()
  /** One update a window, to find the one that spoils the document. */
  private isWary = false

  constructor(
    readonly documentId: DocumentId,
    private readonly around: Surroundings,
    private readonly observer: TextObserver,
  ) {
    this.leases = new ClientLeases(since => around.areOthersKnown(since))
    this.sender = new RoomSender(documentId, around.outbox, () => observer.behind())
    this.position = new LogPosition(
      seq => this.readOn(seq),
      error => observer.readingFailed(error),
    )
  }

  /** Every row of the log up to here is in the text. */
  get seq(): number {
    return this.position.seq
  }

  get rowsSinceSnapshot(): number {
    return this.seq - this.snapshot.seq
  }

  get bytesSinceSnapshot(): number {
    return this.bytes - this.snapshot.bytes
  }

  /** There is a new snapshot; `bytesSince` have been written while it was made. */
  compacted(snapshot: TakenSnapshot, bytesSince: number): void {
    this.snapshot = snapshot
    this.bytes = snapshot.bytes + bytesSince
  }

  /** Reads the document from disk. Throws if that fails, and then the room has no text (rule S5). */
  async open(): Promise<void> {
    await this.read([])
  }

  /** Somebody says that the log has rows up to this one. */
  heard(seq: number): void {
    this.position.heard(seq)
  }

  /** Stops reading on. */
  close(): void {
    this.position.close()
  }

  /** Throws while there is nothing to show; wait for {@link whenLive}. */
  get live(): LiveDocument {
    if (this.state.kind !== 'live') throw new Error('the room has no text')
    return this.state.live
  }

  async whenLive(): Promise<void> {
    while (this.state.kind === 'rebuilding') await this.state.ready
  }

  /** Whether something would be lost if the process ended now. Its authors have no acknowledgement yet. */
  get hasUncommitted(): boolean {
    return this.queue.length > 0 || this.uncommitted.size > 0
  }

  /** Everything applied so far is on disk. */
  whenCommitted(): Promise<void> {
    return this.lastCommit
  }

  /** Resolves with the `seq` under which the update is on disk. Errors: UPDATE_MALFORMED, UPDATE_INCOMPLETE, UPDATE_FOREIGN. */
  submit(session: Session, update: Uint8Array): Promise<number> {
    return new Promise((stored, refused) => {
      const mayBring = (structs: Brought) => this.leases.mayBring(session, structs)
      this.queue.push({ session, update, mayBring, stored, refused })
      this.queuedBytes += update.length
      this.around.beat.request(this, update.length, this.observer.audience())
    })
  }

  /** Ends the window: applies, sends on, stores. */
  beat(): void {
    if (this.state.kind !== 'live' || this.queue.length === 0) return
    const window = this.queue.splice(0, this.isWary ? 1 : this.queue.length)
    this.settle(window, this.state.live.apply(window))
    this.queuedBytes = lengthOf(this.queue.map(({ update }) => update))
    if (this.queue.length === 0) this.isWary = false
    else this.around.beat.request(this, 0, this.observer.audience())
  }

  private settle(window: Submitted[], outcome: Outcome): void {
    if (outcome.kind === 'unclear' && window.length > 1) {
      this.queue.unshift(...window)
      this.isWary = true
      this.rebuild()
      return
    }
    const verdicts: Verdict[] =
      outcome.kind === 'unclear' ? [{ kind: 'refused', code: 'UPDATE_MALFORMED' }] : outcome.verdicts
    const applied = this.judge(window, verdicts)
    if (outcome.kind !== 'sound') {
      this.queue.unshift(...window.slice(verdicts.length))
      this.pass(applied, merged(applied.map(({ source }) => source.update)))
      this.rebuild()
      return
    }
    if (outcome.merged) this.pass(applied, [outcome.merged])
    else this.confirm(applied)
    if (outcome.delta) this.observer.changed(outcome.delta)
  }

  /** Refuses what was refused and answers the rest. */
  private judge(window: readonly Submitted[], verdicts: readonly Verdict[]): Applied[] {
    const applied: Applied[] = []
    for (const [at, verdict] of verdicts.entries()) {
      const source = window[at]
      if (!source) continue
      if (verdict.kind === 'applied') {
        applied.push({ source, clientRanges: verdict.clientRanges })
        continue
      }
      source.refused(new ProtocolError(verdict.code))
      if (verdict.code === 'UPDATE_MALFORMED')
        this.around.outbox.expel(source.session.socketId, this.documentId, verdict.code)
    }
    return applied
  }

  private pass(applied: readonly Applied[], together: readonly Uint8Array[]): void {
    for (const { author, update, clientRanges, sources } of entriesOf(applied, together)) {
      this.uncommitted.add(update)
      this.bytes += update.length
      this.lastCommit = this.around.log
        .append({ documentId: this.documentId, author, update, clientRanges })
        .then(seq => {
          this.uncommitted.delete(update)
          this.position.stored(seq)
          for (const { stored } of sources) stored(seq)
          this.observer.grown()
        })
    }
    this.sendOn(new Set(applied.map(({ source }) => source.session)), together)
  }

  /** Nothing new: the document has it already, though perhaps not yet on disk. */
  private confirm(applied: readonly Applied[]): void {
    void this.lastCommit.then(() => {
      for (const { source } of applied) source.stored(this.position.head)
    })
  }

  private sendOn(authors: ReadonlySet<Session>, together: readonly Uint8Array[]): void {
    this.changedAt = performance.now()
    this.sender.sendOn(authors, together)
  }

  /** Nothing is sent to the session until {@link catchUp}. */
  stopSending(session: Session): void {
    if (this.state.kind === 'live') this.sender.stop(session, this.live.doc)
  }

  catchUp(session: Session): void {
    if (this.state.kind === 'live') this.sender.catchUp(session, this.live.doc)
  }

  /** Throws the document away and reads it anew; what is applied but not on disk is applied again, what waits goes on waiting. */
  private rebuild(): void {
    this.observer.closed()
    this.state = { kind: 'rebuilding', ready: this.rebuilt() }
  }

  private async rebuilt(): Promise<void> {
    for (let retryInMs = 100; ; retryInMs = Math.min(2 * retryInMs, maxRetryMs)) {
      try {
        await this.read([...this.uncommitted])
        break
      } catch (error) {
        this.observer.readingFailed(error)
        await new Promise(resolve => setTimeout(resolve, retryInMs))
      }
    }
    if (this.queue.length > 0) this.around.beat.request(this, 0, this.observer.audience())
  }

  private async read(kept: readonly Uint8Array[]): Promise<void> {
    const { seq, snapshotSeq, updates } = await this.around.load()
    const live = new LiveDocument([...updates, ...kept], () => this.observer.wantsDeltas())
    this.snapshot = { seq: snapshotSeq, bytes: snapshotSeq > 0 ? lengthOf(updates.slice(0, 1)) : 0 }
    this.bytes = lengthOf(updates) + lengthOf(kept)
    this.state = { kind: 'live', live }
    this.changedAt = performance.now()
    this.position.reached(seq)
    this.observer.opened()
  }

  /** Takes in what other processes wrote, and sends it on. */
  private async readOn(seq: number): Promise<number> {
    const rows = await this.around.rowsAfter(seq)
    if (rows.length === 0) throw new Error(`the log has no row ${seq + 1}`)
    await this.whenLive()
    const outcome = this.live.takeIn(rows)
    if (!outcome) {
      this.rebuild()
      throw new Error(`the log's rows after ${seq} do not fit the document`)
    }
    this.bytes += lengthOf(rows)
    this.observer.grown()
    this.sendOn(new Set(), outcome.merged ? [outcome.merged] : [])
    if (outcome.delta) this.observer.changed(outcome.delta)
    return seq + rows.length
  }
}

/** The log is read again this soon after it is back. */
const maxRetryMs = 2000

const lengthOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0)
