import type { PersonId } from '@lienthong/protocol'
import type { Session } from './session.ts'

/** Structs of one Yjs client that an update brings: the document has those up to `known`, the update ends at `end`. */
export interface Brought {
  clientId: number
  known: number
  end: number
}

/** A Yjs client, whose it is, and since when (milliseconds of the epoch). */
export type Lease = [clientId: number, owner: PersonId, since: number]

/**
 * Who writes as which Yjs client (rule S7). Whoever joins with a client id first, at whatever node, has it as long as the room is open:
 * the room keeps all that it has passed on of that client, so nobody else can ever have to send more of it.
 */
export class ClientLeases {
  private readonly leases = new Map<number, Lease>()
  private readonly began = performance.now()

  /** `areOthersKnown`: whether it is known by now who is in the document at other nodes, which were asked at `since`. */
  constructor(private readonly areOthersKnown: (since: number) => boolean) {}

  get all(): Lease[] {
    return [...this.leases.values()]
  }

  of(clientId: number): Lease | undefined {
    return this.leases.get(clientId)
  }

  lease({ clientId, actor }: Session): void {
    this.heard([[clientId, actor.personId, Date.now()]])
  }

  /** Takes in what another node says. Who was first has it. */
  heard(leases: readonly Lease[]): void {
    for (const lease of leases) {
      const [clientId, , since] = lease
      if (since < (this.leases.get(clientId)?.[2] ?? Number.POSITIVE_INFINITY))
        this.leases.set(clientId, lease)
    }
  }

  /**
   * Of an id that nobody has, two things are honest: a client that the document has never seen (somebody's work without a server),
   * and what the caller said on joining to have beyond the server (words that were passed on and lost before they were on disk).
   */
  mayBring({ actor, ahead }: Session, { clientId, known, end }: Brought): boolean {
    const owner = this.leases.get(clientId)?.[1]
    if (owner !== undefined) return owner === actor.personId
    if (known === 0) return true
    return end <= (ahead.get(clientId) ?? 0) && this.areOthersKnown(this.began)
  }
}
