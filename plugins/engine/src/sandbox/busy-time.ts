/** A first stretch is taken for no longer than this: nothing is known yet to hold it against. */
const firstAtMostMs = 2
/** A stretch so many times as long as the usual ones was not work alone: the machine did something else meanwhile. */
const unusual = 2
/** How quickly what is usual follows. A regular expression asks less often than a loop does. */
const follows = 1 / 4

/**
 * How long code has been at work, told by the stretches between its interrupts, which come after nearly equal amounts of work: on a busy
 * machine wall time says how long it had to wait, too. Of code whose stretches differ widely it says too little.
 */
export class BusyTime {
  private usualMs = 0
  private workedMs = 0
  private last = 0

  start(now: number): void {
    this.usualMs = 0
    this.workedMs = 0
    this.last = now
  }

  /** At an interrupt: the milliseconds of work since the start. */
  at(now: number): number {
    const tookMs = now - this.last
    this.last = now
    const isFirst = this.usualMs === 0
    const workMs = Math.min(tookMs, isFirst ? firstAtMostMs : unusual * this.usualMs)
    this.usualMs = isFirst ? workMs : this.usualMs + (workMs - this.usualMs) * follows
    this.workedMs += workMs
    return this.workedMs
  }
}
