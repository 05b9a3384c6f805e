import { RuleInputs } from '@lienthong/protocol'
import { RuleInputsService } from '../../src/rule-inputs/rule-inputs.service.ts'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { startAnotherNode } from '../collaboration/other-process.ts'
import { RedisRelay } from '../collaboration/redis-relay.ts'
import { answered, refusal } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { current, marked, shown } from '../validation/findings.ts'
import { install, pluginOf } from '../validation/plugins.ts'

const schema = 'type: object\nproperties:\n  tên: { type: string }\n'

/** Reports what it looks up, and how often its document was looked at; of the samples, which have titles, only what is the same each time: nothing. */
const looks = (what: string) => `{
  schema(node) {
    if (node.role !== 'root' || node.value.title) return
    globalThis.runs = (globalThis.runs ?? 0) + 1
    ctx.report({ node, messageId: 'found', data: { what: JSON.stringify(${what}) + ' ' + globalThis.runs } })
  }
}`

const plugins = [
  pluginOf('of-directives', looks('ctx.directives.byCode("QD-1")?.status ?? null'), {
    inputs: ['directives'],
  }),
  pluginOf('of-inventory', looks('[ctx.inventory.own?.level, ctx.inventory.organisation("BCA")?.code]'), {
    inputs: ['inventory'],
  }),
  pluginOf('of-none', looks('0')),
]

const directive = {
  code: 'QD-1',
  number: '1/QĐ-TTg',
  type: 'Quyết định',
  title: { vi: 'Quyết định 1', en: null },
  issuer: { vi: 'Thủ tướng Chính phủ', en: null },
  issuedOn: '2025-04-01',
  status: 'in-force',
}

