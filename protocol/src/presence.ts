import * as z from 'zod/mini'
import { DocumentId, PersonId, SessionId } from './ids.ts'
import { ask, Bytes, notice } from './message.ts'

/** A selection as encoded relative positions; an empty one (a caret) has equal ends. */
export const Selection = z.object({ anchor: Bytes, head: Bytes })
export type Selection = z.infer<typeof Selection>

/** Says where the caller's carets are. Latest wins; at most 4 KB, and ten a second are taken in (rule S11). Errors: DOCUMENT_NOT_JOINED, MESSAGE_INVALID, RATE_LIMITED (a newer one came before its turn). */
export const AnnouncePresence = ask(
  'presence:announce',
  z.object({
    documentId: DocumentId,
    selections: z.array(Selection).check(z.maxLength(32)),
    isAway: z.boolean(),
  }),
  z.object({}),
)

/** One person at one editor. Identity is stamped by the server. `color` indexes the clients' palette, 0–11. */
export const Participant = z.object({
  sessionId: SessionId,
  personId: PersonId,
  displayName: z.string(),
  organisationName: z.string(),
  color: z.number(),
  canEdit: z.boolean(),
  selections: z.array(Selection),
  isAway: z.boolean(),
})
export type Participant = z.infer<typeof Participant>

/** Who is here now: on joining everybody else, later only who changed or left. */
export const PresenceChanged = notice(
  'presence:changed',
  z.object({ documentId: DocumentId, present: z.array(Participant), left: z.array(SessionId) }),
)
