import { once } from 'node:events'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { startProcess } from '../process.ts'
import { root } from '../product.ts'
import { freePort, until } from '../until.ts'
import type { Connection, Contender } from './contender.ts'
import { installPeers, peerNode } from './peers.ts'

const sync = 0
const auth = 2
const syncUpdate = 2

/** Hocuspocus, storing nothing. `flushDelay` in milliseconds; undefined is its default. */
export async function startHocuspocus(flushDelay?: number): Promise<Contender> {
  const folder = await installPeers()
  const port = await freePort()
  const script = join(root, 'e2e/bench/hocuspocus-server.mjs')
  const args = [script, folder, String(port), flushDelay === undefined ? '' : String(flushDelay)]
  const server = startProcess('Hocuspocus', 'taskset', ['-c', '0', peerNode(folder), ...args])
  await until('Hocuspocus to listen', () => server.mustRun() && server.output().includes('listening'))
  return {
    name: `Hocuspocus 4.7, ${flushDelay === undefined ? 'default' : `flushDelay ${flushDelay} ms`}, nothing stored`,
    pid: server.pid,
    isDurable: false,
    connect: () => connect(port),
    stop: () => server.stop(),
  }
}

async function connect(port: number): Promise<Connection> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  socket.binaryType = 'arraybuffer'
  await once(socket, 'open')
  const onUpdate = new Map<string, (update: Uint8Array) => void>()
  const onJoined = new Map<string, () => void>()
  socket.on('message', (data: ArrayBuffer) => {
    const input = decoding.createDecoder(new Uint8Array(data))
    const name = decoding.readVarString(input)
    const type = decoding.readVarUint(input)
    if (type === auth) onJoined.get(name)?.()
    if (type !== sync || decoding.readVarUint(input) !== syncUpdate) return
    onUpdate.get(name)?.(decoding.readVarUint8Array(input))
  })
  const send = (name: string, type: number, write: (out: encoding.Encoder) => void) => {
    const out = encoding.createEncoder()
    encoding.writeVarString(out, name)
    encoding.writeVarUint(out, type)
    write(out)
    socket.send(encoding.toUint8Array(out))
  }
  return {
    join: async (_, document) => {
      const name = `bench-${document}`
      const joined = new Promise<void>(resolve => onJoined.set(name, resolve))
      send(name, auth, out => {
        encoding.writeVarUint(out, 0)
        encoding.writeVarString(out, 'token')
      })
      await joined
      return {
        send: async update =>
          send(name, sync, out => {
            encoding.writeVarUint(out, syncUpdate)
            encoding.writeVarUint8Array(out, update)
          }),
        onUpdate: listener => {
          onUpdate.set(name, listener)
        },
      }
    },
    close: () => socket.close(),
  }
}
