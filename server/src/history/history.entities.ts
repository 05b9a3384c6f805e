import type { DocumentId, PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  BytesColumn,
  CountColumn,
  CountKeyColumn,
  IdColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'
import type { ClientRange } from '../documents/document-content.service.ts'

/** How far a document's log has been read into its timeline. Compare-and-set token: several nodes may read at once. */
@Entity('document_histories')
export class HistoryRow {
  @IdColumn()
  documentId: DocumentId
  @CountColumn()
  seq: number
}

/** An entry of the timeline: rows of the log by one author in one minute. Derived from the log, which is the truth. */
@Entity('history_entries')
export class HistoryEntryRow {
  @IdColumn()
  documentId: DocumentId
  @CountKeyColumn()
  fromSeq: number
  @CountColumn()
  toSeq: number
  /** Null for what the server seeded itself. */
  @ReferenceColumn({ nullable: true })
  author: PersonId | null
  @TimeColumn()
  startedAt: string
  @TimeColumn()
  endedAt: string
  @CountColumn()
  insertedChars: number
  @CountColumn()
  deletedChars: number
  /** What the entry's rows brought and no row before them had. */
  @JsonColumn()
  clientRanges: ClientRange[]
}

/** A document's whole state up to `seq` as one Yjs update, kept here and there on the way so that every state is near one. */
@Entity('history_states')
export class HistoryStateRow {
  @IdColumn()
  documentId: DocumentId
  @CountKeyColumn()
  seq: number
  @BytesColumn()
  bytes: Buffer
}

/** A named state. Written once. */
@Entity('document_checkpoints')
export class CheckpointRow {
  @IdColumn()
  id: string
  @ReferenceColumn()
  documentId: DocumentId
  @CountColumn()
  seq: number
  @TextColumn()
  name: string
  @ReferenceColumn()
  author: PersonId
  @TimeColumn()
  createdAt: string
}
