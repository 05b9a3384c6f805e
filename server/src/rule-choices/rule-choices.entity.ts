import type { DatabaseId, OrganisationId, PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  CountColumn,
  IdColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'

/** How rules run on the documents of an organisation's subtree, or of one database. */
@Entity('rule_choices')
export class RuleChoicesRow {
  /** The organisation's or the database's: ids are unique over both. */
  @IdColumn()
  id: OrganisationId | DatabaseId
  /** RuleChoices: options are any JSON, which TypeORM's types cannot say. */
  @JsonColumn()
  choices: object
  @CountColumn()
  version: number
  @ReferenceColumn()
  changedBy: PersonId
  /** As it was when the choice was made. */
  @TextColumn()
  changerName: string
  @TimeColumn()
  changedAt: string
}
