import { type ChangePerson, type CreatePerson, type Person, type PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { AccessService } from './access.service.ts'
import { hashPassword } from './passwords.ts'
import { PeopleService } from './people.service.ts'
import { PersonRow } from './person.entity.ts'
import { RevocationsService } from './revocations.service.ts'

/** Creates and changes people on behalf of an administrator. */
@Injectable()
export class PeopleChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccessService,
    private readonly people: PeopleService,
    private readonly ledger: LedgerService,
    private readonly revocations: RevocationsService,
  ) {}

  /** Errors: RIGHT_MISSING, USERNAME_TAKEN, PASSWORD_WEAK. */
  async create(actor: Actor, { password, ...person }: CreatePerson): Promise<Person> {
    await this.access.require(actor, 'person:manage', person.organisationId)
    const passwordHash = await hashPassword(password)
    const id = await this.transactions.run(async manager => {
      const personId = await this.people.insert(manager, { ...person, passwordHash })
      await this.ledger.record(manager, actor, {
        action: 'person:create',
        subjectKind: 'person',
        subjectId: personId,
        details: { organisationId: person.organisationId },
      })
      return personId
    })
    return this.people.read(id)
  }

  /** A new password ends the person's sessions, deactivation every token as well. Errors: RIGHT_MISSING, PASSWORD_WEAK. */
  async change(actor: Actor, personId: PersonId, { password, ...changes }: ChangePerson): Promise<Person> {
    const person = await this.people.requireManaged(actor, personId)
    if (changes.organisationId !== undefined)
      await this.access.require(actor, 'person:manage', changes.organisationId)
    const passwordHash = password === undefined ? undefined : await hashPassword(password)
    const folded = this.people.foldedOf(person.username, changes.displayName ?? person.displayName)
    await this.transactions.run(async manager => {
      const columns = { ...changes, ...(passwordHash && { passwordHash }), folded }
      await manager.update(PersonRow, { id: personId }, columns)
      if (passwordHash || changes.isActive === false) await this.revocations.endSessions(manager, personId)
      if (changes.isActive === false) await this.revocations.endTokens(manager, personId)
      await this.ledger.record(manager, actor, {
        action: changes.isActive === false ? 'person:deactivate' : 'person:change',
        subjectKind: 'person',
        subjectId: personId,
        details: { fields: [...Object.keys(changes), ...(passwordHash ? ['password'] : [])] },
      })
    })
    await this.revocations.apply(personId)
    return this.people.read(personId)
  }
}
