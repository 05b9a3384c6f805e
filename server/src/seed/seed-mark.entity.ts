import { Entity } from 'typeorm'
import { CountColumn, KeyColumn, TextColumn } from '../database/columns.ts'

/** That a record of the seed files was brought in: with which content, and which version of the record that was. */
@Entity('seed_marks')
export class SeedMark {
  @KeyColumn()
  kind: string

  @KeyColumn()
  code: string

  @TextColumn()
  hash: string

  @CountColumn()
  version: number
}
