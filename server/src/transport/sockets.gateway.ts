import { ProtocolError, SocketAuth } from '@lienthong/protocol'
import { OnModuleInit } from '@nestjs/common'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import { type OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets'
import { Authenticator } from './authenticator.ts'
import type { ClientSocket } from './client-socket.ts'
import { type Answering, AskName } from './on-ask.ts'
import { OpenSockets } from './open-sockets.ts'
import { ReadingPace } from './reading-pace.ts'
import { refusalOf } from './refusal.ts'
import { validated } from './validated.ts'

/**
 * Binds every `@OnAsk` method of the features to every socket, directly: Nest's own way through proxies and observables
 * costs more than most messages do. A message that no feature knows is answered too.
 */
@WebSocketGateway()
export class SocketsGateway implements OnModuleInit, OnGatewayConnection {
  private readonly asks = new Map<string, Answering>()

  constructor(
    private readonly openSockets: OpenSockets,
    private readonly authenticator: Authenticator,
    private readonly pace: ReadingPace,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const prototype: unknown = instance && typeof instance === 'object' && Object.getPrototypeOf(instance)
      if (!prototype || typeof prototype !== 'object') continue
      for (const method of this.scanner.getAllMethodNames(prototype)) this.bind(instance, instance[method])
    }
  }

  handleConnection(socket: ClientSocket): void {
    this.openSockets.add(socket)
    this.pace.keep(socket)
    writeTogether(socket)
    if (socket.data.asOfChange !== this.openSockets.changeCount) void this.askAgain(socket)
    for (const [name, answer] of this.asks) {
      socket.on(name, (...values: unknown[]) => {
        const acknowledge = values.at(-1)
        const answered = answer(socket, values.length > 1 ? values[0] : undefined)
        if (typeof acknowledge === 'function') void answered.then(answer => acknowledge(answer))
      })
    }
    socket.onAny((name: string, ...values: unknown[]) => {
      const acknowledge = values.at(-1)
      if (this.asks.has(name) || typeof acknowledge !== 'function') return
      acknowledge({ error: new ProtocolError('MESSAGE_UNKNOWN', { name: name.slice(0, 64) }).toWire() })
    })
  }

  /** Somebody's rights changed between reading this socket's and listing it here, perhaps these. */
  private async askAgain(socket: ClientSocket): Promise<void> {
    try {
      const { token } = validated(SocketAuth, socket.handshake.auth)
      await this.openSockets.change(socket, await this.authenticator.authenticate(token))
    } catch (error) {
      refusalOf(error, 'connect')
      this.openSockets.close(socket)
    }
  }

  private bind(instance: object, method: unknown): void {
    if (typeof method !== 'function') return
    const name = this.reflector.get(AskName, method)
    if (name) this.asks.set(name, method.bind(instance))
  }
}

/** What has waited until the socket could be written is written at once: a commit may answer hundreds of edits of one connection. */
const writeTogether = ({ conn }: ClientSocket): void => {
  const { socket } = conn.request
  conn.on('flush', (packets: unknown[]) => packets.length > 1 && socket.cork())
  conn.on('drain', () => socket.uncork())
}
