import {
  type Acknowledgement,
  Decoder,
  type DocumentId,
  Encoder,
  JoinDocument,
  protocolVersion,
} from '@lienthong/protocol'
import { io, type Socket } from 'socket.io-client'
import type { RunningProduct } from './product.ts'

/** What the handshake says of the caller; `undefined` leaves a field out. */
export interface Handshake {
  token?: string | undefined
  protocolVersion?: unknown
}

/** A bare connection that says exactly what it is told to, unlike the real client. Rejects with the server's code. */
export function connect(product: RunningProduct, handshake: Handshake): Promise<Socket> {
  const socket = io(product.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    parser: { Encoder, Decoder },
    auth: { protocolVersion, ...handshake },
  })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', error => {
      socket.disconnect()
      reject(error)
    })
  })
}

/** Sends anything under any name; the answer is the acknowledgement as it came. */
export function send(socket: Socket, name: string, ...payload: unknown[]): Promise<Acknowledgement> {
  return socket.timeout(30_000).emitWithAck(name, ...payload)
}

export function join(
  socket: Socket,
  documentId: DocumentId | string,
  clientId = 7,
): Promise<Acknowledgement> {
  return send(socket, JoinDocument.name, { documentId, stateVector: new Uint8Array([0]), clientId })
}
