import { ProtocolError, type SessionId } from '@lienthong/protocol'
import { TokenBuckets } from '../transport/allowances.ts'

/** Clients announce ten a second; a connection that stood still brings some at once. */
const perSecond = 10
const burstSeconds = 2

/** When an announced place is taken in: beyond the rate the newest of a session waits, and the last always has its turn (rule S11). */
export class AnnouncementTurns {
  private readonly rate = new TokenBuckets(perSecond, burstSeconds)
  private readonly overtake = new Map<SessionId, () => void>()

  /** Errors: RATE_LIMITED, when the session announces another place before this one's turn. */
  async next(sessionId: SessionId): Promise<void> {
    this.overtake.get(sessionId)?.()
    for (let waitMs = this.take(sessionId); waitMs > 0; waitMs = this.take(sessionId))
      await this.pause(sessionId, waitMs)
  }

  private take(sessionId: SessionId): number {
    return this.rate.take(sessionId, 1)
  }

  private pause(sessionId: SessionId, waitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.overtake.delete(sessionId)
        resolve()
      }, waitMs)
      this.overtake.set(sessionId, () => {
        clearTimeout(timer)
        this.overtake.delete(sessionId)
        reject(new ProtocolError('RATE_LIMITED', { seconds: 1 }))
      })
    })
  }
}
