import { type GrantRole, type PersonId, ProtocolError, type RoleGrant } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { newId } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import type { Actor } from '../transport/actor.ts'
import { AccessService } from './access.service.ts'
import { RoleGrantRow } from './person.entity.ts'
import { RevocationsService } from './revocations.service.ts'

/** Gives and takes roles. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccessService,
    private readonly tree: OrganisationTreeService,
    private readonly ledger: LedgerService,
    private readonly revocations: RevocationsService,
  ) {}

  /** Giving the same role on the same organisation again answers with the grant that there is. Errors: RIGHT_MISSING, RECORD_NOT_FOUND. */
  async give(actor: Actor, personId: PersonId, { role, organisationId }: GrantRole): Promise<RoleGrant> {
    if (!(await this.tree.has(organisationId)))
      throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'organisation', id: organisationId })
    await this.access.require(actor, 'person:manage', organisationId)
    const id = await this.transactions.run(manager =>
      this.insert(manager, actor, personId, { role, organisationId }),
    )
    await this.revocations.apply(personId)
    return { id, role, organisationId, organisationName: await this.tree.nameOf(organisationId) }
  }

  /** In the caller's transaction and without asking for a right: the first administrator has nobody to ask. */
  async insert(
    manager: EntityManager,
    actor: Pick<Actor, 'personId'> | null,
    personId: PersonId,
    grant: GrantRole,
  ): Promise<string> {
    const known = await manager.findOneBy(RoleGrantRow, { personId, ...grant })
    if (known) return known.id
    const id = newId()
    await manager.insert(RoleGrantRow, { id, personId, ...grant })
    await this.ledger.record(manager, actor, {
      action: 'role:grant',
      subjectKind: 'person',
      subjectId: personId,
      details: { ...grant },
    })
    return id
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND. */
  async take(actor: Actor, personId: PersonId, grantId: string): Promise<void> {
    await this.transactions.run(async manager => {
      const grant = await manager.findOneBy(RoleGrantRow, { id: grantId, personId })
      if (!grant) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'grant', id: grantId })
      const { role, organisationId } = grant
      await this.access.require(actor, 'person:manage', organisationId)
      await manager.delete(RoleGrantRow, { id: grantId })
      await this.ledger.record(manager, actor, {
        action: 'role:withdraw',
        subjectKind: 'person',
        subjectId: personId,
        details: { role, organisationId },
      })
    })
    await this.revocations.apply(personId)
  }
}
