import { Socket } from 'node:net'
import type { DataSourceOptions } from 'typeorm'

/**
 * The sockets to PostgreSQL. A failover or a firewall may forget a connection without a word; whoever asked on it would wait a quarter of
 * an hour for TCP to give up, and a commit with it. One on which nothing is heard for too long is ended, and asked anew by who asked.
 */
export class PostgresSockets {
  private readonly open = new Set<Socket>()
  private silenceMs = 0

  /** The options with these sockets; those for SQLite as they are. */
  for(options: DataSourceOptions): DataSourceOptions {
    return options.type === 'postgres'
      ? { ...options, extra: { ...options.extra, stream: () => this.make() } }
      : options
  }

  /** From now on. Before, a migration may take its time. */
  endAfterSilence(ms: number): void {
    this.silenceMs = ms
    for (const socket of this.open) socket.setTimeout(ms)
  }

  private make(): Socket {
    const socket = new Socket()
    this.open.add(socket)
    return socket
      .setTimeout(this.silenceMs)
      .on('timeout', () => socket.destroy(new Error('PostgreSQL is silent')))
      .on('close', () => this.open.delete(socket))
  }
}
