import * as z from 'zod/mini'
import { CommentId, DocumentId, PersonId, ThreadId } from './ids.ts'
import { ask, Bytes, notice } from './message.ts'

/** Where a thread sits: relative positions and the words it was opened on (rule B11). */
export const Anchor = z.object({ start: Bytes, end: Bytes, quote: z.string().check(z.maxLength(2000)) })
export type Anchor = z.infer<typeof Anchor>

/** One comment. The author's name is stamped by the server. `createdAt` is ISO 8601 in UTC. */
export const Comment = z.object({
  id: CommentId,
  personId: PersonId,
  displayName: z.string(),
  body: z.string(),
  createdAt: z.string(),
})
export type Comment = z.infer<typeof Comment>

/** A conversation on words of a document. */
export const Thread = z.object({
  id: ThreadId,
  documentId: DocumentId,
  anchor: Anchor,
  state: z.enum(['open', 'resolved']),
  comments: z.array(Comment),
})
export type Thread = z.infer<typeof Thread>

/** GET /api/v1/documents/:id/threads → an array. The anchor's positions are base64, since JSON knows no bytes. */
export const ThreadRecord = z.object({
  ...Thread.shape,
  anchor: z.object({ start: z.string(), end: z.string(), quote: z.string() }),
})
export type ThreadRecord = z.infer<typeof ThreadRecord>

const Body = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000))

/** All threads of a joined document. Errors: DOCUMENT_NOT_JOINED. */
export const ListThreads = ask(
  'thread:list',
  z.object({ documentId: DocumentId }),
  z.object({ threads: z.array(Thread) }),
)

/** Opens a thread with its first comment. Errors: DOCUMENT_NOT_JOINED, RIGHT_MISSING. */
export const OpenThread = ask(
  'thread:open',
  z.object({ documentId: DocumentId, anchor: Anchor, body: Body }),
  z.object({ thread: Thread }),
)

/** Adds a comment. Errors: THREAD_NOT_FOUND, RIGHT_MISSING. */
export const ReplyToThread = ask(
  'thread:reply',
  z.object({ threadId: ThreadId, body: Body }),
  z.object({ thread: Thread }),
)

/** Resolves or reopens a thread. Errors: THREAD_NOT_FOUND, RIGHT_MISSING. */
export const SetThreadState = ask(
  'thread:set-state',
  z.object({ threadId: ThreadId, state: z.enum(['open', 'resolved']) }),
  z.object({ thread: Thread }),
)

/** A thread is new or changed. Reaches everybody who has the document open, the author included. */
export const ThreadChanged = notice('thread:changed', z.object({ thread: Thread }))
