/** What has something to do at the next beat. */
export interface Beating {
  beat(): void
}

/** How long windows are, in milliseconds, and how many bytes end one at once. */
export interface Windows {
  /** After a pause: somebody typing alone should not wait. */
  afterPauseMs: number
  /** Under load: shorter means more commits and frames for the same edits, longer is felt. */
  underLoadMs: number
  /** Each window costs a frame a person: with this much more time for each, a document sends no more frames a second however many follow it. */
  perPersonMs: number
  /** Longer is felt. */
  longestMs: number
  maxBytes: number
}

const usual: Windows = {
  afterPauseMs: 5,
  underLoadMs: 20,
  perPersonMs: 0.4,
  longestMs: 50,
  maxBytes: 64 * 1024,
}

/**
 * The common clock of all rooms (rules S2, S3): whatever arrives within a window is applied, sent on and committed together.
 */
export class Beat {
  private readonly due = new Set<Beating>()
  private timer: NodeJS.Timeout | null = null
  private timerAt = 0
  private bytes = 0
  private lastAt = 0

  constructor(private readonly windows = usual) {}

  /** Asks for a beat soon. `audience` is how many people will be sent something. */
  request(beating: Beating, bytes: number, audience: number): void {
    this.due.add(beating)
    this.bytes += bytes
    if (this.bytes >= this.windows.maxBytes) {
      this.now()
      return
    }
    const at = this.nextAt(audience)
    if (this.timer && this.timerAt <= at) return
    if (this.timer) clearTimeout(this.timer)
    this.timerAt = at
    this.timer = setTimeout(() => this.now(), at - performance.now())
  }

  /** Ends the window at once. */
  now(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.bytes = 0
    this.lastAt = performance.now()
    const due = [...this.due]
    this.due.clear()
    for (const beating of due) beating.beat()
  }

  /** A window's length after the last beat, but never sooner than the shortest window from now. */
  private nextAt(audience: number): number {
    const { afterPauseMs, underLoadMs, perPersonMs, longestMs } = this.windows
    const windowMs = Math.max(underLoadMs, Math.min(audience * perPersonMs, longestMs))
    return Math.max(this.lastAt + windowMs, performance.now() + afterPauseMs)
  }
}
