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
  /** In a crowd each window costs a frame per person, and nobody follows single letters of fifty people. */
  inCrowdMs: number
  maxBytes: number
}

const usual: Windows = { afterPauseMs: 5, underLoadMs: 20, inCrowdMs: 50, maxBytes: 64 * 1024 }

/** From here on a room is a crowd. */
const crowd = 25

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
    const { afterPauseMs, underLoadMs, inCrowdMs } = this.windows
    const windowMs = audience >= crowd ? inCrowdMs : underLoadMs
    return Math.max(this.lastAt + windowMs, performance.now() + afterPauseMs)
  }
}
