import {
  type ChangeOrganisation,
  type CreateOrganisation,
  type Organisation,
  type OrganisationId,
  ProtocolError,
  type Supersede,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccessService } from '../access/access.service.ts'
import { RevocationsService } from '../access/revocations.service.ts'
import { changesBetween } from '../database/changes-between.ts'
import { newId } from '../database/ids.ts'
import { insertRecord } from '../database/insert-record.ts'
import { newRecordFields, withValidity } from '../database/record-fields.ts'
import { changeVersion } from '../database/versioned.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { OrganisationRow } from './organisation.entity.ts'
import { OrganisationTreeService } from './organisation-tree.service.ts'
import { OrganisationsService } from './organisations.service.ts'

/** Writes organisations in the caller's transaction, each change with its ledger entry. `actor` null is the server itself. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly tree: OrganisationTreeService,
    private readonly access: AccessService,
    private readonly revocations: RevocationsService,
    private readonly ledger: LedgerService,
  ) {}

  /** Call after the commit: rights follow the tree, also on connections that are open. */
  async committed(): Promise<void> {
    this.tree.forget()
    await this.revocations.applyToAll()
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND (the parent), RECORD_CODE_TAKEN, RECORD_INVALID. */
  async create(manager: EntityManager, actor: Actor | null, body: CreateOrganisation): Promise<Organisation> {
    const row = Object.assign(new OrganisationRow(), newRecordFields(body), {
      id: newId<OrganisationId>(),
      name: body.name,
      kind: body.kind,
      parentId: body.parentId,
      officialCode: body.officialCode ?? null,
      successorId: null,
    })
    await this.requireParent(manager, row)
    await this.requireRight(actor, row.parentId)
    row.folded = this.organisations.folded(row)
    await insertRecord(manager, OrganisationRow, row)
    const record = this.organisations.recordOf(row)
    await this.ledger.record(manager, actor, event('organisation:create', record.id, { record }))
    return record
  }

  /** Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async change(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    changes: ChangeOrganisation,
  ): Promise<Organisation> {
    const row = await this.organisations.rowOf(manager, idOrCode)
    await this.requireRight(actor, row.id)
    if (changes.parentId !== undefined && changes.parentId !== row.parentId) {
      await this.requireParent(manager, { ...row, parentId: changes.parentId })
      await this.requireRight(actor, changes.parentId)
    }
    return this.store(manager, actor, row, version, changes, { action: 'organisation:change' })
  }

  /** Ends the validity and names the successor. Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async supersede(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { on, successorCode, reason }: Supersede,
  ): Promise<Organisation> {
    const row = await this.organisations.rowOf(manager, idOrCode)
    await this.requireRight(actor, row.id)
    if (row.parentId === null) throw invalid('the root cannot be superseded')
    const successor = successorCode === null ? null : await this.organisations.rowOf(manager, successorCode)
    if (successor?.id === row.id) throw invalid('a record cannot succeed itself')
    const changes = { validTo: on, successorId: successor?.id ?? null }
    return this.store(manager, actor, row, version, changes, { action: 'organisation:supersede', reason })
  }

  private async store(
    manager: EntityManager,
    actor: Actor | null,
    row: OrganisationRow,
    version: number,
    changes: Partial<OrganisationRow>,
    { action, ...said }: { action: string; reason?: string },
  ): Promise<Organisation> {
    const folded = this.organisations.folded(withValidity({ ...row, ...changes }))
    await changeVersion(manager, OrganisationRow, { id: row.id, version }, { ...changes, folded })
    const before = this.organisations.recordOf(row)
    const record = this.organisations.recordOf(await this.organisations.rowOf(manager, row.id))
    const details = { code: record.code, ...said, changes: changesBetween(before, record) }
    await this.ledger.record(manager, actor, event(action, record.id, details))
    return record
  }

  /** The parent must exist and not be the organisation itself or below it; only the root has none. */
  private async requireParent(manager: EntityManager, { id, parentId }: OrganisationRow): Promise<void> {
    if (parentId === null) throw invalid('parentId: there is one root, VN')
    for (let above: string | null = parentId; above !== null; ) {
      if (above === id) throw invalid('parentId: an organisation cannot be below itself')
      above = (await this.organisations.rowOf(manager, above)).parentId
    }
  }

  private async requireRight(actor: Actor | null, organisationId: string | null): Promise<void> {
    if (actor) await this.access.require(actor, 'organisation:change', organisationId)
  }
}

const invalid = (detail: string) => new ProtocolError('RECORD_INVALID', { detail })

const event = (action: string, subjectId: string, details: Record<string, unknown>) => ({
  action,
  subjectKind: 'organisation',
  subjectId,
  details,
})
