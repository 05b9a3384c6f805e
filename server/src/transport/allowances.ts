/** The longest that a key's count is kept after it has no effect any more. */
const sweepEveryMs = 60_000

interface Bucket {
  left: number
  at: number
}

/**
 * A token bucket for each key: `perSecond` on average, and as much as `seconds` of them at once. In memory and without a promise: an
 * edit passes four of them and two quotas, and limiters that answer later cost as much as applying the edit.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>()
  private readonly size: number
  private readonly perMs: number
  private sweptAt = 0

  constructor(perSecond: number, seconds: number) {
    this.size = perSecond * seconds
    this.perMs = perSecond / 1000
  }

  /** Takes so many and answers 0, or takes nothing and answers after how many milliseconds there will be enough. */
  take(key: string, points: number, now = performance.now()): number {
    const available = this.available(key, now)
    const missing = Math.min(points, this.size) - available
    if (missing > 0) return missing / this.perMs
    this.buckets.set(key, { left: available - points, at: now })
    return 0
  }

  /** Takes so many of what has happened already, and answers after how many milliseconds that is made up for. */
  charge(key: string, points: number, now = performance.now()): number {
    const left = this.available(key, now) - points
    this.buckets.set(key, { left, at: now })
    return Math.max(0, -left / this.perMs)
  }

  private available(key: string, now: number): number {
    this.sweep(now)
    const { left, at } = this.buckets.get(key) ?? { left: this.size, at: now }
    return Math.min(this.size, left + (now - at) * this.perMs)
  }

  /** A bucket that is full again is as good as none. */
  private sweep(now: number): void {
    if (now - this.sweptAt < sweepEveryMs) return
    this.sweptAt = now
    for (const [key, { left, at }] of this.buckets)
      if (left + (now - at) * this.perMs >= this.size) this.buckets.delete(key)
  }
}

interface Count {
  used: number
  until: number
}

/** So much for each key in a span of time that begins with its first use. */
export class Quotas {
  private readonly counts = new Map<string, Count>()
  private sweptAt = 0

  constructor(
    private readonly points: number,
    private readonly spanMs: number,
  ) {}

  /** Takes so many and answers 0, or takes nothing and answers after how many milliseconds the next span begins. */
  take(key: string, points: number, now = performance.now()): number {
    this.sweep(now)
    const known = this.counts.get(key)
    const count = known && known.until > now ? known : { used: 0, until: now + this.spanMs }
    if (count.used + points > this.points) return count.until - now
    count.used += points
    this.counts.set(key, count)
    return 0
  }

  private sweep(now: number): void {
    if (now - this.sweptAt < sweepEveryMs) return
    this.sweptAt = now
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key)
  }
}
