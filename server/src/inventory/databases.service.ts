import {
  type Database,
  type DatabaseId,
  type DatabaseLevel,
  type DatabaseStatus,
  type ListQuery,
  type OrganisationId,
  type Page,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, In } from 'typeorm'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { SearchService } from '../search/search.service.ts'
import { DatabaseRow } from './database.entity.ts'
import { ListMembersService } from './list-members.service.ts'

export interface DatabasesQuery extends ListQuery {
  level?: DatabaseLevel | undefined
  status?: DatabaseStatus | undefined
  ownerCode?: string | undefined
  listCode?: string | undefined
  asOf?: string | undefined
}

/** Reads the databases of the inventory. */
@Injectable()
export class DatabasesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly search: SearchService,
    private readonly members: ListMembersService,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** Errors: RECORD_NOT_FOUND. */
  async byIdOrCode(idOrCode: string): Promise<Database> {
    return this.recordOf(this.manager, await this.rowOf(this.manager, idOrCode))
  }

  /** The stored row, for writers in their own transaction. Errors: RECORD_NOT_FOUND. */
  async rowOf(manager: EntityManager, idOrCode: string): Promise<DatabaseRow> {
    const row = await manager.findOne(DatabaseRow, {
      where: [{ code: idOrCode }, { id: idOrCode as DatabaseRow['id'] }],
    })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'database', id: idOrCode })
    return row
  }

  /** The owner of each database; null means national scope. */
  async ownersOf(ids: readonly DatabaseId[]): Promise<ReadonlyMap<DatabaseId, OrganisationId | null>> {
    const rows = await this.manager.find(DatabaseRow, {
      where: { id: In([...ids]) },
      select: { id: true, ownerId: true },
    })
    return new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
  }

  /** The owner of a database by its code; null means national scope, undefined that there is none. */
  async ownerOf(code: string): Promise<OrganisationId | null | undefined> {
    const row = await this.manager.findOne(DatabaseRow, {
      where: { code },
      select: { id: true, ownerId: true },
    })
    return row?.ownerId
  }

  /** What a database is found by. */
  folded({ code, name, statusNote, legalBasis, note }: DatabaseRow): string {
    return this.search.fold(code, name.vi, name.en, statusNote, note, ...legalBasis)
  }

  async recordOf(manager: EntityManager, row: DatabaseRow): Promise<Database> {
    const [record] = await this.recordsOf(manager, [row])
    if (!record) throw new Error('a row without a record')
    return record
  }

  /** Every database, in the order of the code. */
  async all(): Promise<Database[]> {
    return this.recordsOf(this.manager, await this.manager.find(DatabaseRow, { order: { code: 'ASC' } }))
  }

  /** In the order of the code. An owner stands for its whole subtree. */
  async list({ level, status, ownerCode, listCode, asOf, ...page }: DatabasesQuery): Promise<Page<Database>> {
    const query = this.manager.createQueryBuilder(DatabaseRow, 'database')
    if (level !== undefined) query.andWhere('database.level = :level', { level })
    if (status !== undefined) query.andWhere('database.status = :status', { status })
    if (ownerCode !== undefined)
      query.andWhere('database.ownerId IN (:...owners)', { owners: await this.subtreeOf(ownerCode) })
    if (listCode !== undefined)
      query.andWhere(`database.id IN (${asOf === undefined ? named : namedOnDay})`, { listCode, asOf })
    this.search.narrowToDay(query, 'database', asOf)
    this.search.narrow(query, 'database.folded', page.q)
    const keys = [{ path: 'database.code', direction: 'ASC' }] as const
    const found = await this.search.page(query, keys, ({ code }) => [code], page)
    return { ...found, items: await this.recordsOf(this.manager, found.items) }
  }

  private async subtreeOf(ownerCode: string): Promise<string[]> {
    const id = await this.tree.idOfCode(ownerCode)
    if (id === null) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'organisation', id: ownerCode })
    return this.tree.subtreeOf(id)
  }

  private async recordsOf(manager: EntityManager, rows: DatabaseRow[]): Promise<Database[]> {
    const ids = rows.map(({ id }) => id)
    const listCodes = await this.members.listCodesOf(manager, ids)
    const documentCounts = await this.documentCountsOf(manager, ids)
    return Promise.all(
      rows.map(async ({ folded: _, ...row }) => ({
        ...row,
        ownerName: row.ownerId && (await this.tree.nameOf(row.ownerId)),
        listCodes: listCodes.get(row.id) ?? [],
        documentCount: documentCounts.get(row.id) ?? 0,
      })),
    )
  }

  /** Counted in the documents' table itself: their feature builds on this one. */
  private async documentCountsOf(manager: EntityManager, ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map()
    const counts = await manager
      .createQueryBuilder()
      .select('database_id', 'id')
      .addSelect('COUNT(*)', 'count')
      .from('documents', 'document')
      .where('database_id IN (:...ids)', { ids })
      .groupBy('database_id')
      .getRawMany<{ id: string; count: string | number }>()
    return new Map(counts.map(({ id, count }) => [id, Number(count)]))
  }
}

const named =
  'SELECT m.database_id FROM inventory_list_members m JOIN inventory_lists l ON l.id = m.list_id WHERE l.code = :listCode'

/** A list that did not hold on the day names nothing. */
const namedOnDay = `${named} AND l.standing = 'holding' AND (l.valid_from IS NULL OR l.valid_from <= :asOf) AND (l.valid_to IS NULL OR l.valid_to > :asOf)`
