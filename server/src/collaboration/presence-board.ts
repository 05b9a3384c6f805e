import {
  type DocumentId,
  type Participant,
  PresenceChanged,
  type Selection,
  type SessionId,
} from '@lienthong/protocol'
import { AnnouncementTurns } from './announcement-turns.ts'
import type { Outbox } from './outbox.ts'
import { participantOf, type Session } from './session.ts'

/** Hears what this node tells of a room's people. */
export type PresenceListener = (documentId: DocumentId, present: Participant[], left: SessionId[]) => void

/**
 * Who is in a room and where their carets are: of what happens between two fan-outs only the latest is told (rule S11).
 * People at other nodes are here as those tell.
 */
export class PresenceBoard {
  private readonly changed = new Set<Session>()
  private readonly left = new Set<SessionId>()
  private readonly elsewhere = new Map<string, Map<SessionId, Participant>>()
  private readonly turns = new AnnouncementTurns()
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly documentId: DocumentId,
    private readonly sessions: ReadonlyMap<string, Session>,
    private readonly outbox: Outbox,
    private readonly told: PresenceListener,
  ) {}

  /** Who is in the document at this node. */
  get ours(): Participant[] {
    return [...this.sessions.values()].map(participantOf)
  }

  /** Who is in the document, wherever. */
  get everybody(): Participant[] {
    return [...this.ours, ...[...this.elsewhere.values()].flatMap(people => [...people.values()])]
  }

  /** Tells a joiner who else is here, and the others about the joiner. */
  joined(session: Session): void {
    const present = this.everybody.filter(({ sessionId }) => sessionId !== session.id)
    this.outbox.send(session.socketId, PresenceChanged, { documentId: this.documentId, present, left: [] })
    this.touch(session)
  }

  /** Resolves when the place is taken in. Errors: RATE_LIMITED, when a newer one has overtaken it. */
  async announce(session: Session, selections: Selection[], isAway: boolean): Promise<void> {
    await this.turns.next(session.id)
    if (this.sessions.get(session.socketId) !== session) return
    session.selections = selections
    session.isAway = isAway
    this.touch(session)
  }

  /** Something that others see of the session has changed. */
  touch(session: Session): void {
    this.changed.add(session)
    this.schedule()
  }

  gone(session: Session): void {
    this.changed.delete(session)
    this.left.add(session.id)
    this.schedule()
  }

  /** Another node tells who has changed there and who has left. */
  heard(node: string, present: Participant[], left: SessionId[]): void {
    const people = this.elsewhere.get(node) ?? new Map<SessionId, Participant>()
    this.elsewhere.set(node, people)
    for (const participant of present) people.set(participant.sessionId, participant)
    const known = left.filter(id => people.delete(id))
    this.show(present, known)
  }

  /** Another node tells everybody whom it has here. */
  replace(node: string, present: Participant[]): void {
    const ids = new Set(present.map(({ sessionId }) => sessionId))
    const left = [...(this.elsewhere.get(node)?.keys() ?? [])].filter(id => !ids.has(id))
    this.heard(node, present, left)
  }

  /** Another node has gone, and its people with it. */
  forget(node: string): void {
    this.replace(node, [])
    this.elsewhere.delete(node)
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer)
  }

  private schedule(): void {
    const delayMs = this.sessions.size > manyPeople ? fanOutMs.amongMany : fanOutMs.amongFew
    this.timer ??= setTimeout(() => this.fanOut(), delayMs)
  }

  private fanOut(): void {
    const present = [...this.changed].map(participantOf)
    const left = [...this.left]
    this.timer = null
    this.changed.clear()
    this.left.clear()
    this.show(present, left)
    this.told(this.documentId, present, left)
  }

  private show(present: Participant[], left: SessionId[]): void {
    if (present.length === 0 && left.length === 0) return
    this.outbox.broadcast(this.documentId, PresenceChanged, { documentId: this.documentId, present, left })
  }
}

/** Carets look alive at ten a second; with many people each fan-out costs so much that four must do. */
const fanOutMs = { amongFew: 100, amongMany: 250 }
const manyPeople = 50
