import * as z from 'zod/mini'
import { RuleLayer } from './rule-sets.ts'

/**
 * Documents by their path in a database, `*.schema.yaml`: the letters of paths, `?`, and `*` at most three times. What more could be
 * written, others could make take for ever to match.
 */
const Glob = z
  .string()
  .check(z.minLength(1), z.maxLength(120), z.regex(/^[a-z0-9.?-]*(?:\*[a-z0-9.?-]*){0,3}$/))

/** How rules run on the documents of an organisation and everything below it, or of one database (rules X1 to X5). */
export const RuleChoices = z.strictObject({
  ...RuleLayer.shape,
  /** Later ones win. */
  overrides: z.optional(
    z
      .array(
        z.strictObject({ files: z.array(Glob).check(z.minLength(1), z.maxLength(20)), ...RuleLayer.shape }),
      )
      .check(z.maxLength(50)),
  ),
})
export type RuleChoices = z.infer<typeof RuleChoices>

/**
 * GET and PUT /api/v1/organisations/:idOrCode/rules and /api/v1/databases/:idOrCode/rules. `version` is 0 while nothing was chosen; a PUT
 * needs plugin:install there and If-Match with the version that was read, and replaces everything.
 * Errors: RIGHT_MISSING, RECORD_NOT_FOUND, PRECONDITION_MISSING, RECORD_CHANGED, RULE_UNKNOWN, RULE_OPTIONS_INVALID.
 */
export const RuleChoicesRecord = z.object({
  choices: RuleChoices,
  version: z.number(),
  changedAt: z.nullable(z.string()),
  changedBy: z.nullable(z.string()),
})
export type RuleChoicesRecord = z.infer<typeof RuleChoicesRecord>
