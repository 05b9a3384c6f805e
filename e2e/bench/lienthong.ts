import {
  Decoder,
  type DocumentId,
  DocumentUpdated,
  Encoder,
  JoinDocument,
  protocolVersion,
  UpdateDocument,
} from '@lienthong/protocol'
import { io, type Socket } from 'socket.io-client'
import { createDocument } from '../documents.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import type { Connection, Contender, Participant } from './contender.ts'

interface Options {
  /** SQLite unless given. */
  databaseUrl?: string
  /** How many documents to create. */
  documents?: number
  /** Kept afterwards if given. */
  dataDir?: string
  /** Of the documents in `dataDir`, instead of creating some. */
  documentIds?: readonly DocumentId[]
  /** Further settings, by their environment variables. */
  settings?: Record<string, string>
}

/** Our server as people run it: every edit on disk before it is acknowledged. */
export async function startLienthong({ documents = 1, ...options }: Options = {}): Promise<Contender> {
  const product = await startProduct({ ...options, isDemo: true, pinToCore: 0 })
  const editors = (await product.people()).filter(({ role }) => role === 'editor')
  const [person] = editors
  if (!person) throw new Error('the demo has no editors')
  const documentIds = options.documentIds ?? (await create(product, person.token, documents))
  let connections = 0
  return {
    name: `Liên Thông, ${options.databaseUrl ? 'PostgreSQL' : 'SQLite'}, every edit durable`,
    pid: product.process.pid,
    isDurable: true,
    connect: () => connect(product.url, editors[connections++ % editors.length]?.token ?? '', documentIds),
    stop: () => product.stop(),
  }
}

async function create(product: RunningProduct, token: string, count: number): Promise<DocumentId[]> {
  const ids: DocumentId[] = []
  for (let at = 0; at < count; at++)
    ids.push(
      await createDocument(product, token, { path: `bench-${Date.now()}-${at}.md`, format: 'markdown' }),
    )
  return ids
}

type Tell = (update: Uint8Array) => void

async function connect(url: string, token: string, documentIds: readonly DocumentId[]): Promise<Connection> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    parser: { Encoder, Decoder },
    auth: { token, protocolVersion },
  })
  const listeners = new Map<DocumentId, Tell>()
  socket.on(DocumentUpdated.name, ({ documentId, update }: { documentId: DocumentId; update: Uint8Array }) =>
    listeners.get(documentId)?.(update),
  )
  return {
    join: async (clientId, document) => {
      const documentId = documentIds[document]
      if (!documentId) throw new Error(`there is no document ${document}`)
      const answer = await socket.emitWithAck(JoinDocument.name, {
        documentId,
        stateVector: new Uint8Array([0]),
        clientId,
      })
      if ('error' in answer) throw new Error(`cannot join: ${answer.error.code}`)
      return participant(socket, documentId, listeners)
    },
    close: () => socket.disconnect(),
  }
}

const participant = (
  socket: Socket,
  documentId: DocumentId,
  listeners: Map<DocumentId, Tell>,
): Participant => ({
  send: update =>
    new Promise((stored, refused) => {
      socket.emit(UpdateDocument.name, { documentId, update }, (answer: { error?: { code: string } }) => {
        if (answer.error) refused(new Error(`refused: ${answer.error.code}`))
        else stored()
      })
    }),
  onUpdate: listener => {
    listeners.set(documentId, listener)
  },
})
