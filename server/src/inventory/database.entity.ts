import type { DatabaseId, DatabaseLevel, DatabaseStatus, Name, OrganisationId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { IdColumn, JsonColumn, ReferenceColumn, TextColumn } from '../database/columns.ts'
import { RecordColumns } from '../database/record-columns.ts'

/** A database of the inventory. */
@Entity('databases')
export class DatabaseRow extends RecordColumns {
  @IdColumn()
  id: DatabaseId

  @JsonColumn()
  name: Name

  @TextColumn()
  level: DatabaseLevel

  @ReferenceColumn({ nullable: true })
  ownerId: OrganisationId | null

  @TextColumn()
  status: DatabaseStatus

  @TextColumn({ nullable: true })
  statusNote: string | null

  @JsonColumn()
  legalBasis: string[]

  @ReferenceColumn({ nullable: true })
  successorId: DatabaseId | null
}
