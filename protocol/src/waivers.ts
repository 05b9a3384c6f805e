import * as z from 'zod/mini'
import { DocumentId, WaiverId } from './ids.ts'
import { Doer } from './record.ts'

/** A day of the calendar, `YYYY-MM-DD`, in Vietnam. */
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/**
 * A finding that is known and accepted for a while (rules W1 to W5), or a whole rule in one document if `fingerprint` is null.
 * In force while `approved`, to the end of the day `until` in Vietnam; `expired` from then on. Times are ISO 8601 in UTC. `accepts` counts
 * the findings that it accepts in the newest check of its document; null where that is not known (rule W6), or it is not in force.
 */
export const Waiver = z.object({
  id: WaiverId,
  documentId: DocumentId,
  ruleId: z.string(),
  fingerprint: z.nullable(z.string()),
  reason: z.string(),
  until: Day,
  state: z.enum(['requested', 'approved', 'refused', 'withdrawn', 'expired']),
  requestedBy: Doer,
  requestedAt: z.string(),
  decidedBy: z.nullable(Doer),
  decidedAt: z.nullable(z.string()),
  accepts: z.nullable(z.number()),
})
export type Waiver = z.infer<typeof Waiver>

/**
 * POST /api/v1/documents/:id/waivers; GET → an array of {@link Waiver}, newest first. Needs comment:write. Errors: RIGHT_MISSING,
 * RECORD_INVALID (a day that is none, is over, or is more than a year away).
 */
export const RequestWaiver = z.object({
  ruleId: z.string().check(z.regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/), z.maxLength(140)),
  fingerprint: z.nullable(z.string().check(z.minLength(1), z.maxLength(128))),
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2000)),
  until: Day,
})
export type RequestWaiver = z.infer<typeof RequestWaiver>

/**
 * POST /api/v1/documents/:id/waivers/:waiverId/decision. `approved` and `refused` need review:approve and somebody else than who asked;
 * `withdrawn` takes back what one asked for, or, with review:approve, what is in force.
 * Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED (it was decided on meanwhile), DECISION_OWN.
 */
export const DecideWaiver = z.object({ state: z.enum(['approved', 'refused', 'withdrawn']) })
export type DecideWaiver = z.infer<typeof DecideWaiver>
