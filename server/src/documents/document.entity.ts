import type { DatabaseId, DocumentFormat, DocumentId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'

/** A specification or schema of a database. Its text lives in the update log and its snapshot, never here. */
@Entity('documents')
export class DocumentRow {
  @IdColumn()
  id: DocumentId
  @ReferenceColumn()
  databaseId: DatabaseId
  /** The database's code, which never changes. */
  @TextColumn()
  databaseCode: string
  @TextColumn()
  path: string
  @TextColumn()
  title: string
  @TextColumn()
  format: DocumentFormat
  @FlagColumn()
  isIllustrative: boolean
  /** The newest row of the update log; 0 while the document was never written to. */
  @CountColumn()
  headSeq: number
  /** The newest row that the snapshot holds; 0 without one. Compare-and-set token of compaction. */
  @CountColumn()
  snapshotSeq: number
  /** Title, path and database as they are searched. */
  @TextColumn()
  folded: string
  @TimeColumn()
  createdAt: string
  @TimeColumn()
  updatedAt: string
}
