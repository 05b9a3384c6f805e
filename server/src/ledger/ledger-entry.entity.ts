import { Entity } from 'typeorm'
import {
  CountColumn,
  CountKeyColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'

@Entity('ledger_entries')
export class LedgerEntryRow {
  @CountKeyColumn()
  seq: number

  @TimeColumn()
  at: string

  @ReferenceColumn({ nullable: true })
  actorId: string | null

  @TextColumn()
  action: string

  @TextColumn()
  subjectKind: string

  @TextColumn()
  subjectId: string

  @JsonColumn()
  details: Record<string, unknown>

  @TextColumn()
  previousHash: string

  @TextColumn()
  hash: string
}

/** The chain's end, one row. Whoever appends locks it first, so that there is one order on both databases. */
@Entity('ledger_head')
export class LedgerHead {
  @CountKeyColumn()
  id: number

  @CountColumn()
  seq: number

  @TextColumn()
  hash: string
}
