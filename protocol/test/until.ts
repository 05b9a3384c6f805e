/** Waits until the condition holds; fails with its source when it does not within the time. */
export const until = async (condition: () => boolean, withinMs = 5_000): Promise<void> => {
  const end = Date.now() + withinMs
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${condition.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
