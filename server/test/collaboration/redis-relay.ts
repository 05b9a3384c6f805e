import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A way to Redis that can be cut. Closed after the file's tests. */
export class RedisRelay {
  private readonly target = new URL(process.env.LIENTHONG_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379')
  private readonly sockets = new Set<Socket>()
  private server: Server | null = null
  private port = 0

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async open(): Promise<this> {
    const server = createServer(client => {
      const redis = connect(Number(this.target.port || 6379), this.target.hostname)
      for (const socket of [client, redis]) {
        this.sockets.add(socket)
        socket.on('error', () => {}).on('close', () => this.end(client, redis))
      }
      client.pipe(redis).pipe(client)
    })
    await new Promise<void>(resolve => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
    this.server = server
    return this
  }

  async cut(): Promise<void> {
    const { server } = this
    this.server = null
    for (const socket of this.sockets) socket.destroy()
    await new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()))
  }

  private end(...sockets: Socket[]): void {
    for (const socket of sockets) {
      this.sockets.delete(socket)
      socket.destroy()
    }
  }
}
