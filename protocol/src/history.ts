import * as z from 'zod/mini'
import { DocumentId, PersonId } from './ids.ts'

/** Who wrote something, named as they are called when somebody asks; also a person who is no longer active. */
export const Author = z.object({
  personId: PersonId,
  displayName: z.string(),
  organisationName: z.string(),
})
export type Author = z.infer<typeof Author>

/** A state of a document: the `seq` of the newest row of the update log that it holds. 0 is the empty document. */
export const DocumentSeq = z.coerce.number().check(z.int(), z.nonnegative())

/**
 * What one author did to a document in one minute. Two who write at the same time have an entry each, and their ranges of `seq` overlap.
 * `author` is null for what the server seeded. Times are ISO 8601 in UTC, of the first and the last row.
 * Characters are UTF-16 units; what was typed and taken away within the same row counts as neither.
 * A checkpoint and a published version are named in the newest entry that begins at or before their state, oldest first.
 */
export const HistoryEntry = z.object({
  fromSeq: z.number(),
  toSeq: z.number(),
  author: z.nullable(Author),
  startedAt: z.string(),
  endedAt: z.string(),
  insertedChars: z.number(),
  deletedChars: z.number(),
  checkpoints: z.array(z.object({ name: z.string(), seq: z.number() })),
  versions: z.array(z.object({ number: z.string(), seq: z.number() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/**
 * GET /api/v1/documents/:id/history?cursor=&limit= → {@link pageOf} of {@link HistoryEntry}, newest first. `limit` 1–200, default 50.
 * GET …/history/:seq/text is the text in LF of any state, from 0 to the document's `seq`; the ETag is the `seq`.
 * Errors: DOCUMENT_NOT_FOUND, RECORD_NOT_FOUND (a state that is not there), DOCUMENT_UNAVAILABLE.
 */
export const HistoryQuery = z.object({
  cursor: z.optional(DocumentSeq),
  limit: z.optional(z.coerce.number().check(z.int(), z.positive(), z.maximum(200))),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** A named state of a document. It never changes. GET /api/v1/documents/:id/checkpoints → an array, newest first. */
export const Checkpoint = z.object({
  id: z.string(),
  documentId: DocumentId,
  seq: z.number(),
  name: z.string(),
  author: Author,
  createdAt: z.string(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/**
 * POST /api/v1/documents/:id/checkpoints → {@link Checkpoint}. Needs document:edit. Without `seq` the newest state is named.
 * Errors: RIGHT_MISSING, RECORD_CODE_TAKEN (the document has a checkpoint of this name), RECORD_INVALID (a state that is not there).
 */
export const CreateCheckpoint = z.object({
  name: z.string().check(z.trim(), z.normalize(), z.minLength(1), z.maxLength(100), z.regex(/^\P{Cc}*$/u)),
  seq: z.optional(z.number().check(z.int(), z.nonnegative())),
})
export type CreateCheckpoint = z.infer<typeof CreateCheckpoint>

/**
 * Words of a text that one author brought within one entry of the timeline: `start` to `end`, exclusive, in UTF-16 units.
 * `seq` is the entry's `fromSeq`, `at` its beginning. `personId` is null for what the server seeded.
 */
export const AuthoredRun = z.object({
  start: z.number(),
  end: z.number(),
  personId: z.nullable(PersonId),
  at: z.string(),
  seq: z.number(),
})
export type AuthoredRun = z.infer<typeof AuthoredRun>

/**
 * GET /api/v1/documents/:id/authorship: who wrote which words of the committed text. `runs` cover it from beginning to end,
 * in order; `seq` says which state it is; `authors` names everybody whom a run names.
 */
export const Authorship = z.object({
  seq: z.number(),
  authors: z.array(Author),
  runs: z.array(AuthoredRun),
})
export type Authorship = z.infer<typeof Authorship>
