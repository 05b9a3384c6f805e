import type { DatabaseId, ListStanding, Name } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  CountColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  ReferenceColumn,
  TextColumn,
} from '../database/columns.ts'
import { RecordColumns } from '../database/record-columns.ts'

/** A list that names databases, such as a decree's annex. */
@Entity('inventory_lists')
export class InventoryListRow extends RecordColumns {
  @IdColumn()
  id: string

  @JsonColumn()
  title: Name

  @CountColumn({ nullable: true })
  statedCount: number | null

  @TextColumn({ nullable: true })
  status: string | null

  @TextColumn()
  standing: ListStanding

  @ReferenceColumn({ nullable: true })
  successorId: string | null
}

/** That a list names a database. */
@Entity('inventory_list_members')
export class InventoryListMember {
  @KeyColumn()
  listId: string

  @KeyColumn()
  databaseId: DatabaseId
}
