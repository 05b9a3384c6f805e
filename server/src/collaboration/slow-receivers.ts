import type { DocumentId } from '@lienthong/protocol'
import { Logger } from '@nestjs/common'
import type { Outbox } from './outbox.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

/** A connection with more than this waiting gets no more: it would only grow older in memory. */
const stopAboveBytes = 1024 * 1024
/** With so little waiting it has caught up. */
const drainedBelowBytes = 64 * 1024
/** Beyond these it is given up: it costs memory that all share. */
const giveUp = { aboveBytes: 8 * 1024 * 1024, afterMs: 30_000 }

/** What is sent between two looks comes on top. */
const lookAfterMs = 100

interface Place {
  room: Room
  session: Session
}

/** Keeps connections that take in less than is sent from filling the memory (rule S10). */
export class SlowReceivers {
  private readonly stoppedAt = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private readonly logger = new Logger('SlowReceivers')

  constructor(private readonly outbox: Outbox) {}

  watch(rooms: () => readonly Room[]): void {
    this.timer = setInterval(() => this.look(rooms(), performance.now()), lookAfterMs)
  }

  close(): void {
    clearInterval(this.timer)
  }

  look(rooms: readonly Room[], now: number): void {
    const suspects = new Set([...this.outbox.waitingAbove(stopAboveBytes), ...this.stoppedAt.keys()])
    if (suspects.size === 0) return
    const places = placesOf(suspects, rooms)
    for (const socketId of this.stoppedAt.keys()) if (!places.has(socketId)) this.stoppedAt.delete(socketId)
    for (const [socketId, open] of places) {
      const waitingBytes = this.outbox.waitingBytes(socketId)
      const stoppedAt = this.stoppedAt.get(socketId)
      if (waitingBytes > giveUp.aboveBytes || (stoppedAt ?? now) < now - giveUp.afterMs)
        this.end(socketId, open, waitingBytes)
      else if (waitingBytes > stopAboveBytes) this.stop(socketId, open, now)
      else if (stoppedAt !== undefined && waitingBytes < drainedBelowBytes) this.resume(socketId, open)
    }
  }

  /** Again for a document that it has opened since. */
  private stop(socketId: string, open: readonly Place[], now: number): void {
    if (!this.stoppedAt.has(socketId)) this.stoppedAt.set(socketId, now)
    for (const { room, session } of open) room.content.stopSending(session)
  }

  private resume(socketId: string, open: readonly Place[]): void {
    for (const { room, session } of open) room.content.catchUp(session)
    if (open.every(({ session }) => session.behind === null)) this.stoppedAt.delete(socketId)
  }

  private end(socketId: string, open: readonly Place[], waitingBytes: number): void {
    this.stoppedAt.delete(socketId)
    this.logger.warn({ msg: 'a connection takes in too little', waitingBytes })
    const documents = open.map(({ room }): DocumentId => room.documentId)
    this.outbox.cutOff(socketId, documents, 'RECEIVER_SLOW')
  }
}

/** What each of them has open; nothing of who has nothing open. */
const placesOf = (socketIds: ReadonlySet<string>, rooms: readonly Room[]): Map<string, Place[]> => {
  const places = new Map<string, Place[]>()
  for (const socketId of socketIds) {
    const open = rooms.flatMap(room => {
      const session = room.sessions.get(socketId)
      return session ? [{ room, session }] : []
    })
    if (open.length > 0) places.set(socketId, open)
  }
  return places
}
