import { Logger } from '@nestjs/common'
import type { ClientSocket } from '../transport/client-socket.ts'
import { refusalOf } from '../transport/refusal.ts'
import type { Delta } from './live-document.ts'
import type { Room, RoomWatcher } from './room.ts'

/**
 * A feature that follows open documents. `room.doc` and `room.text` are valid from `opened` to `closed`; a room whose document had to
 * be rebuilt closes and opens again. `changed` comes once a window. Called synchronously: hand over, do not work here.
 */
export interface RoomObserver {
  opened(room: Room): void
  changed(room: Room, delta: Delta): void
  closed(room: Room): void
  /** Somebody has just received the answer to their join. */
  joined?(room: Room, socket: ClientSocket): void
}

/** Tells every observer. One that throws has a bug, which is logged; editing goes on. */
export class Observers implements RoomWatcher {
  private readonly observers: RoomObserver[] = []
  private readonly logger = new Logger('Rooms')

  add(observer: RoomObserver): void {
    this.observers.push(observer)
  }

  wantsDeltas(): boolean {
    return this.observers.length > 0
  }

  opened(room: Room): void {
    this.tell('opened', observer => observer.opened(room))
  }

  changed(room: Room, delta: Delta): void {
    this.tell('changed', observer => observer.changed(room, delta))
  }

  closed(room: Room): void {
    this.tell('closed', observer => observer.closed(room))
  }

  joined(room: Room, socket: ClientSocket): void {
    this.tell('joined', observer => observer.joined?.(room, socket))
  }

  troubled(room: Room, what: string, error: unknown): void {
    this.logger.error({ msg: `${what} failed`, documentId: room.documentId, reason: messageOf(error) })
  }

  private tell(what: string, call: (observer: RoomObserver) => void): void {
    for (const observer of this.observers) {
      try {
        call(observer)
      } catch (error) {
        refusalOf(error, `room ${what}`)
      }
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'not an Error')
