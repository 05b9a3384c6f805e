import { Database, InventoryList, LedgerEntry, pageOf } from '@lienthong/protocol'
import { aDatabase, aList, codeOf, inventoryOf } from './inventory.ts'
import { answered } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('inventory lists on %s', database => {
  let server: TestServer
  let national: string
  let ministry: string
  let ministryId: string

  beforeAll(async () => {
    server = await startServer({ database })
    ministryId = await server.organisation('BCA')
    national = (await server.person({ roles: [['steward', 'VN']] })).token
    ministry = (await server.person({ roles: [['steward', 'BCA']] })).token
  })

  const { read, create, change, codes, history } = inventoryOf(() => ({ server, national }))

  it('[N4] answers as of a day', async () => {
    const lists = async (day: string) =>
      (await read(pageOf(InventoryList), `/inventory-lists?q=hieuluc&asOf=${day}`)).items.map(l => l.code)
    await server.fetch('/inventory-lists', {
      token: national,
      body: aList('hieuluc-cu', '2024-05-09', '2025-08-19'),
    })
    await server.fetch('/inventory-lists', {
      token: national,
      body: aList('hieuluc-moi', '2026-05-19', null),
    })
    expect(await lists('2024-05-08')).toEqual([])
    expect(await lists('2025-08-18')).toEqual(['hieuluc-cu'])
    expect(await lists('2025-08-19')).toEqual([])
    expect(await lists('2026-05-19')).toEqual(['hieuluc-moi'])
  })

  it('[N4] lets a list name databases only while it holds', async () => {
    await create(aDatabase('trong-danh-muc'))
    const body = { ...aList('CO-HAN', '2024-05-09', '2025-08-19'), databaseCodes: ['trong-danh-muc'] }
    await server.fetch('/inventory-lists', { token: national, body })
    expect(await codes('listCode=CO-HAN&asOf=2025-08-18')).toEqual(['trong-danh-muc'])
    expect(await codes('listCode=CO-HAN&asOf=2025-08-19')).toEqual([])
  })

  it('[N17] never lets a draft hold, nor a list whose end nobody knows', async () => {
    await create(aDatabase('du-thao'))
    const body = { ...aList('DU-THAO', null, null), standing: 'draft', databaseCodes: ['du-thao'] }
    const made = await server.fetch('/inventory-lists', { token: national, body })
    expect((await answered(made, InventoryList)).standing).toBe('draft')
    const asOf = async () => {
      const page = await read(pageOf(InventoryList), '/inventory-lists?q=DU-THAO&asOf=2026-01-01')
      return [page.items.length, (await codes('listCode=DU-THAO&asOf=2026-01-01')).length]
    }
    expect(await asOf()).toEqual([0, 0])
    await change('/inventory-lists/DU-THAO', { standing: 'holding' }, 1)
    expect(await asOf()).toEqual([1, 1])
    await change('/inventory-lists/DU-THAO', { standing: 'historical' }, 2)
    expect(await asOf()).toEqual([0, 0])
    expect(await codes('listCode=DU-THAO')).toEqual(['du-thao'])
  })

  it('[N7] names a database in a list only with the national right', async () => {
    await create(aDatabase('vao-danh-muc', ministryId))
    await server.fetch('/inventory-lists', { token: national, body: aList('DM', null, null) })
    const named = { listCodes: ['DM'] }
    expect((await change('/databases/vao-danh-muc', named, 1, ministry)).status).toBe(403)
    expect((await change('/inventory-lists/DM', { status: 'x' }, 1, ministry)).status).toBe(403)
    const answer = await answered(await change('/databases/vao-danh-muc', named, 1), Database)
    expect(answer.listCodes).toEqual(['DM'])
    expect(await codeOf(await change('/databases/vao-danh-muc', { listCodes: ['KHONG-CO'] }, 2))).toBe(
      'RECORD_NOT_FOUND',
    )
  })

  it('[N12] ends a list and names the one that replaces it', async () => {
    for (const code of ['DM-CU', 'DM-MOI'])
      await server.fetch('/inventory-lists', { token: national, body: aList(code, '2024-05-09', null) })
    const { id: successorId } = await read(InventoryList, '/inventory-lists/DM-MOI')
    const supersede = (body: object, version: number, token = national) =>
      server.fetch('/inventory-lists/DM-CU/supersede', {
        token,
        body,
        headers: { 'if-match': `"${version}"` },
      })
    const said = { on: '2026-05-19', successorCode: 'DM-MOI', reason: 'Danh mục mới' }
    expect((await supersede(said, 1, ministry)).status).toBe(403)
    expect(await codeOf(await supersede(said, 2))).toBe('RECORD_CHANGED')
    expect(await codeOf(await supersede({ ...said, successorCode: 'DM-CU' }, 1))).toBe('RECORD_INVALID')
    const ended = await answered(await supersede(said, 1), InventoryList)
    expect(ended).toMatchObject({ validTo: '2026-05-19', successorId, version: 2 })
    const { items } = await read(pageOf(LedgerEntry), `/ledger?subjectId=${ended.id}`)
    expect(items[0]).toMatchObject({
      action: 'inventory-list:supersede',
      details: { reason: 'Danh mục mới', changes: { successorId: { from: null, to: successorId } } },
    })
  })

  it('[N16] makes naming a change of both sides, whichever side it is said on', async () => {
    for (const code of ['ten-a', 'ten-b', 'ten-c']) await create(aDatabase(code))
    const body = { ...aList('TEN', null, null), databaseCodes: ['ten-a', 'ten-b'] }
    await server.fetch('/inventory-lists', { token: national, body })
    expect(await read(Database, '/databases/ten-a')).toMatchObject({ version: 2, listCodes: ['TEN'] })
    expect(await codeOf(await change('/databases/ten-a', { listCodes: [] }, 1))).toBe('RECORD_CHANGED')

    await change('/inventory-lists/TEN', { databaseCodes: ['ten-b', 'ten-c'] }, 1)
    const versions = ['ten-a', 'ten-b', 'ten-c'].map(code => read(Database, `/databases/${code}`))
    expect((await Promise.all(versions)).map(({ version }) => version)).toEqual([3, 2, 2])
    const [entry] = await history('/databases/ten-a')
    expect(entry).toEqual({
      action: 'database:change',
      changes: { listCodes: { from: ['TEN'], to: [] } },
    })

    await change('/databases/ten-c', { listCodes: [] }, 2)
    expect(await read(InventoryList, '/inventory-lists/TEN')).toMatchObject({ version: 3, knownCount: 1 })
    expect((await history('/inventory-lists/TEN'))[0]).toEqual({
      action: 'inventory-list:change',
      changes: { databaseCodes: { from: ['ten-b', 'ten-c'], to: ['ten-b'] } },
    })
    expect(await codeOf(await change('/inventory-lists/TEN', { databaseCodes: [] }, 2))).toBe(
      'RECORD_CHANGED',
    )
  })

  it('[N16] lets changes of both sides at once take turns', async () => {
    await create(aDatabase('hai-phia'))
    await server.fetch('/inventory-lists', { token: national, body: aList('HAI-PHIA', null, null) })
    for (let version = 1; version < 12; version += 2) {
      const named = version % 4 === 1
      const both = await Promise.all([
        change('/databases/hai-phia', { listCodes: named ? ['HAI-PHIA'] : [] }, version),
        change('/inventory-lists/HAI-PHIA', { databaseCodes: named ? ['hai-phia'] : [] }, version),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
      const paths = ['/databases/hai-phia', '/inventory-lists/HAI-PHIA']
      for (const path of paths)
        expect((await change(path, { note: `${version}` }, version + 1)).status).toBe(200)
    }
  })

  it('[N14] counts the names that are known, whatever the source states', async () => {
    for (const code of ['dem-a', 'dem-b']) await create(aDatabase(code))
    const body = { ...aList('DEM', null, null), databaseCodes: ['dem-a', 'dem-b'] }
    const made = await answered(
      await server.fetch('/inventory-lists', { token: national, body }),
      InventoryList,
    )
    expect(made).toMatchObject({ statedCount: 20, knownCount: 2 })
    await change('/inventory-lists/DEM', { databaseCodes: ['dem-b'] }, 1)
    expect((await read(InventoryList, '/inventory-lists/DEM')).knownCount).toBe(1)
    expect((await read(Database, '/databases/dem-a')).listCodes).toEqual([])
  })
})
