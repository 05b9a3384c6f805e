import { LedgerEntry, LedgerVerification, pageOf } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import { Transactions } from '../src/database/transactions.ts'
import { LedgerService } from '../src/ledger/ledger.service.ts'
import { answered, refusal } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('the ledger on %s', database => {
  let server: TestServer
  let token: string

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ token } = await server.person({ roles: [['steward', 'VN']] }))
  })

  const write = (subjectId: string, fails = false) =>
    server.app.get(Transactions).run(async manager => {
      const details = { name: 'Đất đai', nested: { b: [1, null], a: true }, left: undefined }
      await server.app
        .get(LedgerService)
        .record(manager, null, { action: 'test:write', subjectKind: 'test', subjectId, details })
      if (fails) throw new Error('the change failed')
    })
  const verification = async () =>
    answered(await server.fetch('/ledger/verification', { token }), LedgerVerification)
  const sql = (query: string) => server.app.get(EntityManager).query(query)

  it('[L2] numbers and chains what many write at once', async () => {
    const before = await verification()
    await Promise.all(Array.from({ length: 25 }, (_, index) => write(`many-${index}`)))
    const page = await answered(await server.fetch('/ledger?limit=25', { token }), pageOf(LedgerEntry))
    const seqs = page.items.map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 25 }, (_, index) => before.entries + 25 - index))
    for (const [index, entry] of page.items.slice(0, -1).entries())
      expect(entry.previousHash).toBe(page.items[index + 1]?.hash)
    expect(await verification()).toMatchObject({ isIntact: true, entries: before.entries + 25 })
  })

  it('[L1] stores no entry when the change fails, and the chain goes on', async () => {
    const before = await verification()
    await expect(write('never', true)).rejects.toThrow('the change failed')
    expect(await verification()).toEqual(before)
    await write('afterwards')
    expect(await verification()).toMatchObject({ isIntact: true, entries: before.entries + 1 })
  })

  it('[L3] names the entry that was changed, removed or cut off', async () => {
    const { entries } = await verification()
    const cut = entries - 2
    const [row] = await sql(`SELECT * FROM ledger_entries WHERE seq = ${cut}`)

    await sql(`UPDATE ledger_entries SET subject_id = 'forged' WHERE seq = ${cut}`)
    expect(await verification()).toMatchObject({ isIntact: false, brokenAt: cut })
    await sql(`UPDATE ledger_entries SET subject_id = '${row.subject_id}' WHERE seq = ${cut}`)
    expect(await verification()).toMatchObject({ isIntact: true, brokenAt: null })

    await sql(`UPDATE ledger_entries SET seq = 999999 WHERE seq = ${cut}`)
    expect(await verification()).toMatchObject({ isIntact: false, brokenAt: cut })
    await sql(`UPDATE ledger_entries SET seq = ${cut} WHERE seq = 999999`)

    await sql(`DELETE FROM ledger_entries WHERE seq > ${cut}`)
    expect(await verification()).toMatchObject({ isIntact: false, brokenAt: cut + 1 })
  })

  it('[L5] comes page by page, and refuses a cursor that it did not give out', async () => {
    for (const subjectId of ['page-a', 'page-b', 'page-c']) await write(subjectId)
    const page = async (query: string) =>
      answered(await server.fetch(`/ledger?limit=2${query}`, { token }), pageOf(LedgerEntry))
    const first = await page('')
    const second = await page(`&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ subjectId }) => subjectId).slice(0, 3)).toEqual([
      'page-c',
      'page-b',
      'page-a',
    ])
    for (const cursor of ['abc', '', '-1', '1.5', '1e3', '%201', '9'.repeat(20)])
      expect(await refusal(await server.fetch(`/ledger?cursor=${cursor}`, { token }))).toBe(
        '400 MESSAGE_INVALID',
      )
  })

  it('[L4] shows it to those who may read it nationwide, and lets nobody write', async () => {
    const { token: provincial } = await server.person({ roles: [['steward', 'HN']] })
    const { token: editor } = await server.person({ roles: [['editor', 'VN']] })
    expect(await refusal(await server.fetch('/ledger', { token: provincial }))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await server.fetch('/ledger', { token: editor }))).toBe('403 RIGHT_MISSING')
    expect((await server.fetch('/ledger', { token })).status).toBe(200)
    expect((await server.fetch('/ledger', { token, body: {} })).status).toBe(404)
  })
})
