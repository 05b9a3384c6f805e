import type { DocumentId, PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  CountColumn,
  IdColumn,
  KeyColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'

/** A published text. Written once. */
@Entity('document_versions')
export class VersionRow {
  @IdColumn()
  documentId: DocumentId
  @KeyColumn()
  number: string
  @CountColumn()
  seq: number
  @TextColumn()
  sha256: string
  /** The whole text, so that it can be read and compared whatever becomes of the log. */
  @TextColumn()
  text: string
  @TextColumn()
  note: string
  @ReferenceColumn()
  author: PersonId
  @TimeColumn()
  publishedAt: string
}
