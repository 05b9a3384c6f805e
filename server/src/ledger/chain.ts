import { createHash } from 'node:crypto'
import type { LedgerEntry } from '@lienthong/protocol'
import canonicalize from 'canonicalize'

/** The hash before the first entry. */
export const beginning = '0'.repeat(64)

/** SHA-256, hex, over the canonical JSON (RFC 8785) of the entry without its hash. */
export const hashOf = (entry: Omit<LedgerEntry, 'hash'>): string => {
  const { seq, at, actorId, action, subjectKind, subjectId, details, previousHash } = entry
  const text = canonicalize({ seq, at, actorId, action, subjectKind, subjectId, details, previousHash })
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
}
