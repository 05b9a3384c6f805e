import type { DirectiveId, DirectiveStatus, Name, OrganisationId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  CountColumn,
  DateColumn,
  IdColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
} from '../database/columns.ts'
import { RecordColumns } from '../database/record-columns.ts'

/** A resolution, plan, decree or other directive. */
@Entity('directives')
export class DirectiveRow extends RecordColumns {
  @IdColumn()
  id: DirectiveId

  @TextColumn({ nullable: true })
  number: string | null

  @TextColumn()
  type: string

  @JsonColumn()
  title: Name

  @JsonColumn()
  issuer: Name

  /** The issuer as it is searched. */
  @TextColumn()
  issuerFolded: string

  @DateColumn({ nullable: true })
  issuedOn: string | null

  @TextColumn()
  status: DirectiveStatus

  @ReferenceColumn({ nullable: true })
  successorId: DirectiveId | null
}

/** A unit of a directive's structure, in its order. */
@Entity('directive_provisions')
export class ProvisionRow {
  @IdColumn()
  id: string

  @ReferenceColumn()
  directiveId: DirectiveId

  @CountColumn()
  position: number

  @TextColumn()
  label: string

  @TextColumn({ nullable: true })
  text: string | null
}

/** Something that a directive demands. */
@Entity('directive_tasks')
export class TaskRow {
  @IdColumn()
  id: string

  @ReferenceColumn()
  directiveId: DirectiveId

  @CountColumn()
  position: number

  @TextColumn()
  text: string

  @TextColumn({ nullable: true })
  dueBy: string | null

  @TextColumn({ nullable: true })
  target: string | null

  @TextColumn({ nullable: true })
  unit: string | null

  @ReferenceColumn({ nullable: true })
  leadOrganisationId: OrganisationId | null
}
