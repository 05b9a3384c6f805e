import type { Name, OrganisationId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { IdColumn, JsonColumn, ReferenceColumn, TextColumn } from '../database/columns.ts'
import { RecordColumns } from '../database/record-columns.ts'

@Entity('organisations')
export class OrganisationRow extends RecordColumns {
  @IdColumn()
  id: OrganisationId

  @JsonColumn()
  name: Name

  @TextColumn()
  kind: string

  @ReferenceColumn({ nullable: true })
  parentId: OrganisationId | null

  @TextColumn({ nullable: true })
  officialCode: string | null

  @ReferenceColumn({ nullable: true })
  successorId: OrganisationId | null
}
