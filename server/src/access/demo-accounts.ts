import type { GrantRole, PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull } from 'typeorm'
import { StartFailure } from '../config/start-failure.ts'
import { now } from '../database/ids.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { PersonalTokenRow } from './credential.entities.ts'
import { GrantsService } from './grants.service.ts'
import { type NewPerson, PeopleService } from './people.service.ts'
import { DemoPersonRow, PersonRow } from './person.entity.ts'
import { PersonalTokensService } from './personal-tokens.service.ts'
import { SignInLinksService } from './sign-in-links.service.ts'

const tokenName = 'demo'

/** Accounts without a password, reached by link or token. Everything happens in the caller's transaction. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly people: PeopleService,
    private readonly grants: GrantsService,
    private readonly tokens: PersonalTokensService,
    private readonly links: SignInLinksService,
    private readonly ledger: LedgerService,
  ) {}

  /** The demo's own account of this user name, made or active again. Errors: DEMO_NAME_TAKEN when a real person has the name. */
  async open(manager: EntityManager, person: Omit<NewPerson, 'passwordHash'>): Promise<PersonId> {
    const known = await manager.findOneBy(PersonRow, { username: person.username })
    if (!known) return this.make(manager, person)
    const personId = known.id
    if (!(await manager.existsBy(DemoPersonRow, { personId }))) throw nameTaken(person.username)
    if (!known.isActive) {
      await manager.update(PersonRow, { id: personId }, { isActive: true })
      await this.ledger.record(manager, null, event('person:change', personId, { fields: ['isActive'] }))
    }
    return personId
  }

  async grant(manager: EntityManager, personId: PersonId, grant: GrantRole): Promise<void> {
    await this.grants.insert(manager, null, personId, grant)
  }

  async credentials(manager: EntityManager, personId: PersonId): Promise<{ token: string; secret: string }> {
    const earlier = { personId, name: tokenName, revokedAt: IsNull() }
    await manager.update(PersonalTokenRow, earlier, { revokedAt: now() })
    const { token } = await this.tokens.insert(manager, personId, tokenName, null)
    return { token, secret: await this.links.forDemo(manager, personId) }
  }

  private async make(manager: EntityManager, person: Omit<NewPerson, 'passwordHash'>): Promise<PersonId> {
    const personId = await this.people.insert(manager, { ...person, passwordHash: null })
    await manager.insert(DemoPersonRow, { personId })
    const { organisationId } = person
    await this.ledger.record(manager, null, event('person:create', personId, { organisationId }))
    return personId
  }
}

const event = (action: string, subjectId: PersonId, details: Record<string, unknown>) => ({
  action,
  subjectKind: 'person',
  subjectId,
  details,
})

const nameTaken = (username: string): StartFailure =>
  new StartFailure('DEMO_NAME_TAKEN', {
    vi: `Tên đăng nhập ${username} của người dùng thử đã thuộc về một người thật; tài khoản đó được giữ nguyên. Hãy bỏ LIENTHONG_DEMO hoặc dùng một cơ sở dữ liệu khác cho bản dùng thử.`,
    en: `The demo's user name ${username} belongs to a real person, whose account was left as it was. Unset LIENTHONG_DEMO, or use another database for the demo.`,
  })
