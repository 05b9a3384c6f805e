import * as z from 'zod/mini'
import { DatabaseId, DocumentId, SessionId } from './ids.ts'
import { ask, Bytes, notice } from './message.ts'

/** The name of the Y.Text that holds a document's text, in LF (rule S16). */
export const textName = 'content'

/** The formats that a document may have. It decides the language in the editor and the rules that run. */
export const DocumentFormat = z.enum(['markdown', 'json-schema-yaml', 'json-schema-json', 'sql'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** The format of a document that is made from a file, by the file's ending in lower case. */
export const formatsOfFiles: Readonly<Record<string, DocumentFormat>> = {
  '.yaml': 'json-schema-yaml',
  '.yml': 'json-schema-yaml',
  '.json': 'json-schema-json',
  '.sql': 'sql',
  '.md': 'markdown',
}

/** The format that a file's ending tells; undefined for every other file. */
export const formatOfFile = (path: string): DocumentFormat | undefined =>
  formatsOfFiles[/[^/\\](\.[^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '']

/** The longest text that a document is made with, in UTF-16 units. Longer ones grow by edits. */
export const maxNewText = 1_500_000

/** What the holder of a session may do with the document. Changes of it arrive as {@link DocumentAccessChanged}. */
export const DocumentAccess = z.object({ canEdit: z.boolean(), canComment: z.boolean() })
export type DocumentAccess = z.infer<typeof DocumentAccess>

/**
 * Opens a document for co-editing. The answer holds what the caller lacks (rule S4): the first chunk here, the rest as
 * {@link DocumentChunkSent} notices, `chunks` in all. `stateVector` is the server's: send back what it lacks with {@link UpdateDocument}.
 * `clientId` is the Yjs client that the caller writes as (rule S7); who opened the document with it first has it.
 * Errors: DOCUMENT_NOT_FOUND, DOCUMENT_UNAVAILABLE, MESSAGE_INVALID, RATE_LIMITED, SERVER_STOPPING.
 */
export const JoinDocument = ask(
  'document:join',
  z.object({
    documentId: DocumentId,
    stateVector: Bytes,
    clientId: z.number().check(z.int(), z.nonnegative()),
  }),
  z.object({
    sessionId: SessionId,
    access: DocumentAccess,
    stateVector: Bytes,
    seq: z.number(),
    chunks: z.number(),
    chunk: Bytes,
  }),
)

/** A further chunk of a join's answer, in order from 1. Chunks concatenate to one Yjs update. */
export const DocumentChunkSent = notice(
  'document:chunk-sent',
  z.object({ documentId: DocumentId, index: z.number(), chunk: Bytes }),
)

/** Closes a session. Answered also when there was none. */
export const LeaveDocument = ask('document:leave', z.object({ documentId: DocumentId }), z.object({}))

/**
 * Sends a Yjs update. Answered only after it is on disk (rule S1), with the sequence number it was stored under.
 * Errors: DOCUMENT_NOT_JOINED, RIGHT_MISSING, UPDATE_TOO_LARGE, UPDATE_MALFORMED, UPDATE_INCOMPLETE, UPDATE_FOREIGN, DOCUMENT_FULL,
 * STORAGE_UNAVAILABLE, RATE_LIMITED, QUOTA_EXCEEDED.
 */
export const UpdateDocument = ask(
  'document:update',
  z.object({ documentId: DocumentId, update: Bytes }),
  z.object({ seq: z.number() }),
)

/**
 * Asks whether the caller shows what the server has (rule S14), with nothing of its own on its way. `textHash` is the SHA-256 of the text in
 * UTF-8. `elsewhere`: the two are not at the same state, or the server's has just changed; ask again later. `different` is counted and
 * logged without text; show the document anew. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED.
 */
export const CheckDocument = ask(
  'document:check',
  z.object({ documentId: DocumentId, stateVector: Bytes, textHash: Bytes }),
  z.object({ verdict: z.enum(['same', 'different', 'elsewhere']) }),
)

/** Others' edits of one window as one merged Yjs update (rule S3). Nobody receives their own edits back. */
export const DocumentUpdated = notice('document:updated', z.object({ documentId: DocumentId, update: Bytes }))

/** The holder's rights changed while the document is open (rule S12). */
export const DocumentAccessChanged = notice(
  'document:access-changed',
  z.object({ documentId: DocumentId, access: DocumentAccess }),
)

/** The server closed the session; `code` of the error table says why. Join again unless the code says otherwise. */
export const DocumentClosed = notice(
  'document:closed',
  z.object({ documentId: DocumentId, code: z.string() }),
)

/**
 * A document of a database. `path` is unique in its database and is what the editor shows.
 * GET /api/v1/documents/:id → one; GET /api/v1/databases/:idOrCode/documents and GET /api/v1/documents?q=&databaseCode= → {@link pageOf} of them.
 * GET …/:id/text is the text in LF, GET …/:id/snapshot one Yjs update that holds the whole document; the ETag of both is the `seq`.
 */
export const DocumentSummary = z.object({
  id: DocumentId,
  databaseId: DatabaseId,
  databaseCode: z.string(),
  path: z.string(),
  title: z.string(),
  format: DocumentFormat,
  isIllustrative: z.boolean(),
  seq: z.number(),
  updatedAt: z.string(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** POST /api/v1/databases/:idOrCode/documents. The server seeds the text (rule S15). Errors: DOCUMENT_PATH_TAKEN, RIGHT_MISSING. */
export const CreateDocument = z.object({
  path: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/), z.maxLength(120)),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  format: DocumentFormat,
  text: z.optional(z.string().check(z.maxLength(maxNewText))),
})
export type CreateDocument = z.infer<typeof CreateDocument>
