import { createServer } from 'node:net'

type Truthy<T> = Exclude<T, false | null | undefined>

/**
 * Resolves with the first truthy answer; asks every `everyMs`. Rejects after `withinMs`, naming what was waited for and the last failure.
 * Long unless a test is about time: a busy machine is slow, not wrong.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { withinMs = 60_000, everyMs = 50 } = {},
): Promise<Truthy<T>> {
  const deadline = Date.now() + withinMs
  let failure: unknown
  do {
    try {
      const answer = await ask()
      if (answer) return answer as Truthy<T>
      failure = undefined
    } catch (error) {
      failure = error
    }
    await pause(everyMs)
  } while (Date.now() < deadline)
  throw new Error(`waited ${withinMs} ms for ${what}`, { cause: failure })
}

/** For pacing a load or a typist, never for hoping that something has happened by then. */
export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** A loopback port that was free a moment ago. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
