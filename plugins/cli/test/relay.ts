import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between the command and a server, and acts in the middle of what the command sends. */
export interface Relay {
  readonly url: string
  close(): Promise<void>
}

/** `act` runs once, when more than `bytes` went to the server over one connection. */
export async function startRelay(target: string, bytes: number, act: () => void): Promise<Relay> {
  const { port, hostname } = new URL(target)
  const open = new Set<Socket>()
  let hasActed = false
  const server = createServer(inward => {
    const outward = connect(Number(port), hostname)
    let sent = 0
    inward.on('data', (chunk: Buffer) => {
      sent += chunk.length
      if (sent <= bytes || hasActed) return
      hasActed = true
      act()
    })
    for (const socket of [inward, outward]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        inward.destroy()
        outward.destroy()
      })
    }
    inward.pipe(outward).pipe(inward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => void server.close(() => resolve()))
    },
  }
}
