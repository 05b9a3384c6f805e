import * as z from 'zod/mini'
import { OrganisationId } from './ids.ts'
import { changeable, Name, recordShape } from './record.ts'

/** An organisation in the tree centre → province → commune. A province carries its code of Decision 19/2025. */
export const Organisation = z.object({
  id: OrganisationId,
  ...recordShape,
  name: Name,
  kind: z.string(),
  parentId: z.nullable(OrganisationId),
  officialCode: z.nullable(z.string()),
  successorId: z.nullable(OrganisationId),
  note: z.nullable(z.string()),
})
export type Organisation = z.infer<typeof Organisation>

const organisationFields = {
  name: Name,
  kind: z.string(),
  parentId: z.nullable(OrganisationId),
  officialCode: z.optional(z.nullable(z.string())),
}

/** The code of the root: the whole country. */
export const wholeCountry = 'VN'

/** POST bodies create a record, PATCH bodies change the fields they name (with If-Match). */
export const CreateOrganisation = z.object({ code: recordShape.code, ...organisationFields, ...changeable })
export type CreateOrganisation = z.infer<typeof CreateOrganisation>

/** PATCH /api/v1/organisations/:idOrCode. */
export const ChangeOrganisation = z.partial(z.object({ ...organisationFields, ...changeable }))
export type ChangeOrganisation = z.infer<typeof ChangeOrganisation>
