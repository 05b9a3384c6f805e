import { jest } from '@jest/globals'
import { Beat, type Beating } from './beat.ts'

class Drum implements Beating {
  beats = 0

  beat(): void {
    this.beats++
  }
}

describe('the beat', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    jest.advanceTimersByTime(1000)
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  const windows = { afterPauseMs: 5, underLoadMs: 20, perPersonMs: 0.5, longestMs: 40, maxBytes: 1000 }

  /** Milliseconds until the drum has beaten once more. */
  const waitFor = (drum: Drum): number => {
    const before = drum.beats
    let waitedMs = 0
    for (; drum.beats === before && waitedMs < 1000; waitedMs++) jest.advanceTimersByTime(1)
    return waitedMs
  }

  it('[S2] comes soon after a pause, later under load, later still the more there are, but not later than that', () => {
    const beat = new Beat(windows)
    const drum = new Drum()
    beat.request(drum, 1, 2)
    expect(waitFor(drum)).toBe(5)
    beat.request(drum, 1, 2)
    expect(waitFor(drum)).toBe(20)
    beat.request(drum, 1, 60)
    expect(waitFor(drum)).toBe(30)
    beat.request(drum, 1, 500)
    expect(waitFor(drum)).toBe(40)
  })

  it('[S2] does not let a crowd delay a small room', () => {
    const beat = new Beat(windows)
    const [crowd, pair] = [new Drum(), new Drum()]
    beat.now()
    beat.request(crowd, 1, 500)
    beat.request(pair, 1, 2)
    expect(waitFor(pair)).toBe(20)
    expect(crowd.beats).toBe(1)
  })

  it('[S2] comes at once when much has gathered', () => {
    const beat = new Beat(windows)
    const drum = new Drum()
    beat.request(drum, 999, 2)
    expect(drum.beats).toBe(0)
    beat.request(drum, 1, 2)
    expect(drum.beats).toBe(1)
  })
})
