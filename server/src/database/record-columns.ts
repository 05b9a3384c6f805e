import type { Provenance } from '@lienthong/protocol'
import type { TableColumn } from 'typeorm'
import type { columnsFor } from './columns.ts'
import { CountColumn, DateColumn, JsonColumn, TextColumn } from './columns.ts'

/** What every dated, sourced record of the domain stores beside its own fields. `folded` is the text that searches look into. */
export abstract class RecordColumns {
  @TextColumn({ unique: true })
  code: string

  @JsonColumn()
  provenance: Provenance

  @DateColumn({ nullable: true })
  validFrom: string | null

  @DateColumn({ nullable: true })
  validTo: string | null

  @TextColumn({ nullable: true })
  note: string | null

  @CountColumn()
  version: number

  @TextColumn()
  folded: string
}

/** The same columns for a migration. */
export const recordColumns = ({ text, json, date, count }: ReturnType<typeof columnsFor>): TableColumn[] => [
  text('code', { unique: true }),
  json('provenance'),
  date('valid_from', { nullable: true }),
  date('valid_to', { nullable: true }),
  text('note', { nullable: true }),
  count('version'),
  text('folded'),
]
