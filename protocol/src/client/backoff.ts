/** Pauses that double from `firstMs` to `mostMs`, each shortened by up to half at random so that clients of a restarted server spread out. */
export class Backoff {
  private attempts = 0

  constructor(
    private readonly firstMs: number,
    private readonly mostMs: number,
  ) {}

  next(): number {
    const ms = Math.min(this.mostMs, this.firstMs * 2 ** Math.min(this.attempts++, 16))
    return ms * (0.5 + Math.random() / 2)
  }

  reset(): void {
    this.attempts = 0
  }
}
