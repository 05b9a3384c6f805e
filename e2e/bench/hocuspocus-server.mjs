// The peer: Hocuspocus with nothing stored, `flushDelay` from the command line. Run by the bench from the peers' folder.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, port, flushDelay] = process.argv.slice(2)
const require = createRequire(pathToFileURL(`${folder}/package.json`))
const { Server } = await import(pathToFileURL(require.resolve('@hocuspocus/server')).href)

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  ...(flushDelay && { flushDelay: Number(flushDelay) }),
})
await server.listen()
process.stdout.write('listening\n')
