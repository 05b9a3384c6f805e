import type { DefaultEventsMap, Socket } from 'socket.io'
import type { Actor } from './actor.ts'

interface Connected {
  /** Replaced when the person's rights change. */
  actor: Actor
  /** `OpenSockets.changeCount` before the actor was read. */
  asOfChange: number
}

/** An authenticated connection. */
export type ClientSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Connected>
