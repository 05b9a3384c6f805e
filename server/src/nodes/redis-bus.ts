import { Redis } from 'ioredis'

/** Told about the bus. */
export interface BusListener {
  heard(bytes: Buffer): void
  /** Messages arrive from now on; before, some may have been lost. */
  connected(): void
  failed(reason: string): void
}

/** A channel of Redis. What cannot be sent now is lost; connections come back by themselves. */
export class RedisBus {
  private readonly sender: Redis
  private readonly receiver: Redis

  constructor(
    url: string,
    private readonly channel: string,
    name: string,
    listener: BusListener,
  ) {
    this.sender = connection(url, name, listener)
    this.receiver = connection(url, name, listener)
    this.receiver.on('messageBuffer', (_channel: Buffer, bytes: Buffer) => listener.heard(bytes))
    this.receiver.on('ready', () => {
      // The connection may break again meanwhile; then the next one subscribes.
      this.receiver.subscribe(channel).then(
        () => listener.connected(),
        () => {},
      )
    })
  }

  send(bytes: Buffer): void {
    // Nobody is told: whoever should have heard it notices that it hears nothing.
    if (this.sender.status === 'ready') this.sender.publish(this.channel, bytes).catch(() => {})
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
