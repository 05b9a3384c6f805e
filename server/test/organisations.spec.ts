import { randomUUID } from 'node:crypto'
import { Organisation, type OrganisationId, pageOf } from '@lienthong/protocol'
import { answered, refusal } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('organisations on %s', database => {
  let server: TestServer
  let token: string
  let root: Organisation

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ token } = await server.person({ roles: [['administrator', 'VN']] }))
    root = await read('VN')
  })

  const read = async (idOrCode: string) =>
    answered(await server.fetch(`/organisations/${idOrCode}`, { token }), Organisation)
  const create = (code: string, parentId: OrganisationId | null, body: object = {}, as = token) =>
    server.fetch('/organisations', {
      token: as,
      body: { code, name: { vi: code, en: null }, kind: 'ministry', parentId, ...body },
    })
  const change = ({ code, version }: Organisation, body: object, as = token) =>
    server.fetch(`/organisations/${code}`, {
      token: as,
      method: 'PATCH',
      body,
      headers: { 'if-match': `"${version}"` },
    })
  const codes = async (query: string) =>
    (await answered(await server.fetch(query, { token }), pageOf(Organisation))).items.map(({ code }) => code)

  it('[G1] keeps one root and no circle', async () => {
    const above = await answered(await create('TREN', root.id), Organisation)
    const below = await answered(await create('DUOI', above.id), Organisation)
    expect(await refusal(await create('GOC', null))).toBe('422 RECORD_INVALID')
    expect(await refusal(await create('LAC', randomUUID() as OrganisationId))).toMatch('404')
    expect(await refusal(await change(above, { parentId: below.id }))).toBe('422 RECORD_INVALID')
    expect(await refusal(await change(above, { parentId: above.id }))).toBe('422 RECORD_INVALID')
    expect(await refusal(await change(root, { parentId: above.id }))).toBe('422 RECORD_INVALID')
    expect(await refusal(await create('TREN', root.id))).toBe('409 RECORD_CODE_TAKEN')
  })

  it('[G2] lists, filters, searches and reads', async () => {
    const ministry = await answered(
      await create('BCA', root.id, { name: { vi: 'Bộ Công an', en: 'Ministry of Public Security' } }),
      Organisation,
    )
    await create('C06', ministry.id, { name: { vi: 'Cục Cảnh sát', en: null }, kind: 'department' })
    await create('01', root.id, {
      name: { vi: 'Hà Nội', en: null },
      kind: 'province',
      validFrom: '2025-07-01',
    })
    await create('26', root.id, {
      name: { vi: 'Vĩnh Phúc', en: null },
      kind: 'province',
      validTo: '2025-07-01',
    })
    expect(await codes('/organisations?q=bo%20cong%20an')).toEqual(['BCA'])
    expect(await codes(`/organisations?q=${encodeURIComponent('Bộ Công')}`)).toEqual(['BCA'])
    expect(await codes('/organisations?kind=department')).toEqual(['C06'])
    expect(await codes('/organisations?withinCode=BCA')).toEqual(['BCA', 'C06'])
    expect(await codes('/provinces')).toEqual(['01', '26'])
    expect(await codes('/provinces?asOf=2025-08-01')).toEqual(['01'])
    expect(await codes('/provinces?asOf=2025-06-30')).toEqual(['26'])
    expect((await read(ministry.id)).code).toBe('BCA')
    expect(await refusal(await server.fetch('/organisations/XYZ', { token }))).toBe('404 RECORD_NOT_FOUND')
  })

  it('[G3] asks for the right on what is touched, and for the version that was read', async () => {
    const ours = await answered(await create('OURS', root.id), Organisation)
    const theirs = await answered(await create('THEIRS', root.id), Organisation)
    const { token: local } = await server.person({ roles: [['administrator', 'OURS']] })
    expect((await create('OURS-1', ours.id, {}, local)).status).toBe(201)
    expect(await refusal(await create('NOT-OURS', root.id, {}, local))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await change(theirs, { kind: 'agency' }, local))).toBe('403 RIGHT_MISSING')
    const child = await read('OURS-1')
    expect(await refusal(await change(child, { parentId: theirs.id }, local))).toBe('403 RIGHT_MISSING')

    const blind = await server.fetch('/organisations/OURS', {
      token,
      method: 'PATCH',
      body: { kind: 'agency' },
    })
    expect(await refusal(blind)).toBe('428 PRECONDITION_MISSING')
    const changed = await change(ours, { kind: 'agency' })
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(await refusal(await change(ours, { kind: 'company' }))).toBe('412 RECORD_CHANGED')
    expect(await read('OURS')).toMatchObject({ kind: 'agency', version: 2 })
  })

  it('[G4] names the successor when an organisation ends', async () => {
    const successor = await answered(await create('MOI', root.id), Organisation)
    await create('CU', root.id)
    const response = await server.fetch('/organisations/CU/supersede', {
      token,
      body: { on: '2025-03-01', successorCode: 'MOI', reason: 'sáp nhập' },
      headers: { 'if-match': '"1"' },
    })
    expect(response.status).toBe(200)
    expect(await read('CU')).toMatchObject({ validTo: '2025-03-01', successorId: successor.id, version: 2 })
  })

  it('[G5] moves what grants cover together with the organisation', async () => {
    const from = await answered(await create('FROM', root.id), Organisation)
    await create('TO', root.id)
    const moving = await answered(await create('MOVING', from.id), Organisation)
    const { token: local } = await server.person({ roles: [['administrator', 'FROM']] })
    expect((await change(moving, { kind: 'agency' }, local)).status).toBe(200)
    await change(await read('MOVING'), { parentId: (await read('TO')).id })
    expect(await refusal(await change(await read('MOVING'), { kind: 'company' }, local))).toBe(
      '403 RIGHT_MISSING',
    )
  })
})
