import type { DocumentId, PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  BytesColumn,
  CountKeyColumn,
  IdColumn,
  JsonColumn,
  ReferenceColumn,
  TimeColumn,
} from '../database/columns.ts'

/** Structs of one Yjs client that an update brings: `[clientId, first clock, clock after the last]`. */
export type ClientRange = readonly [clientId: number, from: number, to: number]

/** A row of the update log (rule S2): what one author did to one document in one commit. `seq` is contiguous per document. */
@Entity('document_updates')
export class DocumentUpdateRow {
  @IdColumn()
  documentId: DocumentId
  @CountKeyColumn()
  seq: number
  /** Null for what the server seeded itself. */
  @ReferenceColumn({ nullable: true })
  author: PersonId | null
  @JsonColumn()
  clientRanges: ClientRange[]
  @BytesColumn()
  bytes: Buffer
  @TimeColumn()
  createdAt: string
}
