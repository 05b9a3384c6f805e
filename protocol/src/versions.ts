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
 * Errors: RIGHT_MISSING, VERSION_NOT_NEWER, VERSION_UNCHANGED, RECORD_INVALID (a state that is not there, or older than the last one
 * published), DOCUMENT_UNAVAILABLE.
 */
export const PublishVersion = z.object({
  number: VersionNumber,
  seq: z.optional(z.number().check(z.int(), z.nonnegative())),
  note: z.optional(z.string().check(z.trim(), z.normalize(), z.maxLength(2000))),
})
export type PublishVersion = z.infer<typeof PublishVersion>

/** Whether a number comes before another. */
export const isBefore = (one: string, other: string): boolean => {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}
