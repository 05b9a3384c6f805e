import type { PersonId } from '@lienthong/protocol'
import type { Session } from './session.ts'

/** Structs of one Yjs client that an update brings: the document has those up to `known`, the update ends at `end`. */
export interface Brought {
  clientId: number
  known: number
  end: number
}

/**
 * Who writes as which Yjs client (rule S7). Whoever joins with a client id first has it as long as the room is open: the room keeps all
 * that it has passed on of that client, so nobody else can ever have to send more of it.
 */
export class ClientLeases {
  private readonly owners = new Map<number, PersonId>()

  lease({ clientId, actor }: Session): void {
    if (!this.owners.has(clientId)) this.owners.set(clientId, actor.personId)
  }

  /**
   * Of an id that nobody has here, two things are honest: a client that the document has never seen (somebody's work without a server),
   * and what the caller said on joining to have beyond the server (words that were passed on and lost before they were on disk).
   */
  mayBring({ actor, ahead }: Session, { clientId, known, end }: Brought): boolean {
    const owner = this.owners.get(clientId)
    if (owner !== undefined) return owner === actor.personId
    return known === 0 || end <= (ahead.get(clientId) ?? 0)
  }
}
