import { type ListQuery, type Organisation, type Page, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { SearchService } from '../search/search.service.ts'
import { OrganisationRow } from './organisation.entity.ts'
import { OrganisationTreeService } from './organisation-tree.service.ts'

export interface OrganisationsQuery extends ListQuery {
  kind?: string | undefined
  /** Narrows to the subtree of this organisation, itself included. */
  withinCode?: string | undefined
  asOf?: string | undefined
}

/** Reads organisations. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly search: SearchService,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** Errors: RECORD_NOT_FOUND. */
  async byIdOrCode(idOrCode: string): Promise<Organisation> {
    return this.recordOf(await this.rowOf(this.manager, idOrCode))
  }

  /** The stored row, for writers in their own transaction. Errors: RECORD_NOT_FOUND. */
  async rowOf(manager: EntityManager, idOrCode: string): Promise<OrganisationRow> {
    const row = await manager.findOne(OrganisationRow, {
      where: [{ code: idOrCode }, { id: idOrCode as OrganisationRow['id'] }],
    })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'organisation', id: idOrCode })
    return row
  }

  /** Every organisation, in the order of the code. */
  async all(): Promise<Organisation[]> {
    const rows = await this.manager.find(OrganisationRow, { order: { code: 'ASC' } })
    return rows.map(row => this.recordOf(row))
  }

  /** In the order of the code. */
  async list({ kind, withinCode, asOf, ...page }: OrganisationsQuery): Promise<Page<Organisation>> {
    const query = this.manager.createQueryBuilder(OrganisationRow, 'organisation')
    if (kind !== undefined) query.andWhere('organisation.kind = :kind', { kind })
    if (withinCode !== undefined) {
      const { id } = await this.rowOf(this.manager, withinCode)
      query.andWhere('organisation.id IN (:...within)', { within: await this.tree.subtreeOf(id) })
    }
    this.search.narrowToDay(query, 'organisation', asOf)
    this.search.narrow(query, 'organisation.folded', page.q)
    const keys = [{ path: 'organisation.code', direction: 'ASC' }] as const
    const found = await this.search.page(query, keys, ({ code }) => [code], page)
    return { ...found, items: found.items.map(row => this.recordOf(row)) }
  }

  /** What an organisation is found by. */
  folded({ code, name, officialCode, note }: OrganisationRow): string {
    return this.search.fold(code, name.vi, name.en, officialCode, note)
  }

  recordOf({ folded: _, ...record }: OrganisationRow): Organisation {
    return record
  }
}
