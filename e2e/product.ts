import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type RunningProcess, startProcess, whenReady } from './process.ts'
import { freePort } from './until.ts'

/** The repository's root, from the sources as from the build. */
export const root = findRoot(resolve('.'))

/** What `npm start` runs after building. */
export const serverProgram = join(root, 'server/dist/main.js')

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : findRoot(resolve(folder, '..'))
}

/** How the product is started. */
export interface ProductOptions {
  /** Kept across starts if given; otherwise a temporary folder that `stop` removes. */
  dataDir?: string
  port?: number
  /** The loopback address to listen on; 127.0.0.1 unless given. */
  host?: string
  databaseUrl?: string
  redisUrl?: string
  isDemo?: boolean
  logLevel?: 'info' | 'debug'
  /** Further settings, by their environment variables. */
  settings?: Record<string, string>
  /** Runs on this core only, so that a load generator can have the other. */
  pinToCore?: number
}

/** One demo person, as `demo.json` in the data folder names them. */
export interface DemoPerson {
  username: string
  displayName: string
  role: string
  token: string
  link: string
}

/** The built server, running as a process of its own. */
export interface RunningProduct {
  url: string
  port: number
  dataDir: string
  process: RunningProcess
  people(): Promise<DemoPerson[]>
  /** Fails when the demo has nobody of this name. */
  person(username: string): Promise<DemoPerson>
  stop(): Promise<void>
}

/** Starts the built server and resolves when it is ready. */
export async function startProduct(options: ProductOptions = {}): Promise<RunningProduct> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'lienthong-data-')))
  const port = options.port ?? (await freePort())
  const host = options.host ?? '127.0.0.1'
  const url = `http://${host}:${port}`
  const command = [process.execPath, serverProgram]
  if (options.pinToCore !== undefined) command.unshift('taskset', '-c', String(options.pinToCore))
  const [program = '', ...args] = command
  const server = startProcess('the server', program, args, {
    LIENTHONG_DATA_DIR: dataDir,
    LIENTHONG_HOST: host,
    LIENTHONG_PORT: String(port),
    ...(options.databaseUrl && { LIENTHONG_DATABASE_URL: options.databaseUrl }),
    ...(options.redisUrl && { LIENTHONG_REDIS_URL: options.redisUrl }),
    ...(options.isDemo && { LIENTHONG_DEMO: 'true' }),
    ...(options.logLevel && { LIENTHONG_LOG_LEVEL: options.logLevel }),
    ...options.settings,
  })
  await whenReady('the server to be ready', server, async () => (await fetch(`${url}/health/ready`)).ok)
  const people = async (): Promise<DemoPerson[]> =>
    JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')).people
  return {
    url,
    port,
    dataDir,
    process: server,
    people,
    person: async username => {
      const person = (await people()).find(p => p.username === username)
      if (!person) throw new Error(`the demo has no ${username}`)
      return person
    },
    stop: async () => {
      await server.stop()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
