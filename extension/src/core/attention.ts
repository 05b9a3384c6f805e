/** Looking something up elsewhere takes less; who is gone longer is not to be waited for. */
const awayAfterMs = 3 * 60_000

/** Whether the person is at this window, as others are told: away only after a while of neither looking nor acting (rule E12). */
export class Attention {
  private away = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly changed: () => void) {}

  get isAway(): boolean {
    return this.away
  }

  /** Takes note of whether the window is in front and in use. */
  note(isAttentive: boolean): void {
    if (isAttentive) {
      this.dispose()
      this.tell(false)
    } else this.timer ??= setTimeout(() => this.tell(true), awayAfterMs)
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private tell(away: boolean): void {
    if (this.away === away) return
    this.away = away
    this.changed()
  }
}