describe.each(databases)('inputs of rules on %s', database => {
  const relay = new RedisRelay()
  let server: TestServer
  let an: TestPerson
  let admin: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    const settings: Record<string, string> =
      database === 'postgres' ? { LIENTHONG_REDIS_URL: (await relay.open()).url } : {}
    server = await startServer({ database, settings })
    ;({ an } = await stage(server))
    admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
    steward = await server.person({ name: 'Văn thư', roles: [['steward', 'VN']] })
    for (const body of plugins) await install(server, admin, body)
  }, 60_000)

  afterAll(() => relay.cut())

  const send = (method: string, path: string, body: object, version = 1) =>
    server.fetch(path, {
      token: steward.token,
      method,
      body,
      ...(method === 'PATCH' && { headers: { 'if-match': `"${version}"` } }),
    })

  const open = async (on = server) => {
    const document = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    return (await Editor.connect(on, an)).join(document.id)
  }

  const seen = (editor: Editor) =>
    plugins.flatMap(({ manifest }) => shown(editor, manifest.id).map(line => line.split(':')[0]))

  it('[V26] change in open documents within a second, and run only the rules that declare them', async () => {
    const editor = await open()
    await until('the findings', () => seen(editor).length === 3)
    expect(seen(editor)).toEqual(['Thấy null 1', 'Thấy ["national","BCA"] 1', 'Thấy 0 1'])
    expect((await send('POST', '/directives', directive)).status).toBe(201)
    await until('the directive', () => seen(editor)[0] === 'Thấy "in-force" 2', aSecondMs)
    await send('PATCH', '/directives/QD-1', { status: 'partly-repealed' })
    await until('the change', () => seen(editor)[0] === 'Thấy "partly-repealed" 3', aSecondMs)
    await send('PATCH', '/databases/dan-cu', { level: 'specialised' })
    await until('the level', () => seen(editor)[1] === 'Thấy ["specialised","BCA"] 2', aSecondMs)
    expect(seen(editor)).toEqual(['Thấy "partly-repealed" 3', 'Thấy ["specialised","BCA"] 2', 'Thấy 0 1'])
  })

  it('[R21, R23, V26] mend or break what the rule sets of the product find, without an edit', async () => {
    const text = '# Đặc tả chia sẻ dữ liệu\n\nTheo 2/QĐ-TTg.\n\nREQ-1: Chia sẻ dữ liệu qua LGSP.\n'
    await send('POST', '/directives', { ...directive, code: 'QD-2', number: '2/QĐ-TTg' })
    await send('POST', '/directives', { ...directive, code: 'QD-3', number: '3/QĐ-TTg' })
    const { id } = await createDocument(server, an, { text })
    const editor = await (await Editor.connect(server, an)).join(id)
    const found = () =>
      current(editor)
        .filter(({ ruleId }) => /^(directives|architecture)\//.test(ruleId))
        .map(finding => `${finding.ruleId}: ${marked(editor, finding)}`)
        .sort()
    await until('a check', () => found().length === 1)
    const platform = 'architecture/integration-platform: Đặc tả chia sẻ dữ liệu'
    expect(found()).toEqual([platform])
    const supersede = { on: '2026-01-01', successorCode: 'QD-3', reason: 'Thay thế' }
    const headers = { 'if-match': '"1"' }
    await server.fetch('/directives/QD-2/supersede', { token: steward.token, body: supersede, headers })
    await until('the repeal', () => found().join() === `${platform},directives/in-force: 2/QĐ-TTg`, aSecondMs)
    const [finding] = current(editor).filter(({ ruleId }) => ruleId === 'directives/in-force')
    expect(finding?.message.en).toContain('was replaced by 3/QĐ-TTg')
    expect(finding?.fixes[0]?.edits[0]?.text).toBe('3/QĐ-TTg')
    const { version } = await (await server.fetch('/databases/dan-cu', an)).json()
    await send('PATCH', '/databases/dan-cu', { level: 'local' }, version)
    await until('the level', () => found().join() === 'directives/in-force: 2/QĐ-TTg', aSecondMs)
    await send('PATCH', '/databases/dan-cu', { level: 'specialised' }, version + 1)
  })

  it('[V26, V30] run nothing where what rules look up stays the same, and follow the day', async () => {
    const editor = await open()
    await until('the findings', () => seen(editor).length === 3)
    const before = seen(editor)
    const { version } = await (await server.fetch('/databases/dan-cu', an)).json()
    await send('PATCH', '/databases/dan-cu', { statusNote: 'Có ghi chú mới' }, version)
    const inputs = server.app.get(RuleInputsService)
    const heard: number[] = []
    inputs.onChange(() => heard.push(1))
    await inputs.refresh()
    expect([heard, seen(editor)]).toEqual([[], before])
    const { directives, inventory } = await inputs.current()
    expect(directives?.day).toBe(inventory?.day)
    expect(new Date(`${directives?.day}T12:00:00+07:00`).getTime() - Date.now()).toBeLessThan(86_400_000)
  })

  it('[V30] are read by whoever reads the inventory, for checks elsewhere', async () => {
    const read = await answered(await server.fetch('/rule-inputs', an), RuleInputs)
    expect(read.directives?.directives).toMatchObject([{ code: 'QD-1', number: '1/QĐ-TTg' }, {}, {}])
    expect(read.inventory?.databases).toContainEqual(
      expect.objectContaining({ code: 'dan-cu', ownerCode: 'BCA' }),
    )
    const stranger = await server.person({ name: 'Người lạ' })
    expect(await refusal(await server.fetch('/rule-inputs', stranger))).toBe('403 RIGHT_MISSING')
  })

  for (const _ of [database].filter(name => name === 'postgres'))
    it('[V26] reach documents at other nodes: within a second where they are heard, else when they are read again', async () => {
      const settings = { LIENTHONG_REDIS_URL: relay.url }
      const other = await startAnotherNode(server, settings)
      const editor = await open(other)
      await until('the findings', () => seen(editor).length === 3)
      await send('PATCH', '/directives/QD-1', { status: 'repealed' }, 2)
      await until('the change', () => seen(editor)[0]?.includes('"repealed"') === true, aSecondMs)
      await relay.cut()
      await send('PATCH', '/directives/QD-1', { status: 'expired' }, 3)
      await other.app.get(RuleInputsService).refresh()
      await until('the change', () => seen(editor)[0]?.includes('"expired"') === true)
      await relay.open()
    })
})
