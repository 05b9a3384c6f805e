import { RuleChoicesRecord } from '@lienthong/protocol'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered, refusal } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current } from '../validation/findings.ts'
import { describedProperties, install, pluginOf } from '../validation/plugins.ts'

const schema = 'type: object\nproperties:\n  tên: { type: string }\n'

describe.each(databases)('choices of rules on %s', database => {
  let server: TestServer
  let an: TestPerson
  let admin: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an } = await stage(server))
    admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
    await install(server, admin, pluginOf('described', describedProperties))
  }, 60_000)

  const put = (path: string, choices: object, version: number, { token } = admin) =>
    server.fetch(path, { token, method: 'PUT', body: choices, headers: { 'if-match': `"${version}"` } })
  const read = async (path: string) => answered(await server.fetch(path, an), RuleChoicesRecord)
  const choose = async (path: string, choices: object) => {
    const { version } = await read(path)
    return answered(await put(path, choices, version), RuleChoicesRecord)
  }
  const open = async () => {
    const document = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    const editor = await (await Editor.connect(server, an)).join(document.id)
    await until('a check', () => editor.heard.some(({ name }) => name === 'findings:changed'))
    return { ...document, editor }
  }
  const severities = (editor: Editor) =>
    current(editor).flatMap(({ ruleId, severity }) => (ruleId === 'described/rule' ? [severity] : []))

  it('[X1, X2] hold from the whole country down to the database, at once and in open documents', async () => {
    const { editor, databaseCode, path } = await open()
    await until('the default', () => severities(editor).join() === 'warning')
    await choose('/organisations/VN/rules', { rules: { 'described/rule': 'error' } })
    await until('the country’s', () => severities(editor).join() === 'error')
    const ofDatabase = `/databases/${databaseCode}/rules`
    await choose(ofDatabase, { rules: { 'described/rule': 'hint' } })
    await until('the database’s', () => severities(editor).join() === 'hint')
    const overrides = [
      { files: ['*.sql'], rules: { 'described/rule': 'error' } },
      { files: [path], rules: { 'described/rule': 'off' } },
    ]
    await choose(ofDatabase, { rules: { 'described/rule': 'hint' }, overrides })
    await until('the path’s', () => severities(editor).length === 0)
    await choose(ofDatabase, {})
    await until('the country’s again', () => severities(editor).join() === 'error')
    await choose('/organisations/VN/rules', {})
    await until('the default again', () => severities(editor).join() === 'warning')
  })

  it('[X3] are refused where a rule does not exist or does not take the options', async () => {
    const path = '/organisations/VN/rules'
    const { version } = await read(path)
    for (const [choices, code] of [
      [{ rules: { 'described/rul': 'error' } }, '422 RULE_UNKNOWN'],
      [{ overrides: [{ files: ['*'], rules: { 'x/y': 'off' } }] }, '422 RULE_UNKNOWN'],
      [{ rules: { 'described/rule': { options: { much: 1 } } } }, '422 RULE_OPTIONS_INVALID'],
      [{ rules: { 'described/rule': 'fatal' } }, '400 MESSAGE_INVALID'],
      [{ sets: 'strict' }, '400 MESSAGE_INVALID'],
      [{ set: 'lax' }, '400 MESSAGE_INVALID'],
      [{ overrides: [{ files: ['+(a|+(a|+(a|a)))'] }] }, '400 MESSAGE_INVALID'],
      [{ overrides: [{ files: ['*a*a*a*a'] }] }, '400 MESSAGE_INVALID'],
    ] as const)
      expect(await refusal(await put(path, choices, version))).toBe(code)
    expect((await read(path)).version).toBe(version)
  })

  it('[X4] are made by who may install rule sets there, on what they have read', async () => {
    await server.organisation('BO-A')
    const path = '/organisations/BO-A/rules'
    expect(await refusal(await put(path, {}, 0, an))).toBe('403 RIGHT_MISSING')
    const both = await Promise.all([1, 2].map(() => put(path, { set: 'strict' }, 0)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await read(path)).toMatchObject({ choices: { set: 'strict' }, version: 1, changedBy: 'Quản trị' })
    expect(await refusal(await put(path, {}, 0))).toBe('412 RECORD_CHANGED')
    const without = await server.fetch(path, { token: admin.token, method: 'PUT', body: {} })
    expect(await refusal(without)).toBe('428 PRECONDITION_MISSING')
    expect(await refusal(await server.fetch('/organisations/KHONG-CO/rules', an))).toBe(
      '404 RECORD_NOT_FOUND',
    )
  })

  it('[X5] are in the ledger, with what was chosen', async () => {
    await choose('/organisations/VN/rules', { rules: { 'described/rule': 'info' } })
    const { items } = await (await server.fetch('/ledger?limit=5', admin)).json()
    expect(items[0]).toMatchObject({
      action: 'rules:choose',
      subjectKind: 'organisation',
      details: { choices: { rules: { 'described/rule': 'info' } } },
    })
    await choose('/organisations/VN/rules', {})
  })
})
