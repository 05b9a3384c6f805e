import * as z from 'zod/mini'
import { DirectiveId, OrganisationId } from './ids.ts'
import { CalendarDate, changeable, Name, recordShape } from './record.ts'

/** A unit of a directive's structure: clause, point, annex row. `label` is as printed ("Mục III.2"); unknown text stays null. */
export const Provision = z.object({
  id: z.string(),
  label: z.string(),
  text: z.nullable(z.string()),
  position: z.number(),
})
export type Provision = z.infer<typeof Provision>

/** Something a directive demands by a day, with a target where one is stated. */
export const Task = z.object({
  id: z.string(),
  text: z.string(),
  dueBy: z.nullable(z.string()),
  target: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  leadOrganisationId: z.nullable(OrganisationId),
  position: z.number(),
})
export type Task = z.infer<typeof Task>

/** Where a directive stands in force. */
export const DirectiveStatus = z.enum([
  'draft',
  'in-force',
  'partly-repealed',
  'repealed',
  'expired',
  'unknown',
])
export type DirectiveStatus = z.infer<typeof DirectiveStatus>

/** A directive as listed. `number` is the printed symbol (57-NQ/TW); null when not known. */
export const Directive = z.object({
  id: DirectiveId,
  ...recordShape,
  number: z.nullable(z.string()),
  type: z.string(),
  title: Name,
  issuer: Name,
  issuedOn: z.nullable(CalendarDate),
  status: DirectiveStatus,
  successorId: z.nullable(DirectiveId),
  note: z.nullable(z.string()),
  provisionCount: z.number(),
  taskCount: z.number(),
})
export type Directive = z.infer<typeof Directive>

/** GET /api/v1/directives/:idOrCode. */
export const DirectiveDetail = z.object({
  ...Directive.shape,
  provisions: z.array(Provision),
  tasks: z.array(Task),
})
export type DirectiveDetail = z.infer<typeof DirectiveDetail>

const directiveFields = {
  number: z.nullable(z.string()),
  type: z.string(),
  title: Name,
  issuer: Name,
  issuedOn: z.nullable(CalendarDate),
  status: DirectiveStatus,
}
const provisionFields = { label: z.string().check(z.minLength(1)), text: z.nullable(z.string()) }
const taskFields = {
  text: z.string().check(z.minLength(1)),
  dueBy: z.nullable(z.string()),
  target: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  leadOrganisationId: z.nullable(OrganisationId),
}

/** POST /api/v1/directives. */
export const CreateDirective = z.object({ code: recordShape.code, ...directiveFields, ...changeable })
export type CreateDirective = z.infer<typeof CreateDirective>

/** PATCH /api/v1/directives/:idOrCode. */
export const ChangeDirective = z.partial(z.object({ ...directiveFields, ...changeable }))
export type ChangeDirective = z.infer<typeof ChangeDirective>

/** POST /api/v1/directives/:idOrCode/provisions, and PATCH …/provisions/:id with If-Match of the directive. */
export const WriteProvision = z.object(provisionFields)
export type WriteProvision = z.infer<typeof WriteProvision>

/** POST /api/v1/directives/:idOrCode/tasks, and PATCH …/tasks/:id with If-Match of the directive. */
export const WriteTask = z.object(taskFields)
export type WriteTask = z.infer<typeof WriteTask>
