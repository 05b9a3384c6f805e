import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Decoder, Encoder } from '@lienthong/protocol'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { frameOf } from './notice-frame.ts'

describe('the frame of a notice', () => {
  it.each([0, 60, 200, 65_000, 66_000, 1_000_000])(
    'arrives as socket.io’s own does, with %i bytes [S3]',
    async length => {
      const http = createServer().listen(0, '127.0.0.1')
      await once(http, 'listening')
      const server = new Server(http, { transports: ['websocket'], parser: { Encoder, Decoder } })
      const { port } = http.address() as AddressInfo
      const client = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        forceNew: true,
        parser: { Encoder, Decoder },
      })
      const payload = { update: new Uint8Array(length).fill(7) }
      const arrived: { name: string; whole: boolean }[] = []
      const both = new Promise<void>(resolve => {
        client.onAny((name: string, { update }: typeof payload) => {
          // Jest compares arrays byte by byte, which takes seconds for a million of them.
          arrived.push({ name, whole: Buffer.compare(update, payload.update) === 0 })
          if (arrived.length === 2) resolve()
        })
      })
      await new Promise<void>(resolve => client.once('connect', resolve))
      for (const socket of server.sockets.sockets.values()) {
        const { packet, options } = frameOf('document:updated', payload)
        socket.conn.write(packet, options)
        socket.emit('document:updated', payload)
      }
      await both
      expect(arrived).toEqual([
        { name: 'document:updated', whole: true },
        { name: 'document:updated', whole: true },
      ])
      client.disconnect()
      await server.close()
    },
  )
})
