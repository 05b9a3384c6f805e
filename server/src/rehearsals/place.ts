import { DocumentId, ProtocolError, VersionNumber } from '@lienthong/protocol'
import * as z from 'zod/mini'

/** Where a rehearsal goes on: with a text of the document that comes after those of `after`, the list's own cursor. */
const Place = z.object({
  after: z.nullable(z.string()),
  documentId: z.nullable(DocumentId),
  number: z.nullable(VersionNumber),
})
type Place = z.infer<typeof Place>

export const writePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The beginning without a cursor. Errors: MESSAGE_INVALID. */
export const placeFrom = (cursor: string | undefined): Place => {
  if (cursor === undefined) return { after: null, documentId: null, number: null }
  const read = z.safeParse(Place, parsed(Buffer.from(cursor, 'base64url').toString()))
  if (read.success) return read.data
  throw new ProtocolError('MESSAGE_INVALID', { detail: 'cursor is not one that this server gave out' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
