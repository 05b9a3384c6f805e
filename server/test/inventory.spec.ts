import { Database, LedgerEntry, pageOf } from '@lienthong/protocol'
import { aDatabase, aList, codeOf, inventoryOf } from './inventory.ts'
import { answered } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('inventory on %s', database => {
  let server: TestServer
  let national: string
  let ministry: string
  let ministryId: string

  beforeAll(async () => {
    server = await startServer({ database })
    ministryId = await server.organisation('BCA')
    await server.organisation('C06', 'BCA')
    national = (await server.person({ roles: [['steward', 'VN']] })).token
    ministry = (await server.person({ roles: [['steward', 'BCA']] })).token
  })

  const { read, create, change, codes } = inventoryOf(() => ({ server, national }))

  it('[N1] pages a list, steadily while others add to it', async () => {
    for (const code of ['trang-a', 'trang-c', 'trang-e']) await create(aDatabase(code))
    const first = await read(pageOf(Database), '/databases?q=trang&limit=2')
    expect(first).toMatchObject({ total: 3, items: [{ code: 'trang-a' }, { code: 'trang-c' }] })
    await create(aDatabase('trang-b'))
    const second = await read(pageOf(Database), `/databases?q=trang&limit=2&cursor=${first.next}`)
    expect(second).toMatchObject({ next: null, items: [{ code: 'trang-e' }] })
    const forged = await server.fetch('/databases?cursor=abc', { token: national })
    expect([forged.status, await codeOf(forged)]).toEqual([400, 'MESSAGE_INVALID'])
  })

  it('[N2] reads a database by id and by code', async () => {
    const { id } = await answered(await create(aDatabase('doc-ma')), Database)
    expect((await read(Database, '/databases/doc-ma')).id).toBe(id)
    const byId = await server.fetch(`/databases/${id}`, { token: national })
    expect(byId.headers.get('etag')).toBe('"1"')
    const missing = await server.fetch('/databases/khong-co', { token: national })
    expect([missing.status, await codeOf(missing)]).toEqual([404, 'RECORD_NOT_FOUND'])
    expect(missing.headers.get('content-type')).toContain('application/problem+json')
  })

  it('[N3] filters by level, status, list and the owner with all below it', async () => {
    const unit = await server.organisation('C06', 'BCA')
    await create({ ...aDatabase('loc-bo', ministryId), status: 'operating' })
    await create({ ...aDatabase('loc-cuc', unit), level: 'specialised' })
    await create(aDatabase('loc-khac'))
    await server.fetch('/inventory-lists', {
      token: national,
      body: { ...aList('LOC', null, null), databaseCodes: ['loc-khac', 'loc-bo'] },
    })
    expect(await codes('q=loc&ownerCode=BCA')).toEqual(['loc-bo', 'loc-cuc'])
    expect(await codes('q=loc&ownerCode=C06')).toEqual(['loc-cuc'])
    expect(await codes('q=loc&level=specialised')).toEqual(['loc-cuc'])
    expect(await codes('q=loc&status=operating')).toEqual(['loc-bo'])
    expect(await codes('listCode=LOC')).toEqual(['loc-bo', 'loc-khac'])
  })

  it('[N15] refuses a day that is not in the calendar', async () => {
    const answer = await create({ ...aDatabase('ngay-sai'), validFrom: '2025-02-30' })
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'MESSAGE_INVALID'])
    expect((await server.fetch('/databases?asOf=2025-13-01', { token: national })).status).toBe(400)
  })

  it('[N5] shows the whole inventory to a viewer of one ministry, and nothing to somebody without a role', async () => {
    await create(aDatabase('ai-doc'))
    const viewer = await server.person({ roles: [['viewer', 'BTP']] })
    const nobody = await server.person()
    expect((await read(Database, '/databases/ai-doc', viewer.token)).code).toBe('ai-doc')
    expect((await server.fetch('/databases/ai-doc', { token: nobody.token })).status).toBe(403)
    expect((await server.fetch('/databases/ai-doc')).status).toBe(401)
  })

  it('[N10] searches with and without diacritics, by beginnings of words in any order', async () => {
    await create({ ...aDatabase('tim-dat'), name: { vi: 'Cơ sở dữ liệu đất đai', en: 'Land database' } })
    for (const q of ['đất đai', 'DAT DAI', 'dai da tim', 'land tim'])
      expect(await codes(`q=${encodeURIComponent(q)}`)).toEqual(['tim-dat'])
    expect(await codes('q=tim%20ataba')).toEqual([])
    expect(await codes('q=tim-dat%25_')).toEqual(['tim-dat'])
  })

  it('[N6] changes only what was read, and lets one of two changes win', async () => {
    await create(aDatabase('sua'))
    const status = { status: 'operating' }
    expect(await codeOf(await change('/databases/sua', status))).toBe('PRECONDITION_MISSING')
    const both = await Promise.all([1, 1].map(version => change('/databases/sua', status, version)))
    expect(both.map(answer => answer.status).sort()).toEqual([200, 412])
    expect(await read(Database, '/databases/sua')).toMatchObject({ version: 2, status: 'operating' })
    expect(await codeOf(await change('/databases/sua', status, 1))).toBe('RECORD_CHANGED')
  })

  it('[N6] keeps what a change does not name, and can make a field unknown again', async () => {
    await create({ ...aDatabase('giu'), note: 'ghi chú', statusNote: 'đang chạy' })
    const answer = await answered(await change('/databases/giu', { statusNote: null }, 1), Database)
    expect(answer).toMatchObject({ note: 'ghi chú', statusNote: null, level: 'national' })
  })

  it('[N7] lets a ministry steward change their own databases, and neither give nor take others', async () => {
    const other = await server.organisation('BTP')
    expect((await create(aDatabase('rieng', ministryId), ministry)).status).toBe(201)
    expect((await change('/databases/rieng', { note: 'x' }, 1, ministry)).status).toBe(200)
    expect((await create(aDatabase('chung'), ministry)).status).toBe(403)
    expect((await create(aDatabase('cua-ho', other), ministry)).status).toBe(403)
    expect((await change('/databases/rieng', { ownerId: other }, 2, ministry)).status).toBe(403)
    await create(aDatabase('cua-ho', other))
    expect((await change('/databases/cua-ho', { ownerId: ministryId }, 1, ministry)).status).toBe(403)
    const viewer = await server.person({ roles: [['viewer', 'VN']] })
    expect((await change('/databases/rieng', { note: 'y' }, 2, viewer.token)).status).toBe(403)
  })

  it('[N9] writes what changed from what to what into the ledger, and nothing for a refusal', async () => {
    const { id } = await answered(await create(aDatabase('so-cai')), Database)
    await change('/databases/so-cai', { status: 'operating', note: null }, 1)
    await change('/databases/so-cai', { status: 'not-started' }, 1)
    const { items } = await read(pageOf(LedgerEntry), `/ledger?subjectId=${id}`)
    expect(items.map(({ action }) => action)).toEqual(['database:change', 'database:create'])
    expect(items[0]?.details.changes).toEqual({ status: { from: 'unknown', to: 'operating' } })
    expect(await (await server.fetch('/ledger/verification', { token: national })).json()).toMatchObject({
      isIntact: true,
    })
  })

  it('[N11] takes a code once, also when two create it at the same time', async () => {
    const both = await Promise.all([create(aDatabase('mot-lan')), create(aDatabase('mot-lan'))])
    expect(both.map(answer => answer.status).sort()).toEqual([201, 409])
    const list = aList('MOT', null, null)
    await server.fetch('/inventory-lists', { token: national, body: list })
    const again = await server.fetch('/inventory-lists', { token: national, body: list })
    expect(await codeOf(again)).toBe('RECORD_CODE_TAKEN')
  })

  it('[N12] ends a database and names its successor', async () => {
    await create({ ...aDatabase('cu'), validFrom: '2020-01-01' })
    const { id: successorId } = await answered(await create(aDatabase('moi')), Database)
    const supersede = (body: object, version: number) =>
      server.fetch('/databases/cu/supersede', {
        token: national,
        body,
        headers: { 'if-match': `"${version}"` },
      })
    const said = { on: '2025-07-01', successorCode: 'moi', reason: 'Hợp nhất' }
    expect(await codeOf(await supersede({ ...said, successorCode: 'cu' }, 1))).toBe('RECORD_INVALID')
    expect(await codeOf(await supersede({ ...said, on: '2020-01-01' }, 1))).toBe('RECORD_INVALID')
    const ended = await answered(await supersede(said, 1), Database)
    expect(ended).toMatchObject({ validTo: '2025-07-01', successorId, version: 2 })
    const { items } = await read(pageOf(LedgerEntry), `/ledger?subjectId=${ended.id}`)
    expect(items[0]).toMatchObject({ action: 'database:supersede', details: { reason: 'Hợp nhất' } })
  })

  it('refuses a body that is not in the expected shape, naming the field', async () => {
    const answer = await create({ ...aDatabase('sai'), level: 'cap-xa' })
    const problem = (await answer.json()) as { status: number; code: string; params: { detail: string } }
    expect(problem).toMatchObject({ status: 400, code: 'MESSAGE_INVALID' })
    expect(problem.params.detail).toContain('level')
  })
})
