import { Redis } from 'ioredis'

/** Told about the bus. */
export interface BusListener {
  heard(bytes: Buffer): void
  /** Messages arrive and can be sent from now on; before, some may have been lost. */
  connected(): void
  failed(reason: string): void
}

/** A channel of Redis. What cannot be sent now is lost; connections come back by themselves. */
export class RedisBus {
  private readonly sender: Redis
  private readonly receiver: Redis
  private isListening = false

  constructor(
    url: string,
    private readonly channel: string,
    name: string,
    private readonly listener: BusListener,
  ) {
    this.sender = connection(url, name, listener)
    this.receiver = connection(url, name, listener)
    this.receiver.on('messageBuffer', (_channel: Buffer, bytes: Buffer) => listener.heard(bytes))
    this.receiver.on('ready', () => void this.listen())
    this.receiver.on('close', () => {
      this.isListening = false
    })
    // Either may be back first.
    this.sender.on('ready', () => this.mayBeConnected())
  }

  send(bytes: Buffer): void {
    // Nobody is told: whoever should have heard it notices that it hears nothing.
    if (this.sender.status === 'ready') this.sender.publish(this.channel, bytes).catch(() => {})
  }

  private async listen(): Promise<void> {
    try {
      await this.receiver.subscribe(this.channel)
      this.isListening = true
      this.mayBeConnected()
    } catch {
      // The connection broke again meanwhile; the next one subscribes.
    }
  }

  private mayBeConnected(): void {
    if (this.isListening && this.sender.status === 'ready') this.listener.connected()
  }

  close(): void {
    this.sender.disconnect()
    this.receiver.disconnect()
  }
}

const connection = (url: string, connectionName: string, listener: BusListener): Redis => {
  const redis = new Redis(url, {
    connectionName,
    enableOfflineQueue: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    retryStrategy: times => Math.min(maxRetryMs, 50 * 2 ** times),
  })
  redis.on('error', error => listener.failed(error.message))
  return redis
}

/** Redis that is back is noticed within this time. */
const maxRetryMs = 1000
