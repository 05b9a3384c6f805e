import { Decoder, Encoder, protocolVersion } from '@lienthong/protocol'
import { io, type Socket } from 'socket.io-client'
import type { TestServer } from './start-server.ts'

const opened: Socket[] = []

afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})

/** A bare connection; resolves when the server has let it in, rejects with the code when not. */
export const connect = (server: TestServer, auth: Record<string, unknown> | string): Promise<Socket> => {
  const socket = io(server.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    parser: { Encoder, Decoder },
    auth: typeof auth === 'string' ? { token: auth, protocolVersion } : auth,
  })
  opened.push(socket)
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', error => reject(error))
  })
}
