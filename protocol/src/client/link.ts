import type { ProtocolError } from '../errors.ts'
import type { AnswerOf, Ask, Notice, PayloadOf, RequestOf } from '../message.ts'
import type { Unsubscribe } from './listeners.ts'

/** `offline` tries again by itself; `refused` waits for {@link ServerConnection.reconnect}, because trying again would be refused again. */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'online' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: ProtocolError }

/** The way to the server, as a session sees it. */
export interface Link {
  readonly url: string
  readonly state: ConnectionState
  onState(listener: (state: ConnectionState) => void): Unsubscribe
  /** Errors: the server's, or SERVER_UNREACHABLE when there is no connection, it breaks or no answer comes. Nothing is sent later by itself. */
  ask<M extends Ask>(message: M, request: RequestOf<M>): Promise<AnswerOf<M>>
  /** A notice that does not have its shape (a newer server's) is not passed on. */
  onNotice<N extends Notice>(notice: N, listener: (payload: PayloadOf<N>) => void): Unsubscribe
  /** Drops the connection if there is one and connects at once, e.g. after signing in again. */
  reconnect(): void
}
