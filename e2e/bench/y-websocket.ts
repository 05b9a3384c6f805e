import { once } from 'node:events'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { startProcess } from '../process.ts'
import { freePort, until } from '../until.ts'
import type { Connection, Contender, Participant } from './contender.ts'
import { installPeers, peerNode } from './peers.ts'

const sync = 0
const syncUpdate = 2

/** The server of Yjs's own y-websocket, storing nothing. It opens a socket for each document. */
export async function startYWebsocket(): Promise<Contender> {
  const folder = await installPeers()
  const port = await freePort()
  const script = join(folder, 'node_modules/y-websocket/bin/server.cjs')
  const server = startProcess('y-websocket', 'taskset', ['-c', '0', peerNode(folder), script], {
    HOST: '127.0.0.1',
    PORT: String(port),
  })
  await until('y-websocket to listen', () => server.mustRun() && server.output().includes('running'))
  return {
    name: 'y-websocket 2.1, nothing stored',
    pid: server.pid,
    isDurable: false,
    connect: async () => connect(port),
    stop: () => server.stop(),
  }
}

function connect(port: number): Connection {
  const sockets: WebSocket[] = []
  return {
    join: async (_, document) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/bench-${document}`)
      sockets.push(socket)
      return participant(socket)
    },
    close: () => {
      for (const socket of sockets) socket.close()
    },
  }
}

async function participant(socket: WebSocket): Promise<Participant> {
  socket.binaryType = 'arraybuffer'
  let tell: (update: Uint8Array) => void = () => {}
  socket.on('message', (data: ArrayBuffer) => {
    const input = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(input) !== sync || decoding.readVarUint(input) !== syncUpdate) return
    tell(decoding.readVarUint8Array(input))
  })
  await once(socket, 'open')
  return {
    send: async update => {
      const out = encoding.createEncoder()
      encoding.writeVarUint(out, sync)
      encoding.writeVarUint(out, syncUpdate)
      encoding.writeVarUint8Array(out, update)
      socket.send(encoding.toUint8Array(out))
    },
    onUpdate: listener => {
      tell = listener
    },
  }
}
