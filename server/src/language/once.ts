/** Builds at the first call; all calls share the answer, also those that come while it is built. */
export const once = <T>(build: () => Promise<T>): (() => Promise<T>) => {
  let built: Promise<T> | undefined
  return () => {
    built ??= build()
    return built
  }
}
