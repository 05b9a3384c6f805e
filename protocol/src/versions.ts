import * as z from 'zod/mini'
import { Author } from './history.ts'
import { DocumentId } from './ids.ts'

/** A semantic version, `1.4.0`. */
export const VersionNumber = z
  .string()
  .check(z.regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/))

/**
 * A document's text as it was published (rules U1 to U4). It never changes; `sha256` is of the text in LF as UTF-8, hex.
 * GET /api/v1/documents/:id/versions → an array, newest first; GET …/versions/:number/text is the text, its ETag the `sha256`.
 */
export const PublishedVersion = z.object({
  documentId: DocumentId,
  number: VersionNumber,
  seq: z.number(),
  sha256: z.string(),
  note: z.string(),
  publishedBy: Author,
  publishedAt: z.string(),
})
export type PublishedVersion = z.infer<typeof PublishedVersion>

/**
 * POST /api/v1/documents/:id/versions → {@link PublishedVersion}. Needs document:publish. Without `seq` the newest state is published.
 * Errors: RIGHT_MISSING, VERSION_NOT_NEWER, VERSION_STEP_TOO_SMALL, VERSION_UNCHANGED, RECORD_INVALID (a state that is not there, or older than the last one
 * published), DOCUMENT_UNAVAILABLE.
 */
export const PublishVersion = z.object({
  number: VersionNumber,
  seq: z.optional(z.number().check(z.int(), z.nonnegative())),
  note: z.optional(z.string().check(z.trim(), z.normalize(), z.maxLength(2000))),
})
export type PublishVersion = z.infer<typeof PublishVersion>

/** GET /api/v1/documents/:id/versions/next: by what differs from the newest version, the part of its number that has to go up, and the least number that may follow. */
export const NextVersion = z.object({
  /** Null while nothing is published, and where nobody can say: the rule set that compares is not in use. */
  step: z.nullable(z.enum(['major', 'minor', 'patch'])),
  number: VersionNumber,
})
export type NextVersion = z.infer<typeof NextVersion>

/** The part of a number that goes up. */
export type VersionStep = NonNullable<NextVersion['step']>

/** The number one step after another. */
export const numberAfter = (last: string, step: VersionStep): string => {
  const [major = 0, minor = 0, patch = 0] = last.split('.').map(Number)
  if (step === 'major') return `${major + 1}.0.0`
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Whether a number comes before another. */
export const isBefore = (one: string, other: string): boolean => {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}
