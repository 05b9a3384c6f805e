import type { Name } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { IdColumn, JsonColumn, NumberColumn, TextColumn } from '../database/columns.ts'
import { RecordColumns } from '../database/record-columns.ts'

/** A figure with its target, where one is set. */
@Entity('indicators')
export class IndicatorRow extends RecordColumns {
  @IdColumn()
  id: string

  @JsonColumn()
  name: Name

  @TextColumn({ nullable: true })
  unit: string | null

  @NumberColumn({ nullable: true })
  value: number | null

  @NumberColumn({ nullable: true })
  target: number | null

  @TextColumn({ nullable: true })
  dueBy: string | null
}
