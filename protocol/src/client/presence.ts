import type { DocumentId, SessionId } from '../ids.ts'
import { AnnouncePresence, type Participant, PresenceChanged, type Selection } from '../presence.ts'
import { after, type Cancel } from './environment.ts'
import type { Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'

/** Announcements are this far apart: the server takes in ten a second (rule S11). */
const announceEveryMs = 100

/** Who else has the document open, and where the caller's own carets are. */
export class Presence {
  private readonly others = new Map<SessionId, Participant>()
  private readonly moved = new Map<SessionId, number>()
  private readonly listeners = new Listeners<void>()
  private readonly stop: Unsubscribe
  private own: { selections: Selection[]; isAway: boolean } | undefined
  private sessionId: SessionId | undefined
  private cancelAnnouncement: Cancel | undefined
  private isStale = false

  constructor(
    private readonly connection: Link,
    private readonly documentId: DocumentId,
  ) {
    this.stop = connection.onNotice(PresenceChanged, changed => {
      if (changed.documentId !== documentId) return
      for (const participant of changed.present)
        if (participant.sessionId !== this.sessionId) this.heard(participant)
      for (const left of changed.left) this.forget(left)
      this.listeners.tell()
    })
  }

  /** Everybody but this session. */
  get participants(): ReadonlyMap<SessionId, Participant> {
    return this.others
  }

  /** When a session's carets were last moved by its person, in ms of `Date.now()`; not by others' typing around them. */
  movedAt(sessionId: SessionId): number {
    return this.moved.get(sessionId) ?? 0
  }

  /** Calls the listener after `participants` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.listeners.add(listener)
  }

  /** The latest announcement wins, and one that says nothing new is not sent. It is repeated by itself after a reconnect. */
  announce(selections: Selection[], isAway: boolean): void {
    if (this.own?.isAway === isAway && areSame(this.own.selections, selections)) return
    this.own = { selections, isAway }
    this.sendSoon()
  }

  /** Others are told anew by the server whenever the document is joined. */
  joining(): void {
    this.sessionId = undefined
    if (this.others.size === 0) return
    this.others.clear()
    this.moved.clear()
    this.listeners.tell()
  }

  /** From now on the server knows this session, and its own echo is left out. */
  joined(sessionId: SessionId): void {
    this.sessionId = sessionId
    this.forget(sessionId)
    this.sendSoon()
  }

  /** Announces and hears nothing any more. */
  close(): void {
    this.stop()
    this.sessionId = undefined
    this.cancelAnnouncement?.()
  }

  private heard(participant: Participant): void {
    const { sessionId, selections } = participant
    const known = this.others.get(sessionId)
    if (!known || !areSame(known.selections, selections)) this.moved.set(sessionId, Date.now())
    this.others.set(sessionId, participant)
  }

  private forget(sessionId: SessionId): void {
    this.others.delete(sessionId)
    this.moved.delete(sessionId)
  }

  private sendSoon(): void {
    this.isStale = true
    if (!this.cancelAnnouncement) this.send()
  }

  private send(): void {
    this.cancelAnnouncement = undefined
    if (!this.own || !this.isStale || !this.sessionId) return
    this.isStale = false
    this.cancelAnnouncement = after(announceEveryMs, () => this.send())
    // Refusals are left unanswered on purpose: presence is repeated with the next caret move or join.
    this.connection.ask(AnnouncePresence, { documentId: this.documentId, ...this.own }).catch(() => {})
  }
}

const areSame = (some: readonly Selection[], others: readonly Selection[]): boolean =>
  some.length === others.length &&
  some.every(({ anchor, head }, i) => {
    const other = others[i]
    return other !== undefined && isSame(anchor, other.anchor) && isSame(head, other.head)
  })

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i])
