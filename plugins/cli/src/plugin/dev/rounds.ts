/** Editors write a file in several steps, and often several files at once: so long it must be quiet. */
const quietMs = 60

/** Runs something after changes: once things are quiet, one run at a time, and again when something changed meanwhile. */
export class Rounds {
  /** Rejects with what a run threw. */
  readonly broken: Promise<never>
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private isDue = false
  private isStopped = false
  private fail: (error: unknown) => void = () => undefined

  constructor(private readonly run: () => Promise<void>) {
    this.broken = new Promise((_, reject) => {
      this.fail = reject
    })
    // Whoever waits for it is told; nobody has to.
    this.broken.catch(() => undefined)
  }

  due(): void {
    if (this.isStopped) return
    this.isDue = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.start(), quietMs)
  }

  /** Starts nothing any more, and does not wait for what runs. */
  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
  }

  private start(): void {
    if (this.running || !this.isDue || this.isStopped) return
    this.isDue = false
    this.running = this.run()
      .catch(error => this.fail(error))
      .finally(() => {
        this.running = null
        this.start()
      })
  }
}
