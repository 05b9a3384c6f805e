import { jest } from '@jest/globals'
import { type Format } from '@lienthong/plugin-sdk'
import { type Runner, type RunnerOptions, startRunner } from '../src/runner/runner.ts'
import { checkOnce, type PlacedFinding } from '../src/testing.ts'

// Jest's 5 s are for units; here runners start, each a process with threads, and the machine may be loaded.
jest.setTimeout(120_000)

const open: Runner[] = []

afterAll(async () => {
  for (const runner of open.splice(0)) await runner.stop()
})

/** A real runner process with the given plugins; it is stopped after the file's tests. */
export const runnerWith = async (
  plugins: Readonly<Record<string, string>>,
  options: RunnerOptions = {},
): Promise<Runner> => {
  const runner = await startRunner(options)
  open.push(runner)
  for (const [id, code] of Object.entries(plugins)) await runner.load({ id, code })
  return runner
}

/** How many milliseconds it took, the least of up to three tries: on a loaded machine one alone says little. */
export const quickest = async (enoughMs: number, attempt: () => Promise<number>): Promise<number> => {
  let tookMs = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && tookMs >= enoughMs; tries++) tookMs = Math.min(tookMs, await attempt())
  return tookMs
}

/** The findings of a text as `message: marked words`, in document order. */
export const lines = async (runner: Runner, format: Format, text: string): Promise<string[]> =>
  (await checkOnce(runner, format, text)).map(line)

export const line = ({ message, marked }: PlacedFinding) => `${message.vi.replace('Thấy ', '')}: ${marked}`
