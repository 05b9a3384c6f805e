import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Config } from '../config/config.ts'
import { newId } from '../database/ids.ts'
import {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  type NodeId,
  type NodeMessage,
} from './node-message.ts'
import { RedisBus } from './redis-bus.ts'

export type { NodeId, NodeMessage } from './node-message.ts'

/** Who is told what other nodes say. */
export interface NodeObserver {
  heard(from: NodeId, message: NodeMessage): void
  /** The others can be heard, for the first time or again: what they said before may be lost. */
  reunited?(): void
  /** A node has left, or has died. */
  gone?(node: NodeId): void
  /** Again and again while nobody can be heard although there may be others. */
  alone?(): void
}

/** Every node says so this often. */
const heartbeatMs = 1000
/** Without one's own voice for so long, the bus is broken; without another's, that node is dead. */
/** An answer takes milliseconds. Who cannot be kept waiting waits so long; a node that is busier than the longer time is soon taken for dead. */
const answerMs = { usually: 50, surely: 1000 }

const silenceMs = { ofBus: 3000, ofNode: 5000 }

/**
 * The doorbell between nodes over one PostgreSQL (rule S13): a channel of Redis on which nothing is ever asked for that the database does
 * not know. Without Redis, or while it is away, everything still arrives, only later.
 */
@Injectable()
export class NodesService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly id: NodeId = newId<NodeId & { __brand: 'node' }>()
  private readonly observers: NodeObserver[] = []
  private readonly lastHeardAt = new Map<NodeId, number>()
  private readonly logger = new Logger('Nodes')
  private bus: RedisBus | null = null
  private timer: NodeJS.Timeout | undefined
  private heardItselfAt = Number.NEGATIVE_INFINITY
  private reunitedAt = Number.NEGATIVE_INFINITY
  private isBroken = false

  constructor(private readonly config: Config) {}

  observe(observer: NodeObserver): void {
    this.observers.push(observer)
  }

  /** Whether what the others say arrives. */
  get isConnected(): boolean {
    return performance.now() - this.heardItselfAt < silenceMs.ofBus
  }

  /** Whether what others were asked at `since` (`performance.now()`) has its answers by now; at once where nobody can be asked. */
  haveAnswered(since: number): boolean {
    if (this.bus === null) return true
    return this.isConnected && performance.now() - Math.max(since, this.reunitedAt) > answerMs.surely
  }

  /** Resolves when what others were asked just now has its answers, as a rule; at once where nobody can be asked. */
  async whenAnswered(): Promise<void> {
    if (this.lastHeardAt.size === 0 || !this.isConnected) return
    await new Promise(resolve => setTimeout(resolve, answerMs.usually))
  }

  /** Tells the other nodes, if they can be told. */
  tell(message: NodeMessage): void {
    this.bus?.send(encodeEnvelope({ from: this.id, message }))
  }

  onApplicationBootstrap(): void {
    const { redisUrl, databaseUrl } = this.config
    if (redisUrl === null || databaseUrl === null) return
    this.bus = new RedisBus(redisUrl, channelOf(databaseUrl), `lienthong-${this.id}`, {
      heard: bytes => this.heard(bytes),
      connected: () => this.connected(),
      failed: reason => this.failed(reason),
    })
    this.timer = setInterval(() => this.beat(), heartbeatMs)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
    this.tell({ kind: 'leaving' })
    this.bus?.close()
  }

  private beat(): void {
    this.tell({ kind: 'here' })
    if (!this.isConnected) {
      for (const observer of this.observers) observer.alone?.()
      return
    }
    const now = performance.now()
    for (const [node, at] of this.lastHeardAt) if (now - at > silenceMs.ofNode) this.gone(node)
  }

  private heard(bytes: Buffer): void {
    const envelope = this.read(bytes)
    if (!envelope) return
    const { from, message } = envelope
    if (from === this.id) {
      this.heardItselfAt = performance.now()
      return
    }
    if (message.kind === 'leaving') {
      this.gone(from)
      return
    }
    this.lastHeardAt.set(from, performance.now())
    for (const observer of this.observers) observer.heard(from, message)
  }

  /** A node of another version may say what this one cannot read. */
  private read(bytes: Buffer): Envelope | null {
    try {
      return decodeEnvelope(bytes)
    } catch {
      this.logger.warn({ msg: 'a message that cannot be read' })
      return null
    }
  }

  private gone(node: NodeId): void {
    this.lastHeardAt.delete(node)
    for (const observer of this.observers) observer.gone?.(node)
  }

  private connected(): void {
    if (this.isBroken) this.logger.warn({ msg: 'Redis is back' })
    this.isBroken = false
    this.heardItselfAt = performance.now()
    this.reunitedAt = this.heardItselfAt
    for (const node of this.lastHeardAt.keys()) this.lastHeardAt.set(node, performance.now())
    for (const observer of this.observers) observer.reunited?.()
  }

  private failed(reason: string): void {
    if (!this.isBroken) this.logger.warn({ msg: 'Redis is away', reason })
    this.isBroken = true
  }
}

/** Nodes over one database hear each other; others on the same Redis would not understand each other's ids anyway. */
const channelOf = (databaseUrl: string): string => `lienthong:${new URL(databaseUrl).pathname.slice(1)}`
