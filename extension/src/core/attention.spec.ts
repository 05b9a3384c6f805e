import { jest } from '@jest/globals'
import { Attention } from './attention.ts'

const minutes = 60_000

describe('attention', () => {
  let told: boolean[]
  let attention: Attention
  beforeEach(() => {
    jest.useFakeTimers()
    told = []
    attention = new Attention(() => told.push(attention.isAway))
  })
  afterEach(() => {
    attention.dispose()
    jest.useRealTimers()
  })

  it('[E12] calls nobody away who looks elsewhere for a moment', () => {
    attention.note(false)
    jest.advanceTimersByTime(2.9 * minutes)
    attention.note(true)
    jest.advanceTimersByTime(10 * minutes)
    expect(told).toEqual([])
  })

  it('[E12] calls somebody away after three minutes, however often it is noted, and back at once', () => {
    attention.note(false)
    jest.advanceTimersByTime(2 * minutes)
    attention.note(false)
    jest.advanceTimersByTime(1 * minutes)
    expect(told).toEqual([true])
    attention.note(true)
    expect(told).toEqual([true, false])
  })
})
