import {
  type ChangeDatabase,
  type CreateDatabase,
  type Database,
  type DatabaseId,
  ProtocolError,
  type Supersede,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccessService } from '../access/access.service.ts'
import { changesBetween } from '../database/changes-between.ts'
import { newId } from '../database/ids.ts'
import { insertRecord } from '../database/insert-record.ts'
import { newRecordFields, withValidity } from '../database/record-fields.ts'
import { changeVersion } from '../database/versioned.ts'
import { type Event, LedgerService } from '../ledger/ledger.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import type { Actor } from '../transport/actor.ts'
import { DatabaseRow } from './database.entity.ts'
import { DatabasesService } from './databases.service.ts'
import { ListMembersService } from './list-members.service.ts'

/** Writes the databases of the inventory, each change with its ledger entry. `actor` null is the server itself, which may do all. */
@Injectable()
export class DatabaseChangesService {
  constructor(
    private readonly databases: DatabasesService,
    private readonly members: ListMembersService,
    private readonly access: AccessService,
    private readonly tree: OrganisationTreeService,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: RIGHT_MISSING, RECORD_CODE_TAKEN, RECORD_INVALID, RECORD_NOT_FOUND (a list). */
  async create(manager: EntityManager, actor: Actor | null, body: CreateDatabase): Promise<Database> {
    await this.requireOwner(actor, body.ownerId)
    const row = Object.assign(new DatabaseRow(), newRecordFields(body), {
      id: newId<DatabaseId>(),
      ...ownFieldsOf(body),
      successorId: null,
    })
    row.folded = this.databases.folded(row)
    await insertRecord(manager, DatabaseRow, row)
    const naming = body.listCodes?.length ? await this.nameIn(manager, actor, row.id, body.listCodes) : []
    const record = await this.databases.recordOf(manager, row)
    for (const event of naming) await this.ledger.record(manager, actor, event)
    await this.ledger.record(manager, actor, event('database:create', record.id, { record }))
    return record
  }

  /** Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async change(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { listCodes, ...changes }: ChangeDatabase,
  ): Promise<Database> {
    const row = await this.databases.rowOf(manager, idOrCode)
    await this.requireOwner(actor, row.ownerId)
    if (changes.ownerId !== undefined) await this.requireOwner(actor, changes.ownerId)
    const before = await this.databases.recordOf(manager, row)
    const isNamed = listCodes !== undefined && [...listCodes].sort().join() !== before.listCodes.join()
    const naming = isNamed ? await this.nameIn(manager, actor, row.id, listCodes) : []
    await this.store(manager, row, version, changes)
    for (const event of naming) await this.ledger.record(manager, actor, event)
    return this.recordChange(manager, actor, 'database:change', before, {})
  }

  /** Ends the validity and names the successor. Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async supersede(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { on, successorCode, reason }: Supersede,
  ): Promise<Database> {
    const row = await this.databases.rowOf(manager, idOrCode)
    await this.requireOwner(actor, row.ownerId)
    const successor = successorCode === null ? null : await this.databases.rowOf(manager, successorCode)
    if (successor?.id === row.id)
      throw new ProtocolError('RECORD_INVALID', { detail: 'a record cannot succeed itself' })
    const before = await this.databases.recordOf(manager, row)
    await this.store(manager, row, version, { validTo: on, successorId: successor?.id ?? null })
    return this.recordChange(manager, actor, 'database:supersede', before, { reason })
  }

  private async store(
    manager: EntityManager,
    row: DatabaseRow,
    version: number,
    changes: Partial<DatabaseRow>,
  ): Promise<void> {
    const next = withValidity({ ...row, ...changes })
    const folded = this.databases.folded(next)
    await changeVersion(manager, DatabaseRow, { id: row.id, version }, { ...changes, folded })
  }

  private async recordChange(
    manager: EntityManager,
    actor: Actor | null,
    action: string,
    before: Database,
    said: Record<string, unknown>,
  ): Promise<Database> {
    const record = await this.databases.recordOf(manager, await this.databases.rowOf(manager, before.id))
    const details = { code: record.code, ...said, changes: changesBetween(before, record) }
    await this.ledger.record(manager, actor, event(action, record.id, details))
    return record
  }

  /** A list is national: naming a database in it needs the national right. */
  private async nameIn(
    manager: EntityManager,
    actor: Actor | null,
    databaseId: DatabaseId,
    listCodes: string[],
  ): Promise<Event[]> {
    if (actor) await this.access.require(actor, 'inventory:change', null)
    return this.members.setListsOf(manager, databaseId, listCodes)
  }

  private async requireOwner(actor: Actor | null, ownerId: string | null): Promise<void> {
    if (!actor) return
    if (ownerId !== null && !(await this.tree.has(ownerId)))
      throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'organisation', id: ownerId })
    await this.access.require(actor, 'inventory:change', ownerId)
  }
}

const ownFieldsOf = ({ name, level, ownerId, status, statusNote, legalBasis }: CreateDatabase) => ({
  name,
  level,
  ownerId,
  status,
  statusNote,
  legalBasis,
})

const event = (action: string, subjectId: string, details: Record<string, unknown>) => ({
  action,
  subjectKind: 'database',
  subjectId,
  details,
})
