import { type DocumentId, Waiver } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current } from '../validation/findings.ts'
import { describedProperties, install, pluginOf } from '../validation/plugins.ts'

const schema = 'type: object\nproperties:\n  tên: { type: string }\n  tuổi: { type: integer }\n'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe.each(databases)('waivers on %s', database => {
  let server: TestServer
  let an: TestPerson
  let approver: TestPerson
  let viewer: TestPerson
  let admin: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an } = await stage(server))
    approver = await server.person({ name: 'Phê duyệt', roles: [['approver', 'VN']] })
    viewer = await server.person({ name: 'Người xem', roles: [['viewer', 'VN']] })
    admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
    await install(server, admin, pluginOf('described', describedProperties))
  }, 60_000)

  const post = (path: string, { token }: TestPerson, body: object) =>
    server.fetch(path, { token, method: 'POST', body })
  const codeOf = async (response: Response): Promise<string> => (await response.json()).code

  const open = async () => {
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    const editor = await (await Editor.connect(server, an)).join(id)
    await until('the findings', () => found(editor).length === 2)
    return { id, editor }
  }
  const found = (editor: Editor) => current(editor).filter(({ ruleId }) => ruleId === 'described/rule')
  const waived = (editor: Editor) => found(editor).filter(finding => finding.waived)

  const ask = async (id: DocumentId, body: object = {}, person = an) =>
    post(`/documents/${id}/waivers`, person, {
      ruleId: 'described/rule',
      fingerprint: null,
      reason: 'Chờ từ điển dữ liệu dùng chung',
      until: inDays(30),
      ...body,
    })
  const asked = async (id: DocumentId, body: object = {}) => Waiver.parse(await (await ask(id, body)).json())
  const decide = (waiver: Waiver, state: string, person = approver) =>
    post(`/documents/${waiver.documentId}/waivers/${waiver.id}/decision`, person, { state })
  const list = async (id: DocumentId) =>
    z.array(Waiver).parse(await (await server.fetch(`/documents/${id}/waivers`, an)).json())

  it('[W1, W2] marks the one finding once somebody else has approved, for everybody who has the document open', async () => {
    const { id, editor } = await open()
    const [first] = found(editor)
    const waiver = await asked(id, { fingerprint: first?.fingerprint })
    expect(waiver).toMatchObject({
      state: 'requested',
      requestedBy: { displayName: 'Nguyễn Văn An' },
      decidedBy: null,
    })
    expect(waived(editor)).toEqual([])
    expect((await decide(waiver, 'approved')).status).toBe(200)
    await until('the mark', () => waived(editor).length === 1)
    expect(waived(editor)).toMatchObject([
      {
        fingerprint: first?.fingerprint,
        waived: { reason: waiver.reason, until: waiver.until, approvedBy: 'Phê duyệt' },
      },
    ])
    const late = await (await Editor.connect(server, viewer)).join(id)
    await until('the findings of who comes later', () => found(late).length === 2)
    expect(waived(late)).toHaveLength(1)
  })

  it('[W2] goes with the words, and comes back when they are others', async () => {
    const { id, editor } = await open()
    const name = found(editor).find(finding => finding.message.vi.includes('tên'))
    await decide(await asked(id, { fingerprint: name?.fingerprint }), 'approved')
    await until('the mark', () => waived(editor).length === 1)
    editor.text.insert(0, '# Chú thích\n')
    await editor.whenStored()
    editor.text.insert(editor.text.toString().indexOf('string'), 'x-')
    await until('the finding anew', () => found(editor).length === 2 && waived(editor).length === 0)
  })

  it('[W2] accepts a whole rule in one document, and no other document', async () => {
    const { id, editor } = await open()
    const other = await open()
    await decide(await asked(id), 'approved')
    await until('the marks', () => waived(editor).length === 2)
    expect(waived(other.editor)).toEqual([])
  })

  it('[W3] ends with its day, when it is taken back, and not before', async () => {
    const { id, editor } = await open()
    const waiver = await asked(id, { until: inDays(1) })
    await decide(waiver, 'approved')
    await until('the marks', () => waived(editor).length === 2)
    await decide(waiver, 'withdrawn', an)
    await until('the findings back', () => waived(editor).length === 0)
    const second = await asked(id)
    await decide(second, 'approved')
    await until('the marks', () => waived(editor).length === 2)
    const manager = server.app.get(EntityManager)
    await manager.query(`UPDATE waivers SET until = '2026-01-01' WHERE id = '${second.id}'`)
    const later = await (await Editor.connect(server, an)).join((await open()).id)
    expect(waived(later)).toEqual([])
    expect((await list(id)).map(({ state }) => state)).toEqual(['expired', 'withdrawn'])
    await decide(await asked(id, { ruleId: 'khac/rule' }), 'approved')
    await until('the findings back', () => waived(editor).length === 0)
  })

  it('[W4] is asked for by who may comment, decided on by another who may approve, and once', async () => {
    const { id } = await open()
    expect(await codeOf(await ask(id, {}, viewer))).toBe('RIGHT_MISSING')
    const waiver = await asked(id)
    expect(await codeOf(await decide(waiver, 'approved', an))).toBe('RIGHT_MISSING')
    const own = Waiver.parse(await (await ask(id, {}, admin)).json())
    expect(await codeOf(await decide(own, 'approved', admin))).toBe('DECISION_OWN')
    expect((await decide(own, 'withdrawn', admin)).status).toBe(200)
    const both = await Promise.all([decide(waiver, 'approved'), decide(waiver, 'refused', admin)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await codeOf(await decide(own, 'approved'))).toBe('RECORD_CHANGED')
    const unknown = Waiver.parse({ ...waiver, id: own.documentId })
    expect(await codeOf(await decide(unknown, 'approved'))).toBe('RECORD_NOT_FOUND')
  })

  it.each([
    ['no reason', { reason: '   ok   ' }, 'MESSAGE_INVALID'],
    ['no rule', { ruleId: 'x' }, 'MESSAGE_INVALID'],
    ['a day that is over', { until: inDays(-2) }, 'RECORD_INVALID'],
    ['a day that is none', { until: '2027-02-30' }, 'RECORD_INVALID'],
    ['years', { until: inDays(800) }, 'RECORD_INVALID'],
  ])('[W4] refuses %s', async (_, body, code) => {
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    expect(await codeOf(await ask(id, body))).toBe(code)
  })

  it('[W6] tells how many findings each accepts in the newest check', async () => {
    const { id, editor } = await open()
    const [first] = found(editor)
    const one = await asked(id, { fingerprint: first?.fingerprint })
    const all = await asked(id)
    const accepted = async () => new Map((await list(id)).map(({ id, accepts }) => [id, accepts]))
    expect([...(await accepted()).values()]).toEqual([null, null])
    await decide(one, 'approved')
    await decide(all, 'approved')
    await until('the counts', async () => (await accepted()).get(one.id) === 1)
    expect((await accepted()).get(all.id)).toBe(2)
    const { length } = 'tên: { type: string }'
    const at = editor.text.toString().indexOf('tên')
    editor.text.delete(at, length)
    editor.text.insert(at, 'tên: { type: string, description: Họ và tên }')
    await until('one that accepts nothing', async () => (await accepted()).get(one.id) === 0)
    expect((await accepted()).get(all.id)).toBe(1)
    await decide(one, 'withdrawn', an)
    expect((await accepted()).get(one.id)).toBeNull()
  })

  it('[W6] says nothing where it is not known: nothing is open, cannot be read, or did not run', async () => {
    const flawed = pluginOf(
      'flawed',
      `{ 'schema.property'(node) { if (node.key === 'hỏng') throw new Error('cố ý') } }`,
    )
    await install(server, admin, flawed)
    const { id, editor } = await open()
    const waivers = [await asked(id, { ruleId: 'flawed/rule' }), await asked(id, { ruleId: 'khac/rule' })]
    for (const waiver of [...waivers, await asked(id)]) await decide(waiver, 'approved')
    /** Of the rule that finds something, of one that is not there, and of one that finds nothing. */
    const accepted = async () => (await list(id)).map(({ accepts }) => accepts)
    await until('the counts', async () => (await accepted()).join() === '2,,0')
    const end = editor.text.length
    editor.text.insert(end, '  hỏng: { type: string, description: x }\n')
    await until('one that failed', async () => (await accepted()).join() === '2,,')
    editor.text.delete(end, editor.text.length - end)
    await until('one that runs again', async () => (await accepted()).join() === '2,,0')
    editor.text.insert(end, '  dở: [\n')
    await until('what cannot be read', async () => (await accepted()).join() === ',,')
    const { id: closed } = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    await decide(await asked(closed), 'approved')
    expect((await list(closed)).map(({ state, accepts }) => [state, accepts])).toEqual([['approved', null]])
    await server.fetch('/plugins/flawed/installations/VN', { token: admin.token, method: 'DELETE' })
  })

  it('[W5] is in the ledger at each step, without its reason', async () => {
    const { id } = await open()
    await decide(await asked(id), 'refused')
    const { items } = await (await server.fetch(`/ledger?limit=200`, admin)).json()
    const ours = items.filter((entry: { subjectId: string }) => entry.subjectId === id)
    expect(ours.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
      'waiver:refuse',
      'waiver:request',
    ])
    expect(JSON.stringify(ours)).not.toContain('từ điển')
  })
})
