import {
  Database,
  Directive,
  DirectiveDetail,
  DocumentSummary,
  Indicator,
  InventoryList,
  Organisation,
  pageOf,
} from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import type { ZodMiniType } from 'zod/mini'
import type * as z from 'zod/v4/core'
import { parse } from 'zod/v4/core'
import { createApp } from '../src/app.ts'
import { Transactions } from '../src/database/transactions.ts'
import { IndicatorSeed } from '../src/seed/indicator-seed.ts'
import { SeedService } from '../src/seed/seed.service.ts'
import { bring } from '../src/seed/seed-kind.ts'
import { SeedMark } from '../src/seed/seed-mark.entity.ts'
import { SeedSources, sourced } from '../src/seed/seed-shapes.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('seed on %s', database => {
  let server: TestServer
  let token: string

  beforeAll(async () => {
    server = await startServer({ database, settings: { LIENTHONG_SEED: 'true' } })
    token = (await server.person({ roles: [['administrator', 'VN']] })).token
  })

  const read = async <T extends z.$ZodType>(schema: T, path: string): Promise<z.output<T>> => {
    const response = await server.fetch(path, { token })
    expect([path, response.status]).toEqual([path, 200])
    return parse(schema, await response.json())
  }
  const all = async <T extends ZodMiniType>(schema: T, path: string): Promise<z.output<T>[]> => {
    const { items, next } = await read(pageOf(schema), `${path}?limit=200`)
    expect(next).toBeNull()
    return items
  }
  const records = async () => ({
    organisations: await all(Organisation, '/organisations'),
    databases: await all(Database, '/databases'),
    lists: await all(InventoryList, '/inventory-lists'),
    directives: await all(Directive, '/directives'),
    indicators: await all(Indicator, '/indicators'),
    documents: await all(DocumentSummary, '/documents'),
    ledger: (await (await server.fetch('/ledger/verification', { token })).json()) as { entries: number },
  })

  it('[D1] changes nothing when it is done again', async () => {
    const before = await records()
    expect(before.databases.length).toBeGreaterThan(30)
    await server.app.get(SeedService).seed()
    expect(await records()).toEqual(before)
  })

  it('[D2] leaves alone what a person has changed, and what a person made', async () => {
    await server.fetch('/databases/gia', {
      token,
      method: 'PATCH',
      body: { statusNote: 'Do người dùng ghi' },
      headers: { 'if-match': '"1"' },
    })
    await saidOtherwise('gia', 'y-te')
    await server.app.get(Transactions).run(manager => manager.delete(SeedMark, { code: 'dan-toc' }))
    await server.app.get(SeedService).seed()
    expect(await read(Database, '/databases/gia')).toMatchObject({
      version: 2,
      statusNote: 'Do người dùng ghi',
    })
    expect(await read(Database, '/databases/dan-toc')).toMatchObject({ version: 1 })
  })

  it('[D3] follows a later release where nobody has changed the record', async () => {
    const { items } = await read(pageOf(Indicator), '/indicators?q=vneid-tien-ich')
    const [{ id: _, version, ...known }] = items as [Indicator]
    const seed = server.app.get(IndicatorSeed, { strict: false })
    const written = await server.app
      .get(Transactions)
      .run(manager => bring(manager, seed, [{ ...known, value: 51 }]))
    expect(written).toBe(1)
    const changed = await read(Indicator, '/indicators/vneid-tien-ich')
    expect(changed).toMatchObject({ value: 51, version: version + 1 })
  })

  it('[D4] says of every record where it comes from, how sure that is and when it was true', async () => {
    const { organisations, lists, directives, indicators, ...rest } = await records()
    const seeded = [...organisations.filter(({ kind }) => kind !== 'root'), ...lists, ...directives]
    for (const { code, provenance } of [...seeded, ...indicators, ...rest.databases]) {
      expect([code, provenance.sources.length]).not.toEqual([code, 0])
      expect([code, provenance]).toEqual([
        code,
        { sources: expect.anything(), confidence: expect.any(String), asOf: expect.any(String) },
      ])
      expect(provenance.sources.every(({ title }) => title.length > 0)).toBe(true)
    }
  })

  it('[D5] invents nothing', async () => {
    expect(await read(InventoryList, '/inventory-lists/KH-02-11')).toMatchObject({
      ...{ statedCount: 11, knownCount: 0 },
    })
    expect(await read(InventoryList, '/inventory-lists/NQ-71-CP')).toMatchObject({
      ...{ statedCount: null, knownCount: 0 },
    })
    const unknown = { number: null, issuedOn: null, status: 'unknown', provisions: [] }
    expect(await read(DirectiveDetail, '/directives/TBKL-35')).toMatchObject(unknown)
    for (const code of ['NQ-71-CP', 'KH-02-BCDTW'])
      expect((await read(DirectiveDetail, `/directives/${code}`)).provisions).toEqual([])
    expect(await read(Database, '/databases/tri-tue-nhan-tao')).toMatchObject({
      ...{ ownerId: null, ownerName: null, status: 'unknown' },
    })
  })

  it('[D5] keeps a doubt about one part of a record, and dates nothing that is not dated', async () => {
    const confidenceOf = async (code: string) =>
      (await read(Database, `/databases/${code}`)).provenance.confidence
    expect(await confidenceOf('thu-tuc-hanh-chinh')).toBe('secondary (list) / unverified-medium (owner)')
    expect(await confidenceOf('xu-ly-vi-pham-hanh-chinh')).toBe('secondary (list) / unverified-low (owner)')
    expect(await read(InventoryList, '/inventory-lists/DRAFT-12-2025')).toMatchObject({
      ...{ standing: 'draft', statedCount: 12, knownCount: 0, validFrom: null, validTo: null },
    })
    expect(await read(InventoryList, '/inventory-lists/QD-714-2015')).toMatchObject({
      ...{ standing: 'historical', statedCount: 6, knownCount: 6, validTo: null, successorId: null },
    })
  })

  it('[D6] has the 34 provinces with their codes', async () => {
    const provinces = await all(Organisation, '/provinces')
    const { id: root } = await read(Organisation, '/organisations/VN')
    expect(provinces).toHaveLength(34)
    expect(new Set(provinces.map(({ officialCode }) => officialCode)).size).toBe(34)
    expect(provinces.every(p => p.parentId === root && p.validFrom === '2025-07-01')).toBe(true)
    const { items } = await read(pageOf(Organisation), '/provinces?q=lao%20cai')
    expect(items).toMatchObject([{ officialCode: '15', note: expect.stringContaining('Yên Bái') }])
  })

  it('[D7] shows what held on a day', async () => {
    const on = async (day: string) => {
      const { items } = await read(pageOf(InventoryList), `/inventory-lists?asOf=${day}`)
      return new Map(items.map(list => [list.code, `${list.knownCount}/${list.statedCount}`]))
    }
    const event = await on('2025-07-15')
    expect([event.get('ND-47-2024'), event.has('QD-11-2026')]).toEqual(['10/10', false])
    const now = await on('2026-11-23')
    expect([now.has('ND-47-2024'), now.get('QD-11-2026')]).toEqual([false, '12/20'])
    for (const day of ['2025-10-31', '2026-11-23'])
      for (const code of ['DRAFT-12-2025', 'QD-714-2015'])
        expect([code, (await on(day)).has(code)]).toEqual([code, false])
    const { items } = await read(pageOf(Directive), '/directives?q=khung%20kien%20truc&asOf=2026-01-01')
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['QD-3090', 'QD-292']))
    const successor = await read(DirectiveDetail, '/directives/QD-1425')
    const ended = await read(DirectiveDetail, '/directives/QD-3090')
    expect(ended).toMatchObject({ status: 'repealed', validTo: '2026-07-29', successorId: successor.id })
  })

  it('[D8] has documents in every format that say what they are', async () => {
    const documents = await all(DocumentSummary, '/documents')
    expect(documents.length).toBeGreaterThanOrEqual(6)
    expect(new Set(documents.map(({ format }) => format)).size).toBe(4)
    for (const { id, isIllustrative, path } of documents) {
      const text = await (await server.fetch(`/documents/${id}/text`, { token })).text()
      const top = text.split('\n').slice(0, 2).join('\n')
      expect([path, isIllustrative]).toEqual([path, true])
      expect(top).toContain('Bản thảo minh hoạ, không phải tài liệu chính thức')
      expect(top).toContain('Illustrative draft, not an official document')
    }
    expect((await read(Database, '/databases/dan-cu')).documentCount).toBe(3)
  })

  it('lists the indicators page by page, the leading one first', async () => {
    const first = await read(pageOf(Indicator), '/indicators?limit=2')
    const second = await read(pageOf(Indicator), `/indicators?limit=2&cursor=${first.next}`)
    const codes = [...first.items, ...second.items].map(({ code }) => code)
    expect([codes[0], new Set(codes).size]).toEqual(['dvc-toan-trinh', 4])
  })

  it('answers the directives’ demands with their targets', async () => {
    const { tasks } = await read(DirectiveDetail, '/directives/TBKL-35')
    const { id } = await read(Organisation, '/organisations/BCA')
    expect(tasks).toMatchObject([{ target: '11', unit: 'CSDL', dueBy: null, leadOrganisationId: id }])
    const online = await read(Indicator, '/indicators/dvc-toan-trinh')
    expect(online).toMatchObject({ value: 32, unit: '%', provenance: { asOf: '2025-07-15' } })
  })

  /** Makes the marks look as if an earlier release had said something else. */
  const saidOtherwise = (...codes: string[]) =>
    server.app.get(Transactions).run(async manager => {
      for (const code of codes) await manager.update(SeedMark, { code }, { hash: 'earlier' })
    })

  it('[D3] writes the change of any kind of record, with its parts, into the ledger', async () => {
    const changed = {
      'xuat-nhap-canh': [Database, '/databases/xuat-nhap-canh', 'database:change'],
      'QD-11-2026': [InventoryList, '/inventory-lists/QD-11-2026', 'inventory-list:change'],
      'QD-3090': [Directive, '/directives/QD-3090', 'directive:supersede'],
      'NQ-57-TW': [Directive, '/directives/NQ-57-TW', 'directive:change'],
      'ha-noi': [Organisation, '/organisations/ha-noi', 'organisation:change'],
    } as const
    const now = () => Promise.all(Object.values(changed).map(([schema, path]) => read(schema, path)))
    const before = await now()
    await saidOtherwise(...Object.keys(changed))
    await server.app.get(SeedService).seed()
    const after = await now()
    expect(after.map(({ version: _, ...said }) => said)).toEqual(
      before.map(({ version: _, ...said }) => said),
    )
    for (const [at, [, , action]] of Object.values(changed).entries()) {
      expect(after[at]?.version).toBeGreaterThan(before[at]?.version ?? 0)
      const ledger = await server.fetch(`/ledger?subjectId=${after[at]?.id}`, { token })
      const { items } = (await ledger.json()) as { items: { action: string; actorId: null }[] }
      expect(items[0]).toMatchObject({ action, actorId: null })
    }
    expect((await read(DirectiveDetail, '/directives/NQ-57-TW')).provisions).toHaveLength(4)
  })
})

describe('seed files', () => {
  it('[D4] stop at a source key that is not there', () => {
    const record = { provenance: { sources: ['khong-co'], confidence: null, asOf: null } }
    expect(() => sourced([record], parse(SeedSources, {}))).toThrow('khong-co')
  })
})

describe.each(databases)('two nodes on %s', database => {
  it('[D9] seed one after the other', async () => {
    const server = await startServer({ database })
    const other = database === 'postgres' ? await createApp(server.config) : server.app
    try {
      if (other !== server.app) await other.init()
      const both = [server.app, other].map(app => app.get(SeedService).seed())
      await Promise.all(both)
      expect(await server.app.get(EntityManager).countBy(SeedMark, { kind: 'organisation' })).toBe(68)
    } finally {
      if (other !== server.app) await other.close()
    }
  })
})
