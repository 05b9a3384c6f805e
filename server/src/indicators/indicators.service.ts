import { type Indicator, type ListQuery, type Page, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { newId } from '../database/ids.ts'
import { insertRecord } from '../database/insert-record.ts'
import { newRecordFields } from '../database/record-fields.ts'
import { changeVersion } from '../database/versioned.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { SearchService } from '../search/search.service.ts'
import { IndicatorRow } from './indicator.entity.ts'

/** What an indicator says, without what the server adds. */
export type IndicatorFields = Omit<Indicator, 'id' | 'version'>

/** Figures and their targets. People read them; the server itself writes them, from the seed files. */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly search: SearchService,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: RECORD_NOT_FOUND. */
  async byIdOrCode(idOrCode: string): Promise<Indicator> {
    return recordOf(await this.rowOf(this.manager, idOrCode))
  }

  /** In the order in which they were brought, the leading ones first: ids grow with time. */
  async list(page: ListQuery): Promise<Page<Indicator>> {
    const query = this.manager.createQueryBuilder(IndicatorRow, 'indicator')
    this.search.narrow(query, 'indicator.folded', page.q)
    const keys = [{ path: 'indicator.id', direction: 'ASC' }] as const
    const found = await this.search.page(query, keys, ({ id }) => [id], page)
    return { ...found, items: found.items.map(recordOf) }
  }

  /** Errors: RECORD_CODE_TAKEN. */
  async create(manager: EntityManager, fields: IndicatorFields): Promise<Indicator> {
    const row = Object.assign(new IndicatorRow(), fields, newRecordFields(fields), { id: newId() })
    row.folded = this.folded(row)
    await insertRecord(manager, IndicatorRow, row)
    const record = recordOf(row)
    await this.log(manager, 'indicator:create', row.id, { record })
    return record
  }

  /** Errors: RECORD_NOT_FOUND, RECORD_CHANGED. */
  async change(manager: EntityManager, version: number, fields: IndicatorFields): Promise<Indicator> {
    const row = await this.rowOf(manager, fields.code)
    const folded = this.folded({ ...row, ...fields })
    await changeVersion(manager, IndicatorRow, { id: row.id, version }, { ...fields, folded })
    await this.log(manager, 'indicator:change', row.id, { code: fields.code, fields })
    return recordOf(await this.rowOf(manager, row.id))
  }

  private folded({ code, name, note }: IndicatorRow): string {
    return this.search.fold(code, name.vi, name.en, note)
  }

  /** The stored row, for writers in their own transaction. Errors: RECORD_NOT_FOUND. */
  async rowOf(manager: EntityManager, idOrCode: string): Promise<IndicatorRow> {
    const row = await manager.findOne(IndicatorRow, { where: [{ code: idOrCode }, { id: idOrCode }] })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'indicator', id: idOrCode })
    return row
  }

  private log(
    manager: EntityManager,
    action: string,
    subjectId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.ledger.record(manager, null, { action, subjectKind: 'indicator', subjectId, details })
  }
}

const recordOf = ({ folded: _, ...row }: IndicatorRow): Indicator => row
