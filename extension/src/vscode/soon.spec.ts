import { jest } from '@jest/globals'
import { Soon } from './soon.ts'

describe('Soon', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('runs once for many reasons, and again for the next ones', () => {
    const run = jest.fn()
    const soon = new Soon(run, 100)
    soon.later()
    soon.later()
    soon.now()
    soon.later()
    jest.advanceTimersByTime(500)
    expect(run).toHaveBeenCalledTimes(1)
    soon.later()
    jest.advanceTimersByTime(99)
    expect(run).toHaveBeenCalledTimes(1)
    jest.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('does not put off what is due while reasons keep coming', () => {
    const run = jest.fn()
    const soon = new Soon(run, 100)
    for (let i = 0; i < 20; i++) {
      soon.later()
      jest.advanceTimersByTime(10)
    }
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('runs no more once disposed of', () => {
    const run = jest.fn()
    const soon = new Soon(run, 100)
    soon.now()
    soon.dispose()
    jest.advanceTimersByTime(500)
    expect(run).not.toHaveBeenCalled()
  })
})
