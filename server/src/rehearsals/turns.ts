import { type PersonId, ProtocolError } from '@lienthong/protocol'
import pLimit from 'p-limit'

/** So many people wait at most. One more would wait longer than a client does. */
const maxWaiting = 5
const retrySeconds = 10

/** One after the other, and of each person one at a time. */
export class Turns {
  private readonly people = new Set<PersonId>()
  private readonly inTurn = pLimit(1)

  /** Errors: RATE_LIMITED. */
  async take<T>({ personId }: { readonly personId: PersonId }, work: () => Promise<T>): Promise<T> {
    if (this.people.has(personId) || this.people.size > maxWaiting)
      throw new ProtocolError('RATE_LIMITED', { seconds: retrySeconds })
    this.people.add(personId)
    try {
      return await this.inTurn(work)
    } finally {
      this.people.delete(personId)
    }
  }
}
