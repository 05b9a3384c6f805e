import * as Y from 'yjs'
import { type DocumentAccess, UpdateDocument } from '../documents.ts'
import { ProtocolError } from '../errors.ts'
import type { DocumentId, SessionId } from '../ids.ts'
import { Backoff } from './backoff.ts'
import { listenTo } from './document-notices.ts'
import { after, type Cancel } from './environment.ts'
import { differenceFor, joinDocument } from './join.ts'
import type { LastState } from './last-state.ts'
import type { Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'
import { Outbox } from './outbox.ts'
import type { SessionState } from './session-state.ts'
import { UnsentJournal } from './unsent-journal.ts'
import type { UnsentStore } from './unsent-store.ts'

export interface SynchronisationEvents {
  onJoining(): void
  onJoined(sessionId: SessionId): void
}

type Phase = { kind: 'joining' | 'live' | 'offline' } | { kind: 'stuck' | 'refused'; error: ProtocolError }

/** Keeps a Y.Doc equal to the server's: joins, applies what arrives, sends what is typed, and heals by joining again. */
export class Synchronisation {
  /** The newest row that the server has told of. */
  seq: number | undefined
  private readonly outbox: Outbox
  private readonly journal: UnsentJournal | undefined
  private readonly states = new Listeners<SessionState>()
  private readonly subscriptions: Unsubscribe[]
  private readonly backoff = new Backoff(100, 10_000)
  private phase: Phase = { kind: 'joining' }
  private access: DocumentAccess | undefined
  private asOf: number | undefined
  private isClosed = false
  private isJoining = false
  private mustJoinAgain = false
  private hasBeenMalformed = false
  private cancelRetry: Cancel | undefined

  constructor(
    private readonly connection: Link,
    private readonly documentId: DocumentId,
    private readonly doc: Y.Doc,
    private readonly events: SynchronisationEvents,
    unsent?: UnsentStore,
  ) {
    this.journal =
      unsent &&
      new UnsentJournal(unsent, { onFound: () => this.unsentFound(), onChange: () => this.changed() })
    this.outbox = new Outbox({
      send: update =>
        connection.ask(UpdateDocument, { documentId, update }).then(({ seq }) => this.updateAccepted(seq)),
      onRefused: error => this.updateRefused(error),
      onChange: () => this.outboxChanged(),
    })
    const onUpdate = (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.edited(update)
    }
    doc.on('update', onUpdate)
    this.subscriptions = [
      () => doc.off('update', onUpdate),
      connection.onState(() => this.connectionChanged()),
      ...listenTo(connection, documentId, {
        updated: update => this.receive(update),
        accessChanged: access => this.allow(access),
        closed: code => this.serverClosed(code),
      }),
    ]
    this.connectionChanged()
  }

  get state(): SessionState {
    const { phase, access, asOf } = this
    const { pending } = this.outbox
    if (phase.kind === 'refused') return { kind: 'refused', error: phase.error, pending }
    const unkept = Math.min(pending, this.journal?.unkept ?? pending)
    if (phase.kind === 'offline')
      return { kind: 'offline', ...(access && { access }), ...(asOf && { asOf }), pending, unkept }
    if (!access || phase.kind === 'joining') return { kind: 'joining' }
    return phase.kind === 'stuck'
      ? { kind: 'stuck', access, pending, unkept, error: phase.error }
      : { kind: 'live', access, pending }
  }

  onState(listener: (state: SessionState) => void): Unsubscribe {
    return this.states.add(listener)
  }

  /** Undefined before there is any, and once the server has taken it back. */
  get lastState(): LastState | undefined {
    const { phase, access, asOf } = this
    if (!access || phase.kind === 'joining' || phase.kind === 'refused') return undefined
    return { update: Y.encodeStateAsUpdate(this.doc), access, at: asOf ?? Date.now() }
  }

  /** Goes on from what the server said to an earlier session, with what waits on top. Once it has said something to this one, nothing happens. */
  async startFrom({ update, access, at }: LastState): Promise<void> {
    await this.journal?.opened
    if (this.isClosed || this.access || this.phase.kind === 'refused') return
    Y.applyUpdate(this.doc, update, this)
    this.access = access
    this.asOf = at
    this.restoreWithoutServer()
    if (this.connection.state.kind !== 'online') this.connectionChanged()
    // A line that is dead without saying so counts as online: until the join is answered, the document is as it was.
    else this.enter({ kind: 'offline' })
  }

  whenStored(): Promise<void> {
    return this.outbox.whenStored()
  }

  /** Resolves when what was not stored is safe where it outlives the program, if there is such a place. */
  async close(): Promise<void> {
    this.isClosed = true
    this.stopRetrying()
    this.outbox.close(new ProtocolError('SERVER_UNREACHABLE', { url: this.connection.url }))
    for (const unsubscribe of this.subscriptions) unsubscribe()
    await this.journal?.close()
  }

  private connectionChanged(): void {
    const { state } = this.connection
    if (state.kind === 'online') return void this.join()
    this.hasBeenMalformed = false
    this.backoff.reset()
    this.outbox.pause()
    this.stopRetrying()
    if (this.access) this.asOf ??= Date.now()
    if (state.kind === 'refused' && !this.access) this.enter({ kind: 'refused', error: state.error })
    else this.enter({ kind: state.kind === 'connecting' && !this.access ? 'joining' : 'offline' })
  }

  /** Serialised: the chunks of two answers must not mix. */
  async join(): Promise<void> {
    if (this.isJoining) {
      this.mustJoinAgain = true
      return
    }
    this.isJoining = true
    this.stopRetrying()
    this.outbox.pause()
    do {
      this.mustJoinAgain = false
      await this.joinOnce().catch((error: unknown) => this.joinFailed(error))
    } while (this.mustJoinAgain && !this.isClosed)
    this.isJoining = false
  }

  private async joinOnce(): Promise<void> {
    this.events.onJoining()
    await this.journal?.opened
    const isFirst = this.doc.store.clients.size === 0
    const joined = await joinDocument(this.connection, this.documentId, this.doc)
    if (this.isClosed || this.mustJoinAgain) return
    Y.applyUpdate(this.doc, joined.update, this)
    if (this.restore()) return
    this.access = joined.answer.access
    this.asOf = undefined
    this.seq = joined.answer.seq
    this.events.onJoined(joined.answer.sessionId)
    if (this.outbox.pending > 0) this.sendOn(Y.encodeStateAsUpdate(this.doc, joined.answer.stateVector))
    else this.sendOn(isFirst ? undefined : differenceFor(this.doc, joined))
  }

  /**
   * What waits from before, on top of what the server has: it is never shown without (rule S15). Then the document has to be joined again:
   * of an earlier Yjs client the server takes only what a join announced (rule S7).
   */
  private restore(): boolean {
    const count = this.journal?.restoreInto(this.doc, this) ?? 0
    if (count === 0) return false
    this.outbox.restored(count)
    this.mustJoinAgain = true
    return true
  }

  /** On top of what the server last said. A join that is on its way was asked for without it. */
  private restoreWithoutServer(): void {
    this.outbox.restored(this.journal?.restoreInto(this.doc, this) ?? 0)
    this.mustJoinAgain = this.isJoining
  }

  /** Found later than the document was shown. With a server it is joined again with it, now or when the connection is back. */
  private unsentFound(): void {
    const { kind } = this.phase
    if (kind === 'live' || kind === 'stuck') void this.join()
    else if (kind === 'offline' && this.access) this.restoreWithoutServer()
  }

  /** Live again, unless there is something to send that the server would not take. What it refused before stays `stuck` until it is taken. */
  private sendOn(difference: Uint8Array | undefined): void {
    if (!this.access?.canEdit) {
      this.enter(this.outbox.pending > 0 ? { kind: 'stuck', error: notAllowed } : { kind: 'live' })
      return
    }
    if (this.phase.kind !== 'stuck' || this.phase.error === notAllowed || !difference)
      this.phase = { kind: 'live' }
    this.outbox.resume(difference)
  }

  private joinFailed(error: unknown): void {
    if (!(error instanceof ProtocolError)) throw error
    if (this.isClosed || this.mustJoinAgain || this.connection.state.kind !== 'online') return
    if (error.retry === 'no') this.enter({ kind: 'refused', error })
    else if (error.code === 'SERVER_UNREACHABLE') this.connection.reconnect()
    else this.joinLater()
  }

  private updateAccepted(seq: number): void {
    this.seq = seq
    this.backoff.reset()
    this.hasBeenMalformed = false
    if (this.phase.kind === 'stuck' && this.access?.canEdit) this.phase = { kind: 'live' }
  }

  private updateRefused(error: ProtocolError): void {
    if (this.connection.state.kind !== 'online') return
    if (error.code === 'SERVER_UNREACHABLE') this.connection.reconnect()
    else if (error.code === 'RIGHT_MISSING')
      this.allow({ canComment: this.access?.canComment ?? false, canEdit: false })
    else this.healOrStick(error)
  }

  /** Joining again sends the difference afresh: it heals whatever a lost or refused update left behind, but not an update that is itself unacceptable. */
  private healOrStick(error: ProtocolError): void {
    const isHopeless = error.retry === 'no' || (error.code === 'UPDATE_MALFORMED' && this.hasBeenMalformed)
    const isRoutine = error.retry === 'reconnect' || error.code === 'RATE_LIMITED'
    this.hasBeenMalformed ||= error.code === 'UPDATE_MALFORMED'
    if (isHopeless || !isRoutine) this.enter({ kind: 'stuck', error })
    if (!isHopeless) this.joinLater()
  }

  private joinLater(): void {
    this.cancelRetry ??= after(this.backoff.next(), () => void this.join())
  }

  private stopRetrying(): void {
    this.cancelRetry?.()
    this.cancelRetry = undefined
  }

  private edited(update: Uint8Array): void {
    this.journal?.keep(update)
    this.outbox.push(update)
    const canEdit = this.access?.canEdit
    // What was too large may have become small enough, what was unreadable may have been undone.
    if (this.phase.kind === 'stuck' && canEdit && !this.outbox.isOpen && !this.isJoining) this.joinLater()
    else if (this.phase.kind === 'live' && !canEdit) this.enter({ kind: 'stuck', error: notAllowed })
  }

  private receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this)
    const isMissingSomething = this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null
    if (isMissingSomething && !this.isJoining) this.joinLater()
  }

  private allow(access: DocumentAccess): void {
    const couldEdit = this.access?.canEdit
    this.access = access
    if (this.phase.kind !== 'live' && this.phase.kind !== 'stuck') return
    if (access.canEdit && !couldEdit) return void this.join()
    if (!access.canEdit) {
      this.outbox.pause()
      this.sendOn(undefined)
    } else this.changed()
  }

  private serverClosed(code: string): void {
    const error = ProtocolError.fromWire({ code })
    this.outbox.pause()
    // Which is newer, this word or the answer to the join that is on its way, cannot be told: the server is asked once more.
    if (this.isJoining) void this.join()
    else if (error.retry === 'no') this.enter({ kind: 'refused', error })
    else if (this.phase.kind !== 'stuck' || error.code !== 'UPDATE_MALFORMED') this.joinLater()
  }

  private outboxChanged(): void {
    if (this.outbox.pending === 0) this.journal?.forget()
    this.changed()
  }

  private enter(phase: Phase): void {
    this.phase = phase
    this.changed()
  }

  private changed(): void {
    this.states.tell(this.state)
  }
}

const notAllowed = new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
