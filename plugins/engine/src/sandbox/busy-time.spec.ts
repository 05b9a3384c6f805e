import { BusyTime } from './busy-time.ts'

describe('the time that code has been at work', () => {
  /** What stretches of so many milliseconds add up to. */
  const worked = (...stretches: readonly number[]) => {
    const time = new BusyTime()
    time.start(0)
    let now = 0
    let told = 0
    for (const stretch of stretches) {
      now += stretch
      told = time.at(now)
    }
    return told
  }
  const times = (n: number, ms: number) => Array.from({ length: n }, () => ms)

  it('[V10] is all of it while the machine does nothing else', () => {
    expect(worked(...times(1000, 0.1))).toBeCloseTo(100)
    expect(worked(...times(100, 1))).toBeCloseTo(100)
  })

  it('[V10] leaves out what it waited for the machine, nearly', () => {
    const slice = [...times(30, 0.1), 20]
    expect(worked(...Array.from({ length: 20 }, () => slice).flat())).toBeLessThan(1.2 * 20 * 3)
  })

  it('[V10] follows code that turns to slower work', () => {
    expect(worked(...times(100, 0.1), ...times(200, 1))).toBeGreaterThan(0.9 * 210)
  })
})
