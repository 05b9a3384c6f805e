import type { PersonId, ProtocolError } from '@lienthong/protocol'
import type { ClientRange } from '../documents/document-content.service.ts'
import type { Incoming } from './incoming.ts'
import { joined } from './merging.ts'
import type { Session } from './session.ts'

/** An update on its way through its room. */
export interface Submitted extends Incoming {
  session: Session
  stored: (seq: number) => void
  refused: (error: ProtocolError) => void
}

export interface Applied {
  source: Submitted
  clientRanges: readonly ClientRange[]
}

/** What the log is given, and whose answers wait for it. */
export interface WindowEntry {
  author: PersonId
  update: Uint8Array
  clientRanges: readonly ClientRange[]
  sources: readonly Submitted[]
}

/** A window's part of the log: what one person wrote in it is one entry already, several people's updates are one each. */
export const entriesOf = (
  applied: readonly Applied[],
  [together, ...more]: readonly Uint8Array[],
): WindowEntry[] => {
  const [first] = applied
  if (!first) return []
  const author = first.source.session.actor.personId
  const isOneAuthors = applied.every(({ source }) => source.session.actor.personId === author)
  if (isOneAuthors && together && more.length === 0)
    return [
      {
        author,
        update: together,
        clientRanges: joined(applied.flatMap(({ clientRanges }) => clientRanges)),
        sources: applied.map(({ source }) => source),
      },
    ]
  return applied.map(({ source, clientRanges }) => ({
    author: source.session.actor.personId,
    update: source.update,
    clientRanges,
    sources: [source],
  }))
}
