import { jest } from '@jest/globals'
import { Directive, DirectiveDetail, LedgerEntry, pageOf } from '@lienthong/protocol'
import type * as z from 'zod/v4/core'
import { safeParse } from 'zod/v4/core'
import { databases, startServer, type TestServer } from './start-server.ts'

const aDirective = (code: string, more: object = {}) => ({
  code,
  number: `${code}/NQ-CP`,
  type: 'Nghị quyết',
  title: { vi: `Nghị quyết ${code}`, en: null },
  issuer: { vi: 'Chính phủ', en: 'Government' },
  issuedOn: '2025-04-01',
  status: 'in-force',
  ...more,
})

describe.each(databases)('directives on %s', database => {
  let server: TestServer
  let token: string

  beforeAll(async () => {
    server = await startServer({ database })
    token = (await server.person({ roles: [['steward', 'VN']] })).token
  })

  const parsed = async <T extends z.$ZodType>(schema: T, response: Response): Promise<z.output<T>> => {
    const body: unknown = await response.json()
    const result = safeParse(schema, body)
    if (!result.success) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    return result.data
  }
  const send = (method: string, path: string, body: object, version?: number) =>
    server.fetch(path, {
      token,
      method,
      body,
      ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
    })
  const create = (code: string, more: object = {}) => send('POST', '/directives', aDirective(code, more))
  const read = async (code: string) =>
    parsed(DirectiveDetail, await server.fetch(`/directives/${code}`, { token }))
  const codes = async (query: string) => {
    const page = await parsed(pageOf(Directive), await server.fetch(`/directives?${query}`, { token }))
    return page.items.map(({ code }) => code)
  }
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

  it('[N3] lists the newest first, the undated last, page by page, filtered by status, type, issuer and year', async () => {
    await create('xep-cu', {
      issuedOn: '2022-01-06',
      type: 'Quyết định',
      issuer: { vi: 'Thủ tướng', en: null },
    })
    await create('xep-khong-ngay', { issuedOn: null, status: 'unknown' })
    await create('xep-moi', { issuedOn: '2025-06-19' })
    await create('xep-cung-ngay', { issuedOn: '2025-06-19' })
    expect(await codes('q=xep')).toEqual(['xep-cung-ngay', 'xep-moi', 'xep-cu', 'xep-khong-ngay'])
    const path = '/directives?q=xep&limit=3'
    const first = await parsed(pageOf(Directive), await server.fetch(path, { token }))
    expect(await codes(`q=xep&cursor=${first.next}`)).toEqual(['xep-khong-ngay'])
    expect(await codes('q=xep&status=unknown')).toEqual(['xep-khong-ngay'])
    expect(await codes(`q=xep&type=${encodeURIComponent('Quyết định')}`)).toEqual(['xep-cu'])
    expect(await codes('q=xep&issuer=thu%20tuong')).toEqual(['xep-cu'])
    expect(await codes('q=xep&year=2025')).toEqual(['xep-cung-ngay', 'xep-moi'])
  })

  it('[N4] holds no directive to be in force before it was issued', async () => {
    await create('hieuluc-a', { issuedOn: '2025-03-25', validFrom: null })
    await create('hieuluc-b', { issuedOn: '2025-06-26', validFrom: '2026-01-01', validTo: '2026-07-29' })
    expect(await codes('q=hieuluc&asOf=2025-03-24')).toEqual([])
    expect(await codes('q=hieuluc&asOf=2025-12-31')).toEqual(['hieuluc-a'])
    expect(await codes('q=hieuluc&asOf=2026-07-28')).toEqual(['hieuluc-b', 'hieuluc-a'])
    expect(await codes('q=hieuluc&asOf=2026-07-29')).toEqual(['hieuluc-a'])
  })

  it('[N10] finds a directive by its number and symbol', async () => {
    await create('NQ-57', { number: '57-NQ/TW', title: { vi: 'Đột phá phát triển khoa học', en: null } })
    expect(await codes(`q=${encodeURIComponent('57-NQ/TW đột phá')}`)).toEqual(['NQ-57'])
  })

  it('[N6] raises the version with each change and refuses an outdated one', async () => {
    await create('sua')
    const changed = await parsed(DirectiveDetail, await send('PATCH', '/directives/sua', { number: null }, 1))
    expect(changed).toMatchObject({ number: null, type: 'Nghị quyết', version: 2 })
    expect(await codeOf(await send('PATCH', '/directives/sua', { number: '1' }, 1))).toBe('RECORD_CHANGED')
    expect(await codeOf(await send('PATCH', '/directives/sua', { number: '1' }))).toBe('PRECONDITION_MISSING')
  })

  it('[N8] lets only the national right write directives', async () => {
    const ministry = await server.person({ roles: [['steward', 'BCA']] })
    const as = { token: ministry.token }
    await create('quyen')
    const refused = [
      server.fetch('/directives', { ...as, body: aDirective('khong') }),
      server.fetch('/directives/quyen/tasks', { ...as, body: aTask('Rà soát') }),
      server.fetch('/directives/quyen', {
        ...as,
        method: 'PATCH',
        body: { status: 'repealed' },
        headers: { 'if-match': '"1"' },
      }),
    ]
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403])
    expect((await server.fetch('/directives/quyen', as)).status).toBe(200)
    expect((await read('quyen')).version).toBe(1)
  })

  it('[N12] repeals a directive when its day has come, and names what replaces it', async () => {
    await create('bai-bo')
    await create('sap-bai-bo')
    const { id } = await parsed(DirectiveDetail, await create('thay-the'))
    const supersede = (code: string, on: string) =>
      send('POST', `/directives/${code}/supersede`, { on, successorCode: 'thay-the', reason: 'Thay thế' }, 1)
    expect(await parsed(DirectiveDetail, await supersede('bai-bo', '2025-08-19'))).toMatchObject({
      ...{ status: 'repealed', validTo: '2025-08-19', successorId: id, version: 2 },
    })
    expect(await parsed(DirectiveDetail, await supersede('sap-bai-bo', '2999-01-01'))).toMatchObject({
      ...{ status: 'in-force', validTo: '2999-01-01' },
    })
    const missing = { on: '2025-08-19', successorCode: 'khong-co', reason: 'x' }
    expect(await codeOf(await send('POST', '/directives/thay-the/supersede', missing, 1))).toBe(
      'RECORD_NOT_FOUND',
    )
  })

  it('[N12] repeals it on its day without anybody touching it, also for whoever filters', async () => {
    await create('den-ngay')
    await create('het-han', { status: 'expired', validTo: '2030-01-01' })
    const said = { on: '2030-01-01', successorCode: null, reason: 'Hết vai trò' }
    await send('POST', '/directives/den-ngay/supersede', said, 1)
    const status = async () => (await read('den-ngay')).status
    const seen = async () => [await status(), await codes('q=den-ngay&status=in-force')]
    try {
      clockAt('2029-12-31T16:59:59.999Z')
      expect(await seen()).toEqual(['in-force', ['den-ngay']])
      clockAt('2029-12-31T17:00:00.000Z')
      expect(await seen()).toEqual(['repealed', []])
      expect(await codes('q=den-ngay&status=repealed')).toEqual(['den-ngay'])
      expect(await codes('q=het-han&status=expired')).toEqual(['het-han'])
      const page = await server.fetch('/directives?q=den-ngay', { token })
      expect((await parsed(pageOf(Directive), page)).items).toMatchObject([{ status: 'repealed' }])
    } finally {
      jest.useRealTimers()
    }
    expect(await seen()).toEqual(['in-force', ['den-ngay']])
  })

  it('[N13] adds and changes provisions and tasks in order, each as a change of the directive', async () => {
    const lead = await server.organisation('BCA')
    const { id } = await parsed(DirectiveDetail, await create('phan'))
    for (const label of ['Điều 1', 'Điều 2'])
      await send('POST', '/directives/phan/provisions', { label, text: null })
    const withTask = await parsed(
      DirectiveDetail,
      await send('POST', '/directives/phan/tasks', aTask('Rà soát', lead)),
    )
    expect(withTask).toMatchObject({ version: 4, provisionCount: 2, taskCount: 1 })
    expect(withTask.provisions.map(({ label, position }) => [position, label])).toEqual([
      [1, 'Điều 1'],
      [2, 'Điều 2'],
    ])
    expect(withTask.tasks[0]).toMatchObject({ leadOrganisationId: lead, dueBy: '2025-Q3' })

    const provision = `/directives/phan/provisions/${withTask.provisions[0]?.id}`
    const text = { label: 'Điều 1', text: 'Phạm vi' }
    expect(await codeOf(await send('PATCH', provision, text, 3))).toBe('RECORD_CHANGED')
    await send('PATCH', provision, text, 4)
    const task = `/directives/phan/tasks/${withTask.tasks[0]?.id}`
    await send('PATCH', task, { ...aTask('Rà soát lại', lead), target: '11' }, 5)
    const after = await read('phan')
    expect(after.version).toBe(6)
    expect(after.provisions[0]?.text).toBe('Phạm vi')
    expect(after.tasks).toMatchObject([{ text: 'Rà soát lại', target: '11' }])
    expect(await codes('q=phan')).toEqual(['phan'])

    const log = await server.fetch(`/ledger?subjectId=${id}`, { token })
    const { items } = await parsed(pageOf(LedgerEntry), log)
    expect(items.map(({ action }) => action)).toEqual([
      'directive:change-task',
      'directive:change-provision',
      'directive:add-task',
      'directive:add-provision',
      'directive:add-provision',
      'directive:create',
    ])
  })

  it('[N13] numbers parts that are added at the same time one after the other', async () => {
    await create('cung-luc')
    const labels = ['a', 'b', 'c', 'd']
    const statuses = await Promise.all(
      labels.map(
        async label => (await send('POST', '/directives/cung-luc/provisions', { label, text: null })).status,
      ),
    )
    const { provisions } = await read('cung-luc')
    expect(provisions.map(({ position }) => position)).toEqual(provisions.map((_, at) => at + 1))
    expect(provisions).toHaveLength(labels.length)
    expect(statuses).toEqual([201, 201, 201, 201])
  })

  it('[N2] refuses a part of another directive, and an organisation that does not exist', async () => {
    await create('cha')
    await create('khac')
    const made = await parsed(
      DirectiveDetail,
      await send('POST', '/directives/cha/provisions', { label: 'I', text: null }),
    )
    const elsewhere = `/directives/khac/provisions/${made.provisions[0]?.id}`
    expect(await codeOf(await send('PATCH', elsewhere, { label: 'I', text: 'x' }, 1))).toBe(
      'RECORD_NOT_FOUND',
    )
    const nobody = '01890000-0000-7000-8000-000000000000'
    expect(await codeOf(await send('POST', '/directives/cha/tasks', aTask('x', nobody)))).toBe(
      'RECORD_NOT_FOUND',
    )
    expect((await read('cha')).version).toBe(2)
  })
})

const aTask = (text: string, leadOrganisationId: string | null = null) => ({
  text,
  dueBy: '2025-Q3',
  target: null,
  unit: null,
  leadOrganisationId,
})

/** Moves the date, and leaves timers alone. */
const clockAt = (now: string): void => {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
    ],
  })
}
