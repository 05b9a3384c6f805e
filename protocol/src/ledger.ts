import * as z from 'zod/mini'

/** A link of the hash chain. `hash` = SHA-256 over the canonical JSON (RFC 8785) of the entry without it; `previousHash` is the entry before. */
export const LedgerEntry = z.object({
  seq: z.number(),
  at: z.string(),
  actorId: z.nullable(z.string()),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  details: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** GET /api/v1/ledger/verification: recomputes the chain. `brokenAt` is the first entry that does not fit. */
export const LedgerVerification = z.object({
  entries: z.number(),
  isIntact: z.boolean(),
  brokenAt: z.nullable(z.number()),
  head: z.string(),
})
export type LedgerVerification = z.infer<typeof LedgerVerification>
