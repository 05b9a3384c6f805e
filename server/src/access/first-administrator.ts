import { type PersonId, ProtocolError, type UseSignInLink } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { LedgerService } from '../ledger/ledger.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { GrantsService } from './grants.service.ts'
import { hashPassword } from './passwords.ts'
import { type NewPerson, PeopleService } from './people.service.ts'

/** Makes the account that everybody else's rights come from. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly people: PeopleService,
    private readonly grants: GrantsService,
    private readonly tree: OrganisationTreeService,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: MESSAGE_INVALID, PASSWORD_WEAK. */
  async prepare({ username, displayName, password }: UseSignInLink): Promise<NewPerson> {
    if (username === undefined || displayName === undefined || password === undefined)
      throw new ProtocolError('MESSAGE_INVALID', { detail: 'username, displayName and password are needed' })
    return { username, displayName, passwordHash: await hashPassword(password), organisationId: null }
  }

  /** In the caller's transaction. Errors: LINK_USED when there is an administrator by now, USERNAME_TAKEN. */
  async create(manager: EntityManager, account: NewPerson): Promise<PersonId> {
    if (await this.people.hasAdministrator(manager)) throw new ProtocolError('LINK_USED')
    const personId = await this.people.insert(manager, account)
    await this.ledger.record(
      manager,
      { personId },
      {
        ...{ action: 'person:create', subjectKind: 'person', subjectId: personId },
        details: { organisationId: account.organisationId },
      },
    )
    const organisationId = await this.tree.rootId()
    await this.grants.insert(manager, { personId }, personId, { role: 'administrator', organisationId })
    return personId
  }
}
