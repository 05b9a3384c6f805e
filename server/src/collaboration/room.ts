import type { DocumentFormat, DocumentId, DocumentSummary } from '@lienthong/protocol'
import * as Y from 'yjs'
import type { TakenSnapshot } from './compaction.service.ts'
import type { Delta } from './live-document.ts'
import { PresenceBoard, type PresenceListener } from './presence-board.ts'
import { RoomText, type Surroundings } from './room-text.ts'
import type { Session } from './session.ts'
import { Snapshots } from './snapshots.ts'

/** Whoever follows what happens to a room's text. `doc` and `text` are new objects at each `opened`. */
export interface RoomWatcher {
  wantsDeltas(): boolean
  opened(room: Room): void
  changed(room: Room, delta: Delta): void
  closed(room: Room): void
  /** Something failed that nobody waits for; nothing is lost. */
  troubled(room: Room, what: string, error: unknown): void
}

/** What a room needs beside its text's surroundings. */
export interface RoomKeeping extends Surroundings {
  watcher: RoomWatcher
  /** Leaves a snapshot of what is in the log; null if somebody else has. */
  compact(): Promise<TakenSnapshot | null>
  /** Resolves when other nodes that have the document open have said who is there. */
  whenOthersAnswered(): Promise<void>
  /** What others here are told of people is told elsewhere too. */
  presenceTold: PresenceListener
  /** The room has closed and may be forgotten. */
  ended(): void
  idleTimeoutMs: number
}

/** Loading → ready → draining → closed (rule S5). A join while it drains makes it ready again. */
export type RoomState =
  | { kind: 'loading'; ready: Promise<void> }
  | { kind: 'ready' }
  | { kind: 'draining'; timer: NodeJS.Timeout }
  | { kind: 'closed' }

/** A document's live state: its text, who has it open, and when it may be forgotten. */
export class Room {
  readonly sessions = new Map<string, Session>()
  readonly presence: PresenceBoard
  readonly content: RoomText
  private readonly snapshots: Snapshots
  private current: RoomState

  constructor(
    readonly document: DocumentSummary,
    private readonly keeping: RoomKeeping,
  ) {
    const { watcher } = keeping
    this.presence = new PresenceBoard(document.id, this.sessions, keeping.outbox, keeping.presenceTold)
    this.content = new RoomText(document.id, keeping, {
      audience: () => this.sessions.size,
      behind: () => [...this.sessions.values()].filter(isBehind).map(({ socketId }) => socketId),
      wantsDeltas: () => watcher.wantsDeltas(),
      opened: () => watcher.opened(this),
      changed: delta => watcher.changed(this, delta),
      grown: () => this.snapshots.grown(),
      closed: () => watcher.closed(this),
      readingFailed: error => watcher.troubled(this, 'reading the log', error),
    })
    this.snapshots = new Snapshots(
      this.content,
      () => keeping.compact(),
      error => watcher.troubled(this, 'snapshot', error),
    )
    this.current = { kind: 'loading', ready: this.load() }
  }

  get documentId(): DocumentId {
    return this.document.id
  }
  get databaseCode(): string {
    return this.document.databaseCode
  }
  get path(): string {
    return this.document.path
  }
  get format(): DocumentFormat {
    return this.document.format
  }
  get doc(): Y.Doc {
    return this.content.live.doc
  }
  get text(): Y.Text {
    return this.content.live.text
  }
  get state(): RoomState {
    return this.current
  }

  /** Where an encoded relative position is in the text now; null where it is in no place of it. */
  offsetOf(at: Uint8Array): number | null {
    try {
      const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(at), this.doc)
      return found?.type === this.text ? found.index : null
    } catch {
      return null
    }
  }

  /** Keeps the room from closing and waits until it can be entered. Call {@link rest} if nobody enters then. Rejects if loading failed. */
  async hold(): Promise<void> {
    if (this.current.kind === 'loading') await this.current.ready
    this.wake()
    await this.content.whenLive()
  }

  /** Answers with what the newcomer lacks (rule S4). */
  enter(session: Session, stateVector: Uint8Array): { update: Uint8Array; stateVector: Uint8Array } {
    const { live } = this.content
    const update = live.lackedBy(stateVector)
    this.wake()
    this.sessions.set(session.socketId, session)
    this.content.leases.lease(session)
    return { update, stateVector: Y.encodeStateVector(live.doc) }
  }

  leave(socketId: string): void {
    const session = this.sessions.get(socketId)
    if (!session) return
    this.sessions.delete(socketId)
    this.presence.gone(session)
    this.rest()
  }

  /** Starts to drain if nobody is here. */
  rest(): void {
    if (this.sessions.size > 0 || this.current.kind !== 'ready') return
    this.drain()
  }

  /** Closes now if that loses nothing. */
  close(): void {
    if (this.current.kind === 'draining') clearTimeout(this.current.timer)
    if (this.current.kind === 'closed' || this.content.hasUncommitted) return
    this.end()
  }

  private async load(): Promise<void> {
    try {
      await this.content.open()
      await this.keeping.whenOthersAnswered()
    } catch (error) {
      this.current = { kind: 'closed' }
      this.keeping.ended()
      throw error
    }
    this.current = { kind: 'ready' }
  }

  private wake(): void {
    if (this.current.kind !== 'draining') return
    clearTimeout(this.current.timer)
    this.current = { kind: 'ready' }
  }

  private drain(): void {
    const timer = setTimeout(() => void this.drained(draining), this.keeping.idleTimeoutMs)
    const draining = { kind: 'draining' as const, timer }
    this.current = draining
  }

  /** A room with something uncommitted is never closed: it starts to drain afresh. */
  private async drained(draining: RoomState): Promise<void> {
    await this.content.whenCommitted()
    if (this.current !== draining) return
    if (this.content.hasUncommitted) return this.drain()
    await this.snapshots.leaving()
    if (this.current === draining) this.end()
  }

  private end(): void {
    this.current = { kind: 'closed' }
    this.presence.close()
    this.content.close()
    this.keeping.watcher.closed(this)
    this.doc.destroy()
    this.keeping.ended()
  }
}

const isBehind = ({ behind }: Session): boolean => behind !== null
