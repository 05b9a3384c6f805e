import type { PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { Actor } from './actor.ts'
import type { ClientSocket } from './client-socket.ts'

/** A feature that keeps rights per open socket. */
export interface ActorObserver {
  /** The person's rights changed; `socket.data.actor` is the new actor already. */
  actorChanged(socket: ClientSocket, actor: Actor): void | Promise<void>
}

/** Every authenticated socket of this node, by person, so that a revocation reaches them at once (rule A6). */
@Injectable()
export class OpenSockets {
  private readonly byPerson = new Map<PersonId, Set<ClientSocket>>()
  private readonly observers: ActorObserver[] = []
  private readonly listeners: ((personId: PersonId | null) => void)[] = []
  private changes = 0

  observe(observer: ActorObserver): void {
    this.observers.push(observer)
  }

  add(socket: ClientSocket): void {
    const { personId } = socket.data.actor
    const sockets = this.byPerson.get(personId) ?? new Set()
    this.byPerson.set(personId, sockets.add(socket))
    const expiry = this.closeOnExpiry(socket)
    socket.once('disconnect', () => {
      clearTimeout(expiry)
      sockets.delete(socket)
      if (sockets.size === 0) this.byPerson.delete(personId)
    })
  }

  /** How many changes of rights there were: a connection that was being let in meanwhile has to be asked again. */
  get changeCount(): number {
    return this.changes
  }

  /** Somebody's rights have changed, or everybody's (null). Note it before they are read anew. */
  noteChange(personId: PersonId | null): void {
    this.changes++
    for (const listener of this.listeners) listener(personId)
  }

  /** Hears whose rights have changed. */
  onChange(listener: (personId: PersonId | null) => void): void {
    this.listeners.push(listener)
  }

  get people(): PersonId[] {
    return [...this.byPerson.keys()]
  }

  of(personId: PersonId): ClientSocket[] {
    return [...(this.byPerson.get(personId) ?? [])]
  }

  /** Gives an open socket its person's new rights and tells the features. */
  async change(socket: ClientSocket, actor: Actor): Promise<void> {
    socket.data.actor = actor
    for (const observer of this.observers) await observer.actorChanged(socket, actor)
  }

  /** Ends a connection whose credential is no longer good. A client that connects again is told TOKEN_INVALID. */
  close(socket: ClientSocket): void {
    socket.disconnect(true)
  }

  private closeOnExpiry(socket: ClientSocket): NodeJS.Timeout | undefined {
    const { credentialExpiresAt } = socket.data.actor
    if (credentialExpiresAt === null) return undefined
    const remainingMs = Date.parse(credentialExpiresAt) - Date.now()
    if (remainingMs > longestTimerMs) return undefined
    return setTimeout(() => this.close(socket), remainingMs).unref()
  }
}

/** Node's timers hold 31 bits; no connection lives for 24 days. */
const longestTimerMs = 2 ** 31 - 1
