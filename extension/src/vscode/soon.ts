/** Runs something once for many reasons: at most once per tick when asked `now`, once after a pause when asked `later`. */
export class Soon {
  private timer: ReturnType<typeof setTimeout> | undefined
  private dueAt = Number.POSITIVE_INFINITY

  constructor(
    private readonly run: () => void,
    private readonly pauseMs: number,
  ) {}

  now(): void {
    this.schedule(0)
  }

  later(): void {
    this.schedule(this.pauseMs)
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.dueAt = Number.POSITIVE_INFINITY
  }

  private schedule(ms: number): void {
    const at = Date.now() + ms
    if (at >= this.dueAt) return
    this.dispose()
    this.dueAt = at
    this.timer = setTimeout(() => {
      this.dispose()
      this.run()
    }, ms)
  }
}
