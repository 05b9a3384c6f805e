import * as z from 'zod/mini'
import { DirectiveStatus } from './directives.ts'
import { DatabaseLevel, DatabaseStatus, ListStanding } from './inventory.ts'
import { CalendarDate, Name } from './record.ts'

const dated = {
  code: z.string(),
  validFrom: z.nullable(CalendarDate),
  validTo: z.nullable(CalendarDate),
  successorCode: z.nullable(z.string()),
}

/** Equal revisions have equal content; it is of `day`, in Vietnam. */
const stated = { revision: z.string(), day: CalendarDate }

const written = {
  name: z.string(),
  type: z.enum([
    ...(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp'] as const),
    ...(['object', 'array', 'binary', 'unknown'] as const),
  ]),
  pattern: z.nullable(z.string()),
  minLength: z.nullable(z.number()),
  maxLength: z.nullable(z.number()),
  values: z.nullable(z.readonly(z.array(z.string()))),
  isDeprecated: z.boolean(),
  personalData: z.nullable(z.enum(['basic', 'sensitive', 'none'])),
}

const publishedField = z.object({
  ...written,
  isRequired: z.boolean(),
  hasDefault: z.boolean(),
  definition: z.nullable(z.string()),
})

const dictionaryElement = z.object({
  ...written,
  title: z.nullable(z.string()),
  address: z.string(),
  version: z.string(),
})

/** GET /api/v1/rule-inputs: what rules may look up beside their document, as `lienthong inputs pull` writes it for checks without a server. */
export const RuleInputs = z.object({
  directives: z.optional(
    z.object({
      ...stated,
      directives: z.array(
        z.object({
          ...dated,
          number: z.nullable(z.string()),
          type: z.string(),
          title: Name,
          issuedOn: z.nullable(CalendarDate),
          status: DirectiveStatus,
          provisions: z.array(z.object({ label: z.string(), text: z.nullable(z.string()) })),
        }),
      ),
    }),
  ),
  inventory: z.optional(
    z.object({
      ...stated,
      databases: z.array(
        z.object({
          ...dated,
          name: Name,
          level: DatabaseLevel,
          status: DatabaseStatus,
          ownerCode: z.nullable(z.string()),
          listCodes: z.array(z.string()),
        }),
      ),
      lists: z.array(z.object({ ...dated, name: Name, standing: ListStanding })),
      organisations: z.array(
        z.object({
          ...dated,
          name: Name,
          kind: z.string(),
          parentCode: z.nullable(z.string()),
          officialCode: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  schemas: z.optional(
    z.object({
      ...stated,
      schemas: z.readonly(
        z.array(
          z.object({
            address: z.string(),
            database: z.string(),
            version: z.string(),
            entities: z.readonly(
              z.array(z.object({ name: z.string(), fields: z.readonly(z.array(publishedField)) })),
            ),
          }),
        ),
      ),
    }),
  ),
  dictionary: z.optional(z.object({ ...stated, elements: z.readonly(z.array(dictionaryElement)) })),
})
export type RuleInputs = z.infer<typeof RuleInputs>
