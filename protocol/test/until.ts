import { jest } from '@jest/globals'

// Jest's 5 s are for units; here sessions wait for stores and servers, and the machine may be loaded.
jest.setTimeout(30_000)

/** Waits until the condition holds; fails with its source when it does not within the time. */
export const until = async (condition: () => boolean, withinMs = 20_000): Promise<void> => {
  const end = Date.now() + withinMs
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${condition.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
