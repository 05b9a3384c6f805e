import {
  type AnswerOf,
  type Ask,
  Decoder,
  DocumentChunkSent,
  type DocumentId,
  DocumentUpdated,
  Encoder,
  JoinDocument,
  LeaveDocument,
  type Notice,
  type PayloadOf,
  protocolVersion,
  type RequestOf,
  textName,
  UpdateDocument,
  WireError,
} from '@lienthong/protocol'
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import type { TestPerson, TestServer } from '../start-server.ts'

const open: Socket[] = []

afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

/** What a refused ask rejects with. */
export class Refused extends Error {
  constructor(readonly error: WireError) {
    super(error.code)
  }
}

/** One person at one socket, as bare as the wire is: what arrives is kept, and applied to `doc` once the document is joined. */
export class Editor {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText(textName)
  readonly heard: { name: string; payload: unknown }[] = []
  answer: AnswerOf<typeof JoinDocument> | null = null
  private readonly sent: Promise<unknown>[] = []

  private constructor(readonly socket: Socket) {
    socket.onAny((name: string, payload: unknown) => this.heard.push({ name, payload }))
    socket.on(DocumentUpdated.name, ({ update }: PayloadOf<typeof DocumentUpdated>) =>
      Y.applyUpdate(this.doc, update, 'server'),
    )
  }

  static async connect(server: Pick<TestServer, 'url'>, { token }: TestPerson): Promise<Editor> {
    const socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      parser: { Encoder, Decoder },
      auth: { token, protocolVersion },
    })
    open.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return new Editor(socket)
  }

  async ask<M extends Ask>(message: M, request: RequestOf<M>): Promise<AnswerOf<M>> {
    // As long as the product's own client waits: what cannot be stored is not answered.
    const answer = await this.socket.timeout(30_000).emitWithAck(message.name, request)
    if ('error' in answer) throw new Refused(answer.error)
    return answer.ok
  }

  /** Joins, applies what it lacks, and from then on sends what is typed. */
  async join(documentId: DocumentId): Promise<this> {
    const stateVector = Y.encodeStateVector(this.doc)
    this.answer = await this.ask(JoinDocument, { documentId, stateVector, clientId: this.doc.clientID })
    const chunks = [this.answer.chunk]
    for (const { index, chunk } of this.noticed(DocumentChunkSent)) chunks[index] = chunk
    Y.applyUpdate(this.doc, Buffer.concat(chunks), 'server')
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return
      const answered = this.ask(UpdateDocument, { documentId, update })
      // Whoever cares awaits whenStored; a test may also end before the answer.
      answered.catch(() => {})
      this.sent.push(answered)
    })
    return this
  }

  async leave(documentId: DocumentId): Promise<void> {
    await this.ask(LeaveDocument, { documentId })
  }

  /** Resolves when everything typed so far is acknowledged. */
  async whenStored(): Promise<void> {
    await Promise.all(this.sent)
  }

  noticed<N extends Notice>(notice: N): PayloadOf<N>[] {
    return this.heard.filter(({ name }) => name === notice.name).map(({ payload }) => payload as PayloadOf<N>)
  }
}
