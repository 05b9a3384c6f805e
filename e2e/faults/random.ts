/** Replay a run with LIENTHONG_E2E_SEED; where the disk and the processes are slow or fast, it still differs. */
export const seed = Number(process.env.LIENTHONG_E2E_SEED ?? Date.now() % 1_000_000)

/** A small linear congruential generator: the same numbers for the same seed. */
export const randomFrom = (start: number): (() => number) => {
  let state = start
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
