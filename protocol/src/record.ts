import * as z from 'zod/mini'
import { PersonId } from './ids.ts'

/** A name in Vietnamese and, where one is known, in English. */
export const Name = z.object({
  vi: z.string().check(z.minLength(1), z.maxLength(1000)),
  en: z.nullable(z.string()),
})
export type Name = z.infer<typeof Name>

/** Who did it, by the name of then. */
export const Doer = z.object({ personId: PersonId, displayName: z.string() })
export type Doer = z.infer<typeof Doer>

/** A calendar date, `YYYY-MM-DD`, in Vietnam's time zone. */
export const CalendarDate = z.iso.date()
export type CalendarDate = z.infer<typeof CalendarDate>

/** Where a fact comes from. `confidence` is editorial (e.g. "secondary", "unverified-high"); `asOf` is the day it was true. */
export const Provenance = z.object({
  sources: z.array(z.object({ key: z.string(), title: z.string(), url: z.nullable(z.string()) })),
  confidence: z.nullable(z.string()),
  asOf: z.nullable(CalendarDate),
})
export type Provenance = z.infer<typeof Provenance>

/** What every record carries. `version` is its ETag: send it as If-Match to change the record. `code` is the readable key in addresses. */
export const recordShape = {
  code: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)),
  provenance: Provenance,
  validFrom: z.nullable(CalendarDate),
  validTo: z.nullable(CalendarDate),
  version: z.number(),
}

/** One page of a list. `next` is the cursor of the following page, null at the end. `total` counts all matches. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), total: z.number(), next: z.nullable(z.string()) })
/** What {@link pageOf} describes, for items of type `T`. */
export interface Page<T> {
  items: T[]
  total: number
  next: string | null
}

/** Query of every list: `q` searches with or without diacritics. `limit` 1–200, default 50. */
export const ListQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  cursor: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.int(), z.positive(), z.maximum(200))),
})
export type ListQuery = z.infer<typeof ListQuery>

/** What every change of a record may say beside its own fields. */
export const changeable = {
  provenance: z.optional(Provenance),
  validFrom: z.optional(z.nullable(CalendarDate)),
  validTo: z.optional(z.nullable(CalendarDate)),
  note: z.optional(z.nullable(z.string())),
}

/** POST …/:idOrCode/supersede: ends the record's validity on a day and names its successor, if there is one. */
export const Supersede = z.object({
  on: CalendarDate,
  successorCode: z.nullable(z.string()),
  reason: z.string().check(z.minLength(1)),
})
export type Supersede = z.infer<typeof Supersede>
