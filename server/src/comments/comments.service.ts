import {
  type Anchor,
  type Comment,
  type CommentId,
  type DocumentId,
  ProtocolError,
  type Thread,
  type ThreadId,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, In } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { CommentRow, CommentThreadRow } from './comment-thread.entity.ts'

/** Threads on disk. Who may see and write them is the caller's business. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** In the order in which they were opened. */
  async threadsOf(documentId: DocumentId): Promise<Thread[]> {
    return withComments(
      this.manager,
      await this.manager.find(CommentThreadRow, { where: { documentId }, order: { id: 'ASC' } }),
    )
  }

  /** Errors: THREAD_NOT_FOUND. */
  async documentOf(threadId: ThreadId): Promise<DocumentId> {
    return (await rowOf(this.manager, threadId)).documentId
  }

  open(actor: Actor, documentId: DocumentId, anchor: Anchor, body: string): Promise<Thread> {
    return this.transactions.run(async manager => {
      const thread: CommentThreadRow = {
        id: newId<ThreadId>(),
        documentId,
        anchorStart: Buffer.from(anchor.start),
        anchorEnd: Buffer.from(anchor.end),
        quote: anchor.quote,
        state: 'open',
        createdAt: now(),
      }
      await manager.insert(CommentThreadRow, thread)
      await manager.insert(CommentRow, commentBy(actor, thread.id, body))
      return threadFrom(manager, thread.id)
    })
  }

  /** Errors: THREAD_NOT_FOUND. */
  reply(actor: Actor, threadId: ThreadId, body: string): Promise<Thread> {
    return this.transactions.run(async manager => {
      await manager.insert(CommentRow, commentBy(actor, (await rowOf(manager, threadId)).id, body))
      return threadFrom(manager, threadId)
    })
  }

  /** Errors: THREAD_NOT_FOUND. */
  setState(threadId: ThreadId, state: Thread['state']): Promise<Thread> {
    return this.transactions.run(async manager => {
      await manager.update(CommentThreadRow, { id: threadId }, { state })
      return threadFrom(manager, threadId)
    })
  }
}

const commentBy = ({ personId, displayName }: Actor, threadId: ThreadId, body: string): CommentRow => ({
  id: newId<CommentId>(),
  threadId,
  personId,
  displayName,
  body,
  createdAt: now(),
})

const rowOf = async (manager: EntityManager, id: ThreadId): Promise<CommentThreadRow> => {
  const row = await manager.findOneBy(CommentThreadRow, { id })
  if (!row) throw new ProtocolError('THREAD_NOT_FOUND')
  return row
}

const threadFrom = async (manager: EntityManager, id: ThreadId): Promise<Thread> => {
  const [thread] = await withComments(manager, [await rowOf(manager, id)])
  if (!thread) throw new Error('a row without a thread')
  return thread
}

const withComments = async (manager: EntityManager, rows: CommentThreadRow[]): Promise<Thread[]> => {
  const comments = await manager.find(CommentRow, {
    where: { threadId: In(rows.map(({ id }) => id)) },
    order: { id: 'ASC' },
  })
  return rows.map(({ id, documentId, anchorStart, anchorEnd, quote, state }) => ({
    id,
    documentId,
    anchor: { start: anchorStart, end: anchorEnd, quote },
    state,
    comments: comments.filter(({ threadId }) => threadId === id).map(commentOf),
  }))
}

const commentOf = ({ threadId: _, ...comment }: CommentRow): Comment => comment
