import {
  Decoder,
  Encoder,
  maxFrameBytes,
  ProtocolError,
  protocolVersion,
  SocketAuth,
} from '@lienthong/protocol'
import type { INestApplicationContext } from '@nestjs/common'
import { AbstractWsAdapter } from '@nestjs/websockets'
import { Server } from 'socket.io'
import { Authenticator } from './authenticator.ts'
import type { ClientSocket } from './client-socket.ts'
import { OpenSockets } from './open-sockets.ts'
import { refusalOf } from './refusal.ts'
import { validated } from './validated.ts'

/** socket.io as the protocol wants it (rule S17): WebSocket only, one binary frame per packet, nobody in without a valid token. */
export class SocketAdapter extends AbstractWsAdapter {
  constructor(private readonly app: INestApplicationContext) {
    super(app)
  }

  override create(): Server {
    const server = new Server(this.httpServer, {
      transports: ['websocket'],
      perMessageDeflate: false,
      maxHttpBufferSize: maxFrameBytes,
      serveClient: false,
      parser: { Encoder, Decoder },
    })
    server.use((socket: ClientSocket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(connectErrorOf(error)),
      )
    })
    return server
  }

  /** Messages are bound by the SocketsGateway. */
  override bindMessageHandlers(): void {}

  private async admit(socket: ClientSocket): Promise<void> {
    const auth = { token: '', ...socket.handshake.auth }
    const { token, protocolVersion: client } = validated(SocketAuth, auth)
    if (client !== protocolVersion)
      throw new ProtocolError('PROTOCOL_INCOMPATIBLE', { client, server: protocolVersion })
    socket.data.asOfChange = this.app.get(OpenSockets, { strict: false }).changeCount
    socket.data.actor = await this.app.get(Authenticator, { strict: false }).authenticate(token)
  }
}

/** socket.io sends `message` and `data` of the error in the packet that refuses the connection. */
const connectErrorOf = (error: unknown): Error => {
  const refusal = refusalOf(error, 'connect')
  return Object.assign(new Error(refusal.code), { data: refusal.toWire() })
}
