import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The socket.io parser of both sides: every packet is one binary frame, encoded once however many receive it (rule S17).
 * socket.io's own parser splits a packet that holds bytes into a text frame and one frame per byte array.
 * The encoding is lib0's "any", which ships with Yjs already and knows `Uint8Array`, `undefined` and plain JSON.
 */
export class Encoder {
  private scratch = encoding.createEncoder()

  /** One frame for one packet; an array because socket.io asks for one. */
  encode(packet: Packet): Uint8Array[] {
    const out = this.emptied()
    encoding.writeVarUint(out, packet.type)
    encoding.writeVarString(out, packet.nsp)
    encoding.writeVarUint(out, packet.id === undefined ? 0 : packet.id + 1)
    // What socket.io is given to send is unknown to the compiler; what "any" cannot hold is written as undefined.
    encoding.writeAny(out, packet.data as never)
    return [encoding.toUint8Array(out)]
  }

  /** The same memory again: to get and clear 100 bytes costs more than to write the few of an acknowledgement. What a large packet took is given back. */
  private emptied(): encoding.Encoder {
    const { scratch } = this
    if (scratch.cbuf.length > maxScratchBytes) this.scratch = encoding.createEncoder()
    scratch.cpos = 0
    scratch.bufs = []
    return this.scratch
  }
}

const maxScratchBytes = 16 * 1024

interface Packet {
  type: number
  nsp: string
  id?: number | undefined
  data?: unknown
}

type Listener = (packet: Packet) => void

/** Decodes one frame into one packet. Throws on garbage; socket.io then closes that one connection. */
export class Decoder {
  private listeners: Listener[] = []

  /** Tells `listener` every packet; `decoded` is the only event there is. */
  on(event: string, listener: Listener): this {
    if (event === 'decoded') this.listeners.push(listener)
    return this
  }

  /** Forgets the listener, or all of them. */
  off(_event?: string, listener?: Listener): this {
    this.listeners = listener ? this.listeners.filter(l => l !== listener) : []
    return this
  }

  /** The server's word for {@link Decoder.off}. */
  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener)
  }

  /** Takes in one frame and tells its packet before it returns. Throws on anything that is not exactly one packet. */
  add(frame: unknown): void {
    const input = decoding.createDecoder(bytesOf(frame))
    const type = decoding.readVarUint(input)
    const nsp = decoding.readVarString(input)
    const id = decoding.readVarUint(input)
    const data: unknown = decoding.readAny(input)
    if (type > lastPacketType || decoding.hasContent(input)) throw new Error('not a packet')
    if ((type === 2 || type === 3) && !Array.isArray(data)) throw new Error('not a packet')
    if (type === 2 && !isMessageName(data)) throw new Error('not a packet')
    const packet: Packet = id === 0 ? { type, nsp, data } : { type, nsp, id: id - 1, data }
    for (const listener of this.listeners) listener(packet)
  }

  /** socket.io calls it when the connection ends; nothing is told afterwards. */
  destroy(): void {
    this.listeners = []
  }
}

/** CONNECT 0, DISCONNECT 1, EVENT 2, ACK 3, CONNECT_ERROR 4 of the socket.io protocol, revision 5. */
const lastPacketType = 4

/** Names that Node and socket.io emit themselves: a peer that sends one could fake a disconnect or end the process by `error`. */
const reservedNames = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'error',
  'newListener',
  'removeListener',
])

const isMessageName = (data: unknown): boolean => {
  const name: unknown = Array.isArray(data) ? data[0] : undefined
  return typeof name === 'string' && !reservedNames.has(name)
}

/**
 * Copied from a view: Node reads many frames into slabs of 64 KB, and the arrays of the packet are views in turn. Whoever kept one would
 * keep the slab, and whoever gave one to a thread would copy all of it.
 */
const bytesOf = (frame: unknown): Uint8Array => {
  if (frame instanceof ArrayBuffer) return new Uint8Array(frame)
  if (frame instanceof Uint8Array) return new Uint8Array(frame)
  throw new Error('not a binary frame')
}
