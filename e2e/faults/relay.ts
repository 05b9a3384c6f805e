import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'

import { afterwards } from './afterwards.ts'

/** The two ends of one connection. */
type Pair = readonly [client: Socket, service: Socket]

/** A way to a service on this machine that a test can break and mend. Closed after the file's tests. */
export class Relay {
  private readonly pairs = new Set<Pair>()
  private readonly forgotten = new Set<Pair>()
  private way: 'open' | 'stalled' | 'cut' = 'open'

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly delayMs: number,
  ) {}

  /** `delayMs` is how long everything takes on its way, there and back alike. */
  static async to(servicePort: number, { delayMs = 0 } = {}): Promise<Relay> {
    const server = createServer({ pauseOnConnect: true })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const relay = new Relay(server, (server.address() as AddressInfo).port, delayMs)
    server.on('connection', client => relay.accept(client, servicePort))
    afterwards(() => relay.close())
    return relay
  }

  /** Ends every connection, and each new one at once. */
  cut(): void {
    this.way = 'cut'
    for (const pair of this.pairs) end(pair)
  }

  /** Nothing passes any more, and nobody is told: neither on connections that there are nor on new ones. */
  stall(): void {
    this.way = 'stalled'
    for (const pair of this.pairs) hold(pair)
  }

  /** What was stalled passes on; new connections are let through. */
  restore(): void {
    if (this.way === 'stalled') for (const pair of this.pairs) this.pass(pair)
    this.way = 'open'
  }

  /** New connections are let through; those that were stalled are forgotten, as by a firewall or a failover: they stay silent for ever. */
  forget(): void {
    this.way = 'open'
    for (const pair of this.pairs) this.forgotten.add(pair)
    this.pairs.clear()
  }

  private pass([client, service]: Pair): void {
    if (this.delayMs === 0) {
      client.pipe(service)
      service.pipe(client)
      return
    }
    client.pipe(delayed(this.delayMs)).pipe(service)
    service.pipe(delayed(this.delayMs)).pipe(client)
  }

  private async close(): Promise<void> {
    this.cut()
    for (const pair of this.forgotten) end(pair)
    await new Promise(resolve => this.server.close(resolve))
  }

  private accept(client: Socket, servicePort: number): void {
    if (this.way === 'cut') {
      client.destroy()
      return
    }
    const pair: Pair = [client, connect(servicePort, '127.0.0.1')]
    this.pairs.add(pair)
    for (const socket of pair)
      socket
        .on('error', () => {})
        .on('close', () => {
          this.pairs.delete(pair)
          end(pair)
        })
    if (this.way === 'open') this.pass(pair)
  }
}

/** Passes on what it is given, so much later and in the same order. */
const delayed = (ms: number): Transform =>
  new Transform({
    transform(chunk, _encoding, taken) {
      setTimeout(() => this.push(chunk), ms)
      taken()
    },
    flush: ended => void setTimeout(ended, ms),
  })

const hold = (pair: Pair): void => {
  for (const socket of pair) socket.unpipe().pause()
}

const end = (pair: Pair): void => {
  for (const socket of pair) socket.destroy()
}
