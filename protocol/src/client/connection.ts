import { io, type Socket } from 'socket.io-client'
import type * as z from 'zod/mini'
import { safeParse } from 'zod/mini'
import { ProtocolError, WireError } from '../errors.ts'
import type { DocumentId } from '../ids.ts'
import {
  Acknowledgement,
  type AnswerOf,
  type Ask,
  type Notice,
  type PayloadOf,
  type RequestOf,
} from '../message.ts'
import { protocolVersion } from '../version.ts'
import { Decoder, Encoder } from '../wire.ts'
import { Backoff } from './backoff.ts'
import { after, type Cancel } from './environment.ts'
import type { ConnectionState, Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'
import { DocumentSession } from './session.ts'
import type { UnsentStore } from './unsent-store.ts'

/** Where to connect, and as whom. */
export interface ServerConnectionOptions {
  /** The server's address, e.g. `https://lienthong.example`. */
  url: string
  /** Asked afresh before every connect (rule S12). A ProtocolError that it throws counts as the server's refusal. */
  token: () => Promise<string>
  /**
   * Where this person's edits of a document wait while they are not acknowledged, over the end of the program too (rule B9). Without it
   * they wait in memory only.
   */
  unsent?: (documentId: DocumentId) => UnsentStore
}

/** How long an ask may wait for its answer. Shorter gives up on a slow disk; longer hides a dead server from the status bar. */
const answerTimeoutMs = 30_000

/** A tick that comes this much too late means that the machine slept (rule B13). */
const tickMs = 5_000
const sleptMs = 15_000

/** One socket to the server, kept alive: it reconnects with a fresh token, growing pauses and jitter. */
export class ServerConnection implements Link {
  private readonly socket: Socket
  private readonly states = new Listeners<ConnectionState>()
  private readonly notices = new Map<string, Listeners<unknown>>()
  private readonly sessions = new Map<DocumentId, DocumentSession>()
  private readonly leaving = new Set<DocumentSession>()
  private readonly backoff = new Backoff(200, 5_000)
  private current: ConnectionState = { kind: 'connecting' }
  private isClosed = false
  private token: string | undefined
  private expiredToken: string | undefined
  private cancelRetry: Cancel = () => {}
  private cancelTick: Cancel = () => {}

  constructor(private readonly options: ServerConnectionOptions) {
    this.socket = io(options.url, {
      parser: { Encoder, Decoder },
      transports: ['websocket'],
      // Nothing is compressed (rule S17), so nothing is asked for; socket.io's types know no way to say so.
      perMessageDeflate: undefined as never,
      forceNew: true,
      autoConnect: false,
      reconnection: false,
    })
    this.socket.on('connect', () => this.connected())
    this.socket.on('connect_error', error => this.connectFailed(refusalOf(error)))
    this.socket.on('disconnect', () => this.connectFailed(undefined))
    void this.connect()
    this.tick(Date.now())
  }

  get url(): string {
    return this.options.url
  }

  get state(): ConnectionState {
    return this.current
  }

  /** Calls the listener with every later state; {@link ServerConnection.state} is the current one. */
  onState(listener: (state: ConnectionState) => void): Unsubscribe {
    return this.states.add(listener)
  }

  async ask<M extends Ask>(message: M, request: RequestOf<M>): Promise<AnswerOf<M>> {
    if (!this.socket.connected) throw this.unreachable()
    const reply: unknown = await this.socket
      .timeout(answerTimeoutMs)
      .emitWithAck(message.name, request)
      .catch(() => {
        throw this.unreachable()
      })
    const acknowledgement = safeParse(Acknowledgement, reply)
    if (!acknowledgement.success) throw unreadable(message)
    if ('error' in acknowledgement.data) throw ProtocolError.fromWire(acknowledgement.data.error)
    const answer = safeParse(message.answer, acknowledgement.data.ok)
    if (!answer.success) throw unreadable(message)
    return answer.data as AnswerOf<M>
  }

  onNotice<N extends Notice>(notice: N, listener: (payload: PayloadOf<N>) => void): Unsubscribe {
    return this.listenersOf(notice).add(payload => listener(payload as PayloadOf<N>))
  }

  /** Opens a document. While it is open, opening it again gives the same session. */
  open(documentId: DocumentId): DocumentSession {
    const open = this.sessions.get(documentId)
    if (open) return open
    const owner = {
      closing: () => {
        this.sessions.delete(documentId)
        this.leaving.add(session)
      },
      closed: () => this.leaving.delete(session),
      isReopened: () => this.sessions.has(documentId),
    }
    const session = new DocumentSession(this, documentId, owner, this.options.unsent?.(documentId))
    this.sessions.set(documentId, session)
    return session
  }

  reconnect(): void {
    if (this.isClosed) return
    this.cancelRetry()
    this.backoff.reset()
    this.socket.disconnect()
    this.cancelRetry()
    this.enter({ kind: 'connecting' })
    void this.connect()
  }

  /** Closes the sessions, waiting shortly for what is still on its way to disk, then the socket. */
  async close(): Promise<void> {
    await Promise.all([...this.sessions.values(), ...this.leaving].map(session => session.close()))
    this.isClosed = true
    this.cancelRetry()
    this.cancelTick()
    this.socket.disconnect()
  }

  private async connect(): Promise<void> {
    try {
      this.token = await this.options.token()
      this.socket.auth = { token: this.token, protocolVersion }
    } catch (error) {
      return this.connectFailed(error instanceof ProtocolError ? error : undefined)
    }
    if (!this.isClosed) this.socket.connect()
  }

  private connected(): void {
    this.backoff.reset()
    this.expiredToken = undefined
    this.enter({ kind: 'online' })
  }

  private connectFailed(error: ProtocolError | undefined): void {
    this.cancelRetry()
    const isFinal = error !== undefined && this.isFinal(error)
    this.enter(isFinal ? { kind: 'refused', error } : { kind: 'offline' })
    if (isFinal || this.isClosed) return
    this.cancelRetry = after(this.backoff.next(), () => void this.connect())
  }

  /** An expired token is replaced by its source; one that comes again unchanged cannot be. */
  private isFinal(error: ProtocolError): boolean {
    if (error.code !== 'TOKEN_EXPIRED') return error.retry === 'no'
    const isUnchanged = this.token !== undefined && this.token === this.expiredToken
    this.expiredToken = this.token
    return isUnchanged
  }

  private enter(state: ConnectionState): void {
    if (state.kind === this.current.kind && state.kind !== 'refused') return
    this.current = state
    this.states.tell(state)
  }

  private listenersOf(notice: Notice<z.ZodMiniType>): Listeners<unknown> {
    const known = this.notices.get(notice.name)
    if (known) return known
    const listeners = new Listeners<unknown>()
    this.notices.set(notice.name, listeners)
    this.socket.on(notice.name, (payload: unknown) => {
      const parsed = safeParse(notice.payload, payload)
      if (parsed.success) listeners.tell(parsed.data)
    })
    return listeners
  }

  private tick(last: number): void {
    const hasSlept = Date.now() - last > tickMs + sleptMs
    if (hasSlept && this.current.kind !== 'refused') this.reconnect()
    const now = Date.now()
    this.cancelTick = after(tickMs, () => this.tick(now))
  }

  private unreachable(): ProtocolError {
    return new ProtocolError('SERVER_UNREACHABLE', { url: this.url })
  }
}

const unreadable = (message: Ask) => new ProtocolError('INTERNAL', { reference: `answer to ${message.name}` })

/** The middleware's refusal travels as `data` of the connect error; anything else is the network's. */
const refusalOf = (error: Error & { data?: unknown }): ProtocolError | undefined => {
  const wire = safeParse(WireError, error.data)
  return wire.success ? ProtocolError.fromWire(wire.data) : undefined
}
