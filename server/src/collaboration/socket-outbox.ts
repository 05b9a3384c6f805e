import {
  DocumentClosed,
  type DocumentId,
  type ErrorCode,
  type Notice,
  type PayloadOf,
} from '@lienthong/protocol'
import type { Server } from 'socket.io'
import { frameOf } from './notice-frame.ts'
import type { Outbox } from './outbox.ts'

/** An {@link Outbox} into socket.io, whose room of a document is named by its id. */
export class SocketOutbox implements Outbox {
  private server: Server | null = null

  attach(server: Server): void {
    this.server = server
  }

  broadcast<N extends Notice>(
    documentId: DocumentId,
    notice: N,
    payload: PayloadOf<N>,
    except: readonly string[] = [],
  ): void {
    const { sockets, adapter } = this.server?.sockets ?? {}
    const ids = adapter?.rooms.get(documentId)
    if (!sockets || !ids) return
    const { packet, options } = frameOf(notice.name, payload)
    for (const id of ids) if (!except.includes(id)) sockets.get(id)?.conn.write(packet, options)
  }

  send<N extends Notice>(socketId: string, notice: N, payload: PayloadOf<N>): void {
    this.server?.sockets.sockets.get(socketId)?.emit(notice.name, payload)
  }

  expel(socketId: string, documentId: DocumentId, code: ErrorCode): void {
    this.send(socketId, DocumentClosed, { documentId, code })
    setImmediate(() => this.server?.sockets.sockets.get(socketId)?.disconnect(true))
  }

  waitingBytes(socketId: string): number {
    const { conn } = this.server?.sockets.sockets.get(socketId) ?? {}
    return conn ? queuedBytes(conn) + bufferedBytes(conn.transport) : 0
  }

  waitingAbove(bytes: number): string[] {
    const ids = [...(this.server?.sockets.sockets.keys() ?? [])]
    return ids.filter(id => this.waitingBytes(id) > bytes)
  }

  cutOff(socketId: string, documents: readonly DocumentId[], code: ErrorCode): void {
    for (const documentId of documents) this.send(socketId, DocumentClosed, { documentId, code })
    this.server?.sockets.sockets.get(socketId)?.conn.close(true)
  }
}

/** Packets that engine.io keeps until the WebSocket has taken those before. It tells nobody how many there are. */
const queuedBytes = (connection: object): number => {
  const packets: unknown = Reflect.get(connection, 'writeBuffer')
  if (!Array.isArray(packets)) return 0
  return packets.reduce(
    (sum: number, packet: { data?: { length?: number } }) => sum + (packet.data?.length ?? 0),
    0,
  )
}

/** What the WebSocket has taken and the network has not. */
const bufferedBytes = (transport: object): number => {
  const socket: unknown = Reflect.get(transport, 'socket')
  if (typeof socket !== 'object' || socket === null || !('bufferedAmount' in socket)) return 0
  return typeof socket.bufferedAmount === 'number' ? socket.bufferedAmount : 0
}
