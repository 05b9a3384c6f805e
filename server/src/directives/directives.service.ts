import {
  type Directive,
  type DirectiveDetail,
  type DirectiveStatus,
  type ListQuery,
  type Page,
  ProtocolError,
  type Provision,
  type Task,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, type EntityTarget, In } from 'typeorm'
import { todayInVietnam } from '../database/today.ts'
import { SearchService } from '../search/search.service.ts'
import { DirectiveRow, ProvisionRow, TaskRow } from './directive.entity.ts'
import { statusOn, statusOnDay } from './force.ts'

export interface DirectivesQuery extends ListQuery {
  status?: DirectiveStatus | undefined
  type?: string | undefined
  /** Words of the issuer's name, with or without diacritics. */
  issuer?: string | undefined
  year?: number | undefined
  asOf?: string | undefined
}

/** Reads the directives with their provisions and tasks. */
@Injectable()
export class DirectivesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly search: SearchService,
  ) {}

  /** Errors: RECORD_NOT_FOUND. */
  async byIdOrCode(idOrCode: string): Promise<DirectiveDetail> {
    return this.detailOf(this.manager, await this.rowOf(this.manager, idOrCode))
  }

  /** The newest first; those without a date last. */
  async list({ status, type, issuer, year, asOf, ...page }: DirectivesQuery): Promise<Page<Directive>> {
    const query = this.manager.createQueryBuilder(DirectiveRow, 'directive')
    if (status !== undefined) query.andWhere(`${statusOnDay} = :status`, { status, today: todayInVietnam() })
    if (type !== undefined) query.andWhere('directive.type = :type', { type })
    if (year !== undefined) query.andWhere('directive.issuedOn LIKE :year', { year: `${year}-%` })
    this.search.narrow(query, 'directive.issuerFolded', issuer)
    this.search.narrow(query, 'directive.folded', page.q)
    this.search.narrowToDay(query, 'directive', asOf, inForceFrom)
    const keys = [
      { path: dated, direction: 'DESC' },
      { path: 'directive.code', direction: 'ASC' },
    ] as const
    const found = await this.search.page(query, keys, d => [d.issuedOn ?? '', d.code], page)
    return { ...found, items: await this.recordsOf(this.manager, found.items) }
  }

  /** Every directive with its provisions, in the order of the code, as it is stored. */
  async all(): Promise<(DirectiveRow & { provisions: ProvisionRow[] })[]> {
    const rows = await this.manager.find(DirectiveRow, { order: { code: 'ASC' } })
    const provisions = await this.manager.find(ProvisionRow, { order: { position: 'ASC' } })
    const byDirective = new Map<string, ProvisionRow[]>(rows.map(({ id }) => [id, []]))
    for (const provision of provisions) byDirective.get(provision.directiveId)?.push(provision)
    return rows.map(row => ({ ...row, provisions: byDirective.get(row.id) ?? [] }))
  }

  /** What a directive is found by. */
  folded({ code, number, type, title, issuer, note }: DirectiveRow): string {
    return this.search.fold(code, number, type, title.vi, title.en, issuer.vi, issuer.en, note)
  }

  issuerFolded({ issuer }: DirectiveRow): string {
    return this.search.fold(issuer.vi, issuer.en)
  }

  /** The stored row, for writers in their own transaction. Errors: RECORD_NOT_FOUND. */
  async rowOf(manager: EntityManager, idOrCode: string): Promise<DirectiveRow> {
    const row = await manager.findOne(DirectiveRow, {
      where: [{ code: idOrCode }, { id: idOrCode as DirectiveRow['id'] }],
    })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'directive', id: idOrCode })
    return row
  }

  async detailOf(manager: EntityManager, row: DirectiveRow): Promise<DirectiveDetail> {
    const where = { where: { directiveId: row.id }, order: { position: 'ASC' } } as const
    const provisions = await manager.find(ProvisionRow, where)
    const tasks = await manager.find(TaskRow, where)
    return {
      ...withCounts(row, provisions.length, tasks.length),
      provisions: provisions.map(provisionOf),
      tasks: tasks.map(taskOf),
    }
  }

  private async recordsOf(manager: EntityManager, rows: DirectiveRow[]): Promise<Directive[]> {
    const ids = rows.map(({ id }) => id)
    const provisions = await countsOf(manager, ProvisionRow, ids)
    const tasks = await countsOf(manager, TaskRow, ids)
    return rows.map(row => withCounts(row, provisions.get(row.id) ?? 0, tasks.get(row.id) ?? 0))
  }
}

const dated = "COALESCE(directive.issuedOn, '')"

/** Where the beginning of force is not known, nothing was in force before it was issued. */
const inForceFrom = 'COALESCE(directive.validFrom, directive.issuedOn)'

const withCounts = (row: DirectiveRow, provisionCount: number, taskCount: number): Directive => {
  const { folded: _, issuerFolded: __, ...record } = row
  return { ...record, status: statusOn(todayInVietnam(), row), provisionCount, taskCount }
}

const provisionOf = ({ directiveId: _, ...provision }: ProvisionRow): Provision => provision
const taskOf = ({ directiveId: _, ...task }: TaskRow): Task => task

async function countsOf<T extends ProvisionRow | TaskRow>(
  manager: EntityManager,
  part: EntityTarget<T>,
  ids: string[],
): Promise<Map<string, number>> {
  const counts = await manager
    .createQueryBuilder(part, 'part')
    .select('part.directiveId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where({ directiveId: In(ids) })
    .groupBy('part.directiveId')
    .getRawMany<{ id: string; count: string | number }>()
  return new Map(counts.map(({ id, count }) => [id, Number(count)]))
}
