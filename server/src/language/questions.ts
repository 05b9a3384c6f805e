import { ProtocolError } from '@lienthong/protocol'

/** More than an editor asks at once; every question may read all documents. */
const maxAtOnce = 16

/** The questions that each connection has not yet had answered. */
export class Questions {
  private readonly open = new Map<string, number>()

  /** Errors: RATE_LIMITED. */
  async ask<T>(socketId: string, answer: () => Promise<T>): Promise<T> {
    const open = this.open.get(socketId) ?? 0
    if (open >= maxAtOnce) throw new ProtocolError('RATE_LIMITED', { seconds: 1 })
    this.open.set(socketId, open + 1)
    try {
      return await answer()
    } finally {
      const left = (this.open.get(socketId) ?? 1) - 1
      if (left > 0) this.open.set(socketId, left)
      else this.open.delete(socketId)
    }
  }
}
