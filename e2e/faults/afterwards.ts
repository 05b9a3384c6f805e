const cleanups: (() => unknown)[] = []

/** Done after the file's tests, the last one first, whatever became of them: nothing stays mounted or running. */
export const afterwards = (cleanup: () => unknown): void => {
  cleanups.push(cleanup)
}

afterAll(async () => {
  const failures: unknown[] = []
  for (const cleanup of cleanups.splice(0).reverse()) {
    try {
      await cleanup()
    } catch (error) {
      failures.push(error)
    }
  }
  expect(failures).toEqual([])
})
