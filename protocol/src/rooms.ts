import * as z from 'zod/mini'
import { DocumentId, PersonId } from './ids.ts'

/** GET /api/v1/rooms → an array: who is editing what now, each person once however many windows they have, as far as the caller may read. */
export const OpenRoom = z.object({
  documentId: DocumentId,
  databaseCode: z.string(),
  path: z.string(),
  title: z.string(),
  people: z.array(
    z.object({
      personId: PersonId,
      displayName: z.string(),
      organisationName: z.string(),
      canEdit: z.boolean(),
      color: z.number(),
    }),
  ),
})
export type OpenRoom = z.infer<typeof OpenRoom>
