import type { CommentId, DocumentId, PersonId, Thread, ThreadId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { BytesColumn, IdColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** A conversation on words of a document. The anchor is what the client gave: only editors resolve it (rule B11). */
@Entity('comment_threads')
export class CommentThreadRow {
  @IdColumn()
  id: ThreadId
  @ReferenceColumn()
  documentId: DocumentId
  @BytesColumn()
  anchorStart: Buffer
  @BytesColumn()
  anchorEnd: Buffer
  @TextColumn()
  quote: string
  @TextColumn()
  state: Thread['state']
  @TimeColumn()
  createdAt: string
}

@Entity('comments')
export class CommentRow {
  @IdColumn()
  id: CommentId
  @ReferenceColumn()
  threadId: ThreadId
  @ReferenceColumn()
  personId: PersonId
  /** As it was when the comment was written. */
  @TextColumn()
  displayName: string
  @TextColumn()
  body: string
  @TimeColumn()
  createdAt: string
}
