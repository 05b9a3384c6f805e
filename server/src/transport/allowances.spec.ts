import { Quotas, TokenBuckets } from './allowances.ts'

describe('a token bucket', () => {
  it('[S18] gives what was saved up at once, then so much a second, to each key', () => {
    const buckets = new TokenBuckets(10, 2)
    expect(buckets.take('an', 20, 0)).toBe(0)
    expect(buckets.take('an', 1, 0)).toBe(100)
    expect(buckets.take('binh', 20, 0)).toBe(0)
    expect(buckets.take('an', 5, 500)).toBe(0)
    expect(buckets.take('an', 1, 500)).toBe(100)
  })

  it('[S18] takes nothing for what it refuses, and never saves up more than its size', () => {
    const buckets = new TokenBuckets(10, 2)
    buckets.take('an', 15, 0)
    expect(buckets.take('an', 10, 0)).toBe(500)
    expect(buckets.take('an', 5, 0)).toBe(0)
    expect(buckets.take('an', 20, 3_600_000)).toBe(0)
    expect(buckets.take('an', 1, 3_600_000)).toBeGreaterThan(0)
  })

  it('[S18] charges for what cannot be refused any more, and says when that is made up for', () => {
    const buckets = new TokenBuckets(10, 2)
    expect(buckets.charge('an', 20, 0)).toBe(0)
    expect(buckets.charge('an', 5, 0)).toBe(500)
    expect(buckets.charge('an', 0, 400)).toBe(100)
    expect(buckets.charge('an', 0, 500)).toBe(0)
  })

  it('[S18] lets through once what is larger than its size, and makes up for it afterwards', () => {
    const buckets = new TokenBuckets(10, 1)
    expect(buckets.take('an', 30, 0)).toBe(0)
    expect(buckets.take('an', 1, 2_000)).toBe(100)
    expect(buckets.take('an', 1, 2_100)).toBe(0)
  })
})

describe('a quota', () => {
  it('[S18] begins anew when its span is over, and takes nothing for what it refuses', () => {
    const quotas = new Quotas(100, 1_000)
    expect(quotas.take('an', 90, 0)).toBe(0)
    expect(quotas.take('an', 11, 400)).toBe(600)
    expect(quotas.take('an', 10, 400)).toBe(0)
    expect(quotas.take('an', 100, 1_000)).toBe(0)
    expect(quotas.take('binh', 100, 400)).toBe(0)
  })
})
