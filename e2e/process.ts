import { spawn } from 'node:child_process'
import { until } from './until.ts'

/** A child process that a test or the demo started, and ends by its own id. */
export interface RunningProcess {
  pid: number
  /** Everything that it printed so far. */
  output(): string
  /** True while it runs; throws with its output once it has ended. */
  mustRun(): true
  hasEnded(): boolean
  /** Resolves when it has ended by itself or by a signal, with how: `code 2`, `SIGTERM`. */
  ended(): Promise<string>
  /** `kill -9`: no chance to say goodbye. */
  kill(): Promise<void>
  /** SIGTERM, and SIGKILL after this time: ten seconds, more for a process that has others to end. */
  stop(withinMs?: number): Promise<void>
}

/** Starts a program with the parent's environment less the product's own variables, which tests set one by one. */
export function startProcess(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): RunningProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !key.startsWith('LIENTHONG_')),
  )
  const child = spawn(command, args, { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid === undefined) throw new Error(`cannot start ${name}`)
  let printed = ''
  let end: string | undefined
  const listen = (chunk: Buffer) => {
    printed += chunk
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  child.on('exit', (code, signal) => {
    end = signal ?? `code ${code}`
  })
  const ended = (withinMs: number) =>
    until(`${name} to end`, () => end !== undefined, { withinMs, everyMs: 10 })
  return {
    pid: child.pid,
    output: () => printed,
    hasEnded: () => end !== undefined,
    ended: () => until(`${name} to end`, () => end),
    mustRun: () => {
      if (end !== undefined) throw new Error(`${name} ended with ${end}:\n${printed}`)
      return true
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended(10_000)
    },
    stop: async (withinMs = 10_000) => {
      if (end !== undefined) return
      child.kill('SIGTERM')
      await ended(withinMs).catch(() => {
        child.kill('SIGKILL')
        return ended(10_000)
      })
    },
  }
}

/** Waits until a process that was just started answers. One that ends or stays silent is ended, so that it leaves nothing behind, and its words are told. */
export async function whenReady(
  what: string,
  child: RunningProcess,
  isReady: () => Promise<boolean>,
): Promise<void> {
  try {
    await until(what, async () => child.mustRun() && (await isReady()), { withinMs: 60_000 })
  } catch (error) {
    await child.kill()
    throw error
  }
}
