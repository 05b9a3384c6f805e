import type { DocumentAccess, Participant, Selection, SessionId } from '@lienthong/protocol'
import type { Actor } from '../transport/actor.ts'

/** One editor's open document: one socket in one room. Rights are kept here so that an edit needs no database. */
export interface Session {
  readonly id: SessionId
  readonly socketId: string
  readonly actor: Actor
  /** The editor's palette index, 0–11. */
  readonly color: number
  /** The Yjs client that it writes as. */
  readonly clientId: number
  /** What it had on joining beyond the server: the clocks of other Yjs clients. */
  readonly ahead: ReadonlyMap<number, number>
  access: DocumentAccess
  /** The document's state vector when sending to it had to stop; null while it gets what there is. */
  behind: Uint8Array | null
  selections: Selection[]
  isAway: boolean
}

/** How others see it. The identity is the server's word, never the client's (rule S11). */
export const participantOf = (session: Session): Participant => ({
  sessionId: session.id,
  personId: session.actor.personId,
  displayName: session.actor.displayName,
  organisationName: session.actor.organisationName,
  color: session.color,
  canEdit: session.access.canEdit,
  selections: session.selections,
  isAway: session.isAway,
})

const paletteSize = 12

/** The colour that the fewest of the others have. */
export const freeColor = (others: Iterable<{ color: number }>): number => {
  const uses = new Array<number>(paletteSize).fill(0)
  for (const { color } of others) uses[color] = (uses[color] ?? 0) + 1
  return uses.indexOf(Math.min(...uses))
}
