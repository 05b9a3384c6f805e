import type { PluginPackage } from '@lienthong/protocol'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current, marked, shown } from './findings.ts'
import { describedProperties, install, pluginOf } from './plugins.ts'

const schema = `$schema: https://json-schema.org/draft/2020-12/schema
properties:
  họTên: { type: string }
$defs:
  ĐịaChỉ:
    type: object
    properties:
      tỉnh: { type: string }
`

describe.each(databases)('settings and suppressions on %s', database => {
  let server: TestServer
  let admin: TestPerson
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
    admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
  }, 60_000)

  const put = (body: PluginPackage) => install(server, admin, body)

  const open = async () => {
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    const first = await (await Editor.connect(server, an)).join(id)
    const second = await (await Editor.connect(server, binh)).join(id)
    return { first, second }
  }

  it('[V21] runs the rules of a plugin as it recommends', async () => {
    const { manifest, code } = pluginOf('mild', describedProperties)
    const configs = { recommended: { rule: 'hint' as const }, strict: { rule: 'error' as const } }
    expect((await put({ manifest: { ...manifest, configs }, code })).status).toBe(200)
    const wrong = { ...manifest, version: '1.0.1', configs: { strict: { rulle: 'error' as const } } }
    expect(await (await put({ manifest: wrong, code })).text()).toMatch(/PLUGIN_INVALID.*rulle/)
    const { first } = await open()
    const found = () => current(first).filter(({ ruleId }) => ruleId === 'mild/rule')
    await until('the findings', () => found().length === 2)
    expect(found().map(({ severity }) => severity)).toEqual(['hint', 'hint'])
  })

  it('[V13, V22, V24] follows suppressions while they are typed, and documents what it demands of them', async () => {
    expect((await put(pluginOf('described', describedProperties))).status).toBe(200)
    const { first, second } = await open()
    await until('the findings', () => shown(second, 'described').length === 2)
    const at = first.text.toString().indexOf('  họTên')
    first.text.insert(at, '  # lienthong-disable-next-line described/rule -- có trong tài liệu khác\n')
    await until('the findings', () => shown(second, 'described').join() === 'Thấy tỉnh: tỉnh')
    first.text.insert(first.text.toString().indexOf('họTên'), 'mới: { description: x }\n  ')
    await until('the findings', () => shown(second, 'lienthong').length === 1)
    const [unused] = current(second).filter(({ ruleId }) => ruleId === 'lienthong/suppression-unused')
    expect(unused && marked(second, unused)).toBe('described/rule')
    const page = await fetch(`${server.url}${unused?.docsUrl}?lang=en`, {
      headers: { accept: 'text/markdown' },
    })
    expect(await page.text()).toMatch(/^# Unused suppression/)
    const taken = await put(pluginOf('lienthong', describedProperties))
    expect(taken.status).toBe(400)
  })
})
