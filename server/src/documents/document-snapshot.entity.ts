import type { DocumentId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { BytesColumn, CountColumn, IdColumn } from '../database/columns.ts'

/** A document's whole state up to `seq` as one Yjs update. Beside `documents`, so that lists never read it. */
@Entity('document_snapshots')
export class DocumentSnapshotRow {
  @IdColumn()
  documentId: DocumentId
  @CountColumn()
  seq: number
  @BytesColumn()
  bytes: Buffer
}
