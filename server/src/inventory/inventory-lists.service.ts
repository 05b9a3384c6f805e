import {
  type ChangeInventoryList,
  type CreateInventoryList,
  type InventoryList,
  type ListQuery,
  type Page,
  ProtocolError,
  type Supersede,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { AccessService } from '../access/access.service.ts'
import { changesBetween } from '../database/changes-between.ts'
import { newId } from '../database/ids.ts'
import { insertRecord } from '../database/insert-record.ts'
import { newRecordFields, withValidity } from '../database/record-fields.ts'
import { changeVersion } from '../database/versioned.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { SearchService } from '../search/search.service.ts'
import type { Actor } from '../transport/actor.ts'
import { InventoryListRow } from './inventory-list.entity.ts'
import { ListMembersService } from './list-members.service.ts'

interface Change {
  action: 'change' | 'supersede'
  changes: Partial<InventoryListRow>
  databaseCodes?: string[] | undefined
  /** What the ledger keeps beside the changes. */
  said: Record<string, unknown>
}

/** The lists that name databases: read by everyone who reads the inventory, changed with the national right. */
@Injectable()
export class InventoryListsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly search: SearchService,
    private readonly members: ListMembersService,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: RECORD_NOT_FOUND. */
  async byIdOrCode(idOrCode: string): Promise<InventoryList> {
    return this.recordOf(this.manager, await this.rowOf(this.manager, idOrCode))
  }

  /** In the order of the code. `asOf` keeps the lists that held on that day. */
  async list({ asOf, ...page }: ListQuery & { asOf?: string | undefined }): Promise<Page<InventoryList>> {
    const query = this.manager.createQueryBuilder(InventoryListRow, 'list')
    if (asOf !== undefined) query.andWhere("list.standing = 'holding'")
    this.search.narrowToDay(query, 'list', asOf)
    this.search.narrow(query, 'list.folded', page.q)
    const keys = [{ path: 'list.code', direction: 'ASC' }] as const
    const found = await this.search.page(query, keys, ({ code }) => [code], page)
    return { ...found, items: await this.recordsOf(this.manager, found.items) }
  }

  /** Errors: RIGHT_MISSING, RECORD_CODE_TAKEN, RECORD_INVALID, RECORD_NOT_FOUND (a database). */
  async create(
    manager: EntityManager,
    actor: Actor | null,
    { databaseCodes = [], ...body }: CreateInventoryList,
  ): Promise<InventoryList> {
    if (actor) await this.access.require(actor, 'inventory:change', null)
    const { title, statedCount, status, standing = 'holding' } = body
    const row = Object.assign(new InventoryListRow(), newRecordFields(body), {
      id: newId(),
      title,
      statedCount,
      status,
      standing,
      successorId: null,
    })
    row.folded = this.folded(row)
    await insertRecord(manager, InventoryListRow, row)
    const naming = await this.members.setDatabasesOf(manager, row.id, databaseCodes)
    const record = await this.recordOf(manager, row)
    for (const event of naming) await this.ledger.record(manager, actor, event)
    await this.ledger.record(manager, actor, {
      ...{ action: 'inventory-list:create', subjectKind: 'inventory-list', subjectId: row.id },
      details: { record, databaseCodes },
    })
    return record
  }

  /** Every list, in the order of the code. */
  async all(): Promise<InventoryList[]> {
    const rows = await this.manager.find(InventoryListRow, { order: { code: 'ASC' } })
    return this.recordsOf(this.manager, rows)
  }

  /** Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async change(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { databaseCodes, ...changes }: ChangeInventoryList,
  ): Promise<InventoryList> {
    const row = await this.rowOf(manager, idOrCode)
    return this.store(manager, actor, row, version, { changes, databaseCodes, action: 'change', said: {} })
  }

  /** Ends the list's validity and names what replaces it. Errors: RECORD_NOT_FOUND, RIGHT_MISSING, RECORD_CHANGED, RECORD_INVALID. */
  async supersede(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { on, successorCode, reason }: Supersede,
  ): Promise<InventoryList> {
    const row = await this.rowOf(manager, idOrCode)
    const successor = successorCode === null ? null : await this.rowOf(manager, successorCode)
    if (successor?.id === row.id)
      throw new ProtocolError('RECORD_INVALID', { detail: 'a record cannot succeed itself' })
    const changes = { validTo: on, successorId: successor?.id ?? null }
    return this.store(manager, actor, row, version, { changes, action: 'supersede', said: { reason } })
  }

  private async store(
    manager: EntityManager,
    actor: Actor | null,
    row: InventoryListRow,
    version: number,
    { changes, databaseCodes, action, said }: Change,
  ): Promise<InventoryList> {
    if (actor) await this.access.require(actor, 'inventory:change', null)
    const before = await this.withNames(manager, row)
    const folded = this.folded(withValidity({ ...row, ...changes }))
    await changeVersion(manager, InventoryListRow, { id: row.id, version }, { ...changes, folded })
    const naming = databaseCodes ? await this.members.setDatabasesOf(manager, row.id, databaseCodes) : []
    const changed = await this.rowOf(manager, row.id)
    const after = await this.withNames(manager, changed)
    for (const event of naming) await this.ledger.record(manager, actor, event)
    await this.ledger.record(manager, actor, {
      ...{ action: `inventory-list:${action}`, subjectKind: 'inventory-list', subjectId: row.id },
      details: { code: row.code, ...said, changes: changesBetween(before, after) },
    })
    return this.recordOf(manager, changed)
  }

  /** The stored row, for writers in their own transaction. Errors: RECORD_NOT_FOUND. */
  async rowOf(manager: EntityManager, idOrCode: string): Promise<InventoryListRow> {
    const row = await manager.findOne(InventoryListRow, { where: [{ code: idOrCode }, { id: idOrCode }] })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'inventory-list', id: idOrCode })
    return row
  }

  private folded({ code, title, status, note }: InventoryListRow): string {
    return this.search.fold(code, title.vi, title.en, status, note)
  }

  private async withNames(manager: EntityManager, row: InventoryListRow) {
    return { ...row, databaseCodes: await this.members.databaseCodesOf(manager, row.id) }
  }

  private async recordOf(manager: EntityManager, row: InventoryListRow): Promise<InventoryList> {
    const [record] = await this.recordsOf(manager, [row])
    if (!record) throw new Error('a row without a record')
    return record
  }

  private async recordsOf(manager: EntityManager, rows: InventoryListRow[]): Promise<InventoryList[]> {
    const counts = await this.members.countsOf(
      manager,
      rows.map(({ id }) => id),
    )
    return rows.map(({ folded: _, ...row }) => ({ ...row, knownCount: counts.get(row.id) ?? 0 }))
  }
}
