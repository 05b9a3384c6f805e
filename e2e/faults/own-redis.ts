import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningProcess, startProcess } from '../process.ts'
import { freePort, until } from '../until.ts'
import { afterwards } from './afterwards.ts'

/** A Redis of a test's own, which it may kill. It keeps nothing, and is removed after the file's tests. */
export class OwnRedis {
  private process: RunningProcess | null = null

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** Whether its program is on this machine. */
  static get isPossible(): boolean {
    return spawnSync('redis-server', ['--version']).status === 0
  }

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await mkdtemp(join(tmpdir(), 'lienthong-redis-')), await freePort())
    afterwards(() => redis.end())
    await redis.startAgain()
    return redis
  }

  /** Through another port if a relay stands before it. */
  url(port = this.port): string {
    return `redis://127.0.0.1:${port}`
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.process?.kill()
  }

  async startAgain(): Promise<void> {
    const settings = { port: this.port, bind: '127.0.0.1', dir: this.folder, save: '', appendonly: 'no' }
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
    const process = startProcess('Redis', 'redis-server', args)
    this.process = process
    await until('Redis to answer', () => process.mustRun() && isListening(this.port))
  }

  private async end(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }
}

const isListening = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
