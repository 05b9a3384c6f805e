import { Checkpoint, LedgerEntry, pageOf } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { answered, refusal } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { TestHistory } from './test-history.ts'

describe.each(databases)('checkpoints on %s', database => {
  let server: TestServer
  let history: TestHistory
  let an: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
    ;({ an, steward } = history)
  })

  it('[H3] names a state once and for all, and tells the ledger which', async () => {
    const id = await history.document('bí mật', text => text.insert(0, 'rất '))
    const checkpoint = await answered(await history.name(id, { name: ' Bản gửi Bộ ', seq: 1 }), Checkpoint)
    expect(checkpoint).toMatchObject({
      name: 'Bản gửi Bộ',
      seq: 1,
      author: { personId: an.personId, displayName: 'Nguyễn Văn An' },
    })
    const taken = 'Bản gửi Bộ'.normalize('NFD')
    expect(await refusal(await history.name(id, { name: taken }))).toBe('409 RECORD_CODE_TAKEN')
    expect(await refusal(await history.name(id, { name: 'Mai', seq: 3 }))).toBe('422 RECORD_INVALID')
    expect(await refusal(await history.name(id, { name: ' ' }))).toBe('400 MESSAGE_INVALID')
    const viewer = await server.person({ roles: [['viewer', 'BCA']] })
    expect(await refusal(await history.name(id, { name: 'Bản khác' }, viewer))).toBe('403 RIGHT_MISSING')
    await answered(await history.name(id, { name: 'Bản mới' }), Checkpoint)
    const listed = await answered(
      await history.get(`/documents/${id}/checkpoints`, viewer),
      z.array(Checkpoint),
    )
    expect(listed.map(({ name, seq }) => [name, seq])).toEqual([
      ['Bản mới', 2],
      ['Bản gửi Bộ', 1],
    ])
    for (const method of ['PATCH', 'PUT', 'DELETE']) {
      const path = `/documents/${id}/checkpoints/${checkpoint.id}`
      expect((await server.fetch(path, { token: steward.token, method })).status).toBe(404)
    }
    const entries = await answered(await history.get(`/ledger?subjectId=${id}`, steward), pageOf(LedgerEntry))
    const [, named] = entries.items
    expect(entries.items.map(({ action }) => action).filter(a => a === 'document:name-state')).toHaveLength(2)
    expect(named).toMatchObject({
      actorId: an.personId,
      details: { checkpointId: checkpoint.id, seq: 1 },
    })
    expect(JSON.stringify(entries.items)).not.toMatch(/Bản|mật/)
  })
})
