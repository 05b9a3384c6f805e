/** Numbers between 0 and 1, the same for the same seed. */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}
