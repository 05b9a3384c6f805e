import * as Y from 'yjs'
import { DocumentChunkSent, JoinDocument } from '../documents.ts'
import { ProtocolError } from '../errors.ts'
import type { DocumentId } from '../ids.ts'
import type { AnswerOf, PayloadOf } from '../message.ts'
import type { Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'

export interface Joined {
  answer: AnswerOf<typeof JoinDocument>
  /** Everything that the caller lacked, as one Yjs update. */
  update: Uint8Array
}

/** Joins a document and waits for all chunks of the answer (rule S4). Errors: those of JoinDocument, SERVER_UNREACHABLE. One at a time per document. */
export const joinDocument = async (connection: Link, documentId: DocumentId, doc: Y.Doc): Promise<Joined> => {
  const arrivals = new Listeners<void>()
  const chunks = new Map<number, Uint8Array>()
  const stop = connection.onNotice(DocumentChunkSent, (sent: PayloadOf<typeof DocumentChunkSent>) => {
    if (sent.documentId !== documentId) return
    chunks.set(sent.index, sent.chunk)
    arrivals.tell()
  })
  try {
    const stateVector = Y.encodeStateVector(doc)
    const answer = await connection.ask(JoinDocument, { documentId, stateVector, clientId: doc.clientID })
    chunks.set(0, answer.chunk)
    await whenComplete(connection, arrivals, () => chunks.size >= answer.chunks)
    return { answer, update: concatenated(chunks) }
  } finally {
    stop()
  }
}

/**
 * What the server lacks of this document after its answer was applied; undefined if nothing. Insertions show in the state vectors.
 * Deletions do not, but the answer carries all that the server knows.
 */
export const differenceFor = (doc: Y.Doc, { answer, update }: Joined): Uint8Array | undefined => {
  const known = Y.decodeStateVector(answer.stateVector)
  const isAhead = [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
    ([client, clock]) => clock > (known.get(client) ?? 0),
  )
  const isSame = Y.equalDeleteSets(Y.decodeUpdate(update).ds, Y.createDeleteSetFromStructStore(doc.store))
  return isAhead || !isSame ? Y.encodeStateAsUpdate(doc, answer.stateVector) : undefined
}

const whenComplete = (connection: Link, arrivals: Listeners<void>, isComplete: () => boolean) =>
  new Promise<void>((resolve, reject) => {
    const subscriptions: Unsubscribe[] = []
    const look = () => {
      const isLost = connection.state.kind !== 'online'
      if (!isComplete() && !isLost) return
      for (const unsubscribe of subscriptions) unsubscribe()
      if (isComplete()) resolve()
      else reject(new ProtocolError('SERVER_UNREACHABLE', { url: connection.url }))
    }
    subscriptions.push(arrivals.add(look), connection.onState(look))
    look()
  })

const concatenated = (chunks: Map<number, Uint8Array>): Uint8Array => {
  const ordered = [...chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk)
  const whole = new Uint8Array(ordered.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of ordered) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
