import { DocumentId, VersionNumber } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { readCursor, writeCursor } from '../transport/cursor.ts'

/** Where a rehearsal goes on: with a text of the document that comes after those of `after`, the list's own cursor. */
const Place = z.object({
  after: z.nullable(z.string()),
  documentId: z.nullable(DocumentId),
  number: z.nullable(VersionNumber),
})
type Place = z.infer<typeof Place>

export const writePlace = (place: Place): string => writeCursor(place)

/** The beginning without a cursor. Errors: MESSAGE_INVALID. */
export const placeFrom = (cursor: string | undefined): Place =>
  cursor === undefined ? { after: null, documentId: null, number: null } : readCursor(cursor, Place)
