import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerOptions, type Socket, Server as SocketServer } from 'socket.io'
import * as Y from 'yjs'
import {
  AnnouncePresence,
  type Ask,
  CheckDocument,
  Decoder,
  type DocumentAccess,
  DocumentChunkSent,
  DocumentUpdated,
  Encoder,
  JoinDocument,
  LeaveDocument,
  ListThreads,
  type Notice,
  type PayloadOf,
  ProtocolError,
  type RequestOf,
  textName,
  UpdateDocument,
} from '../src/index.ts'

const sessionOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The protocol over one Y.Doc in memory, with levers to misbehave. What it forgets when it is told to crash was never acknowledged. */
export class TinyServer {
  doc = new Y.Doc()
  access: DocumentAccess = { canEdit: true, canComment: true }
  chunkBytes = 64 * 1024
  /** Thrown instead of taking the next updates. */
  refusals: ProtocolError[] = []
  /** Thrown instead of answering the next joins. */
  joinRefusals: ProtocolError[] = []
  /** Thrown instead of letting the next sockets in. */
  connectRefusals: ProtocolError[] = []
  readonly tokens: unknown[] = []
  readonly updates: Uint8Array[] = []
  readonly announced: RequestOf<typeof AnnouncePresence>[] = []
  joins = 0
  leaves = 0
  /** While set, updates are applied but not answered. */
  isHoldingAnswers = false
  /** While set, joins are not answered. */
  isHoldingJoins = false
  readonly held: (() => void)[] = []
  private port = 0
  private http = createServer()
  private io = this.listen()
  private sockets = 0

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get text(): string {
    return this.doc.getText(textName).toString()
  }

  async start(): Promise<this> {
    this.http.listen(this.port, '127.0.0.1')
    await once(this.http, 'listening')
    this.port = (this.http.address() as AddressInfo).port
    return this
  }

  /** Breaks every connection and stops listening. */
  async stop(): Promise<void> {
    await this.io.close()
  }

  /** Comes back on the same port with another memory. */
  async restart(doc = this.doc): Promise<void> {
    this.doc = doc
    this.http = createServer()
    this.io = this.listen()
    await this.start()
  }

  dropConnections(): void {
    for (const socket of this.io.sockets.sockets.values()) socket.conn.close()
  }

  tell<N extends Notice>(notice: N, payload: PayloadOf<N>): void {
    this.io.emit(notice.name, payload)
  }

  private listen(): SocketServer {
    const options: Partial<ServerOptions> = { transports: ['websocket'], parser: { Encoder, Decoder } }
    const io = new SocketServer(this.http, options)
    io.use((socket, next) => {
      this.tokens.push(socket.handshake.auth.token)
      const refusal = this.connectRefusals.shift()
      next(refusal && Object.assign(new Error(refusal.code), { data: refusal.toWire() }))
    })
    io.on('connection', socket => this.serve(socket))
    return io
  }

  private serve(socket: Socket): void {
    const sessionId = sessionOf(++this.sockets)
    const on = <M extends Ask>(message: M, handle: (request: RequestOf<M>) => unknown) =>
      socket.on(message.name, async (request: RequestOf<M>, answer: (value: unknown) => void) => {
        try {
          answer({ ok: await handle(request) })
        } catch (error) {
          if (!(error instanceof ProtocolError)) throw error
          answer({ error: error.toWire() })
        }
      })
    on(JoinDocument, request => this.join(socket, sessionId, request))
    on(UpdateDocument, request => this.update(socket, request))
    on(ListThreads, () => ({ threads: [] }))
    on(CheckDocument, request => this.check(request))
    on(LeaveDocument, () => {
      this.leaves++
      return {}
    })
    on(AnnouncePresence, request => {
      this.announced.push(request)
      return {}
    })
  }

  private async join(socket: Socket, sessionId: string, request: RequestOf<typeof JoinDocument>) {
    this.joins++
    if (this.isHoldingJoins) await new Promise<void>(resolve => this.held.push(resolve))
    const refusal = this.joinRefusals.shift()
    if (refusal) throw refusal
    const { documentId, stateVector } = request
    const whole = Y.encodeStateAsUpdate(this.doc, stateVector)
    const chunks = Math.max(1, Math.ceil(whole.length / this.chunkBytes))
    const chunkAt = (index: number) => whole.slice(index * this.chunkBytes, (index + 1) * this.chunkBytes)
    for (let index = 1; index < chunks; index++)
      socket.emit(DocumentChunkSent.name, { documentId, index, chunk: chunkAt(index) })
    const own = Y.encodeStateVector(this.doc)
    return { sessionId, access: this.access, stateVector: own, seq: 0, chunks, chunk: chunkAt(0) }
  }

  private check({ stateVector, textHash }: RequestOf<typeof CheckDocument>) {
    if (!Buffer.from(Y.encodeStateVector(this.doc)).equals(stateVector)) return { verdict: 'elsewhere' }
    const hash = createHash('sha256').update(this.text).digest()
    return { verdict: hash.equals(textHash) ? 'same' : 'different' }
  }

  private async update(socket: Socket, { documentId, update }: RequestOf<typeof UpdateDocument>) {
    const refusal = this.refusals.shift()
    if (refusal) throw refusal
    if (!this.access.canEdit) throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
    const scratch = new Y.Doc()
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.doc))
    Y.applyUpdate(scratch, update)
    if (scratch.store.pendingStructs) throw new ProtocolError('UPDATE_INCOMPLETE')
    Y.applyUpdate(this.doc, update)
    this.updates.push(update)
    socket.broadcast.emit(DocumentUpdated.name, { documentId, update })
    if (this.isHoldingAnswers) await new Promise<void>(resolve => this.held.push(resolve))
    return { seq: this.updates.length }
  }
}
