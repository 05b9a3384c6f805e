import type { OrganisationId, PersonId, Role } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import {
  FlagColumn,
  IdColumn,
  KeyColumn,
  ReferenceColumn,
  TextColumn,
  TimeColumn,
} from '../database/columns.ts'

@Entity('people')
export class PersonRow {
  @IdColumn()
  id: PersonId

  /** Lower case, unique. */
  @TextColumn({ unique: true })
  username: string

  @TextColumn()
  displayName: string

  /** argon2id in PHC format; null for somebody who signs in by other means only. */
  @TextColumn({ nullable: true })
  passwordHash: string | null

  @ReferenceColumn({ nullable: true })
  organisationId: OrganisationId | null

  @FlagColumn()
  isActive: boolean

  @TimeColumn()
  createdAt: string

  /** What searches look into. */
  @TextColumn()
  folded: string
}

@Entity('role_grants')
export class RoleGrantRow {
  @IdColumn()
  id: string

  @ReferenceColumn()
  personId: PersonId

  @TextColumn()
  role: Role

  @ReferenceColumn()
  organisationId: OrganisationId
}

/** That the demo made a person's account, and may take it back. */
@Entity('demo_people')
export class DemoPersonRow {
  @KeyColumn()
  personId: PersonId
}
