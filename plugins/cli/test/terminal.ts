import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'

// Jest's 5 s are for units; here every command is a process, and other tests load the machine. What hangs is told sooner, by `take`.
jest.setTimeout(240_000)

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The top of the repository. */
export const repository = root

/** A new folder inside the repository, where git does not see it. */
export async function folderInside(): Promise<string> {
  const cache = join(root, '.cache')
  await mkdir(cache, { recursive: true })
  return mkdtemp(join(cache, 'lienthong-'))
}

/** What a run printed, and its exit code. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A command that goes on. */
export interface Running {
  readonly ended: Promise<Ran>
  /** Waits until what was printed since the last time matches, and answers it. */
  take(pattern: RegExp): Promise<string>
  end(signal: NodeJS.Signals): void
}

const takeFrom = async (printed: { out: string; err: string }, pattern: RegExp): Promise<string> => {
  const deadline = Date.now() + 60_000
  while (!pattern.test(printed.out)) {
    if (Date.now() > deadline) throw new Error(`not printed: ${pattern}, but ${printed.out} ${printed.err}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  const { out } = printed
  printed.out = ''
  return out
}

/** A folder, an environment of its own and the real command in it. */
export class Terminal {
  private constructor(
    readonly folder: string,
    readonly env: Record<string, string>,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<Terminal> {
    const folder = await mkdtemp(join(tmpdir(), 'lienthong-terminal-'))
    const { PATH = '' } = process.env
    return new Terminal(folder, {
      PATH,
      XDG_CONFIG_HOME: join(folder, '.config'),
      LANG: 'en_US.UTF-8',
      ...env,
    })
  }

  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.folder, name), text)
  }

  /** Runs `lienthong` with these words. */
  run(
    words: readonly string[],
    { cwd = this.folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
  ): Promise<Ran> {
    return this.start(words, { cwd, env }).ended
  }

  /** Starts `lienthong` with these words, for commands that go on until they are interrupted. */
  start(
    words: readonly string[],
    { cwd = this.folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
  ): Running {
    const command = join(root, 'plugins/cli/bin/lienthong.js')
    const child = spawn(process.execPath, [command, ...words], { cwd, env: { ...this.env, ...env } })
    const running = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      running.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      running.err += text
    })
    const ended = new Promise<Ran>(resolve => child.on('close', code => resolve({ code, ...running })))
    return { ended, take: pattern => takeFrom(running, pattern), end: signal => void child.kill(signal) }
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}
