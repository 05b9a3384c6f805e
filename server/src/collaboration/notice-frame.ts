import { Encoder } from '@lienthong/protocol'

/** What engine.io writes as it is. Its types do not name the option, which socket.io itself uses for text. */
export interface NoticeFrame {
  packet: Uint8Array
  options: { compress: false; wsPreEncodedFrame: readonly [Buffer] }
}

const encoder = new Encoder()

/** EVENT of the socket.io protocol, revision 5. */
const event = 2

/** A notice as it goes over any connection, down to the WebSocket frame, which would otherwise be made anew for each. */
export const frameOf = (name: string, payload: unknown): NoticeFrame => {
  const [packet = new Uint8Array()] = encoder.encode({ type: event, nsp: '/', data: [name, payload] })
  return { packet, options: { compress: false, wsPreEncodedFrame: [binaryFrame(packet)] } }
}

/** One whole unmasked binary message: RFC 6455, section 5.2. */
const binaryFrame = (message: Uint8Array): Buffer => {
  const { length } = message
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  header[0] = finalBinary
  if (length < 126) header[1] = length
  else if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([header, message])
}

/** FIN and the opcode of a binary message. */
const finalBinary = 0x82
