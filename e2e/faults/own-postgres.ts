import { execFile, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { type RunningProcess, startProcess } from '../process.ts'
import { freePort, until } from '../until.ts'
import { afterwards } from './afterwards.ts'

/** A PostgreSQL of a test's own, which it may kill. Removed after the file's tests. */
export class OwnPostgres {
  private process: RunningProcess | null = null

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** Whether its programs are on this machine. */
  static get isPossible(): boolean {
    return programs !== undefined && owner !== undefined
  }

  /** Keeps what it has in a folder of its own inside this one. */
  static async start(inside = tmpdir()): Promise<OwnPostgres> {
    const folder = await mkdtemp(join(inside, 'lienthong-postgres-'))
    if (owner) chownSync(folder, owner.uid, owner.gid)
    const args = [
      '-D',
      join(folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ]
    const initialised = startProcess('initdb', ...asOwner('initdb', args))
    expect(await initialised.ended()).toBe('code 0')
    const postgres = new OwnPostgres(folder, await freePort())
    afterwards(() => postgres.end())
    await postgres.startAgain()
    return postgres
  }

  /** An empty database; through another port if a relay stands before it. */
  url(port = this.port): string {
    return `postgres://postgres@127.0.0.1:${port}/postgres`
  }

  /** `kill -9` of everything that it is. */
  async kill(): Promise<void> {
    await this.process?.kill()
  }

  async startAgain(): Promise<void> {
    const args = ['-D', join(this.folder, 'data'), '-p', String(this.port), '-k', this.folder]
    await until('PostgreSQL to answer', async () => {
      // It does not start before the last of the killed one's processes has noticed, and those that start recover first.
      if (!this.process || this.process.hasEnded())
        this.process = startProcess('PostgreSQL', ...asOwner('postgres', args))
      return (await this.query('SELECT 1')).trim() === '1'
    })
  }

  /** Statements on a connection of their own; resolves with what they answer when they are done. */
  async query(...statements: string[]): Promise<string> {
    const commands = statements.flatMap(statement => ['-c', statement])
    const args = [this.url(), '-qAtX', '-v', 'ON_ERROR_STOP=1', ...commands]
    const { stdout } = await promisify(execFile)(program('psql'), args, { maxBuffer: Infinity })
    return stdout
  }

  private async end(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** PostgreSQL refuses to run as root. */
const owner = process.getuid?.() === 0 ? idsOf('postgres') : null

/** Where its programs are; Debian keeps those of each version in a folder of its own. */
const programs = [...debianFolders(), ...(process.env.PATH ?? '').split(delimiter)].find(folder =>
  ['initdb', 'postgres', 'psql'].every(name => existsSync(join(folder, name))),
)

function debianFolders(): string[] {
  const versions = '/usr/lib/postgresql'
  return existsSync(versions) ? readdirSync(versions).map(version => join(versions, version, 'bin')) : []
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const id = (what: string) => spawnSync('id', [what, name], { encoding: 'utf8' })
  const [user, group] = [id('-u'), id('-g')]
  return user.status === 0 ? { uid: Number(user.stdout), gid: Number(group.stdout) } : undefined
}

const program = (name: string): string => join(programs ?? '', name)

/** A program and its arguments as PostgreSQL wants to be run. */
const asOwner = (name: string, args: string[]): [command: string, args: string[]] =>
  owner
    ? ['setpriv', [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', program(name), ...args]]
    : [program(name), args]
