import { InstalledPlugin } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { sha256Of } from '../../src/database/sha256.ts'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { allHeard, current, shown } from './findings.ts'
import { describedProperties, install, pluginOf } from './plugins.ts'

const schema = `$schema: https://json-schema.org/draft/2020-12/schema
title: Công dân
type: object
properties:
  họTên: { type: string }
  ngàySinh: { type: string, description: Ngày tháng năm sinh }
$defs:
  ĐịaChỉ:
    type: object
    properties:
      tỉnh: { type: string }
`

type Noted = { action: string; actorId: string | null; details: object }
const codeOf = async (response: Response): Promise<string> => (await response.json()).code

describe.each(databases)('validation on %s', database => {
  let server: TestServer
  let admin: TestPerson
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
    admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
  }, 60_000)

  const plugin = async (id: string) => {
    const plugins = z.array(InstalledPlugin).parse(await (await server.fetch('/plugins', an)).json())
    return plugins.find(({ manifest }) => manifest.id === id)
  }

  const resume = (id: string, { token }: TestPerson) =>
    server.fetch(`/plugins/${id}/resume`, { token, method: 'POST' })

  const sql = (query: string) => server.app.get(EntityManager).query(query)

  const ledgerOf = async (id: string): Promise<Noted[]> => {
    const { items } = await (await server.fetch('/ledger?limit=200', admin)).json()
    return items.filter(({ subjectId }: { subjectId: string }) => subjectId === id)
  }

  const open = async (text: string, format: 'json-schema-yaml' | 'sql' | 'markdown' = 'json-schema-yaml') => {
    const { id } = await createDocument(server, an, { format, text })
    const first = await (await Editor.connect(server, an)).join(id)
    const second = await (await Editor.connect(server, binh)).join(id)
    return { id, first, second }
  }

  it('[V1, V8] shows an installed plugin at once to everybody in an open document, on the same words', async () => {
    const { first, second } = await open(schema)
    const response = await install(server, admin, pluginOf('described', describedProperties))
    expect(response.status).toBe(200)
    expect(InstalledPlugin.parse(await response.json())).toMatchObject({
      state: 'running',
      isFirstParty: false,
      rules: [{ id: 'rule', defaultSeverity: 'warning' }],
    })
    const expected = ['Thấy họTên: họTên', 'Thấy tỉnh: tỉnh']
    await until(
      'the findings',
      () => shown(first, 'described').length === 2 && shown(second, 'described').length === 2,
    )
    expect(shown(first, 'described')).toEqual(expected)
    expect(shown(second, 'described')).toEqual(expected)
  })

  it('[V2, V3] follows what is typed and tells only what changed', async () => {
    const { first, second } = await open(schema)
    await until('the findings', () => shown(second, 'described').length === 2)
    await allHeard(second)
    first.text.insert(first.text.toString().indexOf('tỉnh'), 'huyện: { type: string }\n      ')
    await until('the findings', () => shown(second, 'described').length === 3)
    expect(shown(second, 'described')).toEqual(['Thấy huyện: huyện', 'Thấy họTên: họTên', 'Thấy tỉnh: tỉnh'])
    const notices = second.heard.filter(({ name }) => name === 'findings:changed')
    expect(notices.at(-1)?.payload).toMatchObject({ isComplete: false, units: [{ unit: '/$defs/ĐịaChỉ' }] })
  })

  it('[V4] keeps findings on their words while others type above, between checks and after them', async () => {
    const { first, second } = await open(schema)
    await until('the findings', () => shown(second, 'described').length === 2)
    for (let i = 0; i < 30; i++) first.text.insert(0, `# dòng ${i}\n`)
    await first.whenStored()
    await until('the findings', () => second.text.toString() === first.text.toString())
    expect(shown(second, 'described')).toEqual(['Thấy họTên: họTên', 'Thấy tỉnh: tỉnh'])
    const at = first.text.toString().indexOf('họTên')
    first.doc.transact(() => {
      first.text.delete(at, 'họTên'.length)
      first.text.insert(at, 'họTên')
    })
    await until(
      'the findings',
      () => shown(second, 'described').join() === 'Thấy họTên: họTên,Thấy tỉnh: tỉnh',
    )
  })

  it('[V5] gives a joiner everything at once', async () => {
    const { id, second } = await open(schema)
    await until('the findings', () => shown(second, 'described').length === 2)
    const late = await (await Editor.connect(server, an)).join(id)
    await until('the findings', () => shown(late, 'described').length === 2)
    expect(current(late).map(({ fingerprint }) => fingerprint)).toEqual(
      current(second).map(({ fingerprint }) => fingerprint),
    )
    const [found] = current(late).filter(({ ruleId }) => ruleId === 'described/rule')
    expect(found).toMatchObject({ docsUrl: '/api/v1/plugins/described/rules/rule' })
    expect(found?.fixes[0]?.edits[0]).toMatchObject({ expected: '' })
  })

  it('[V10] names a plugin that fails in a finding, and leaves the others alone', async () => {
    const { first, second } = await open(schema)
    const endless = pluginOf('endless', `{ 'schema.property'(node) { while (/^tỉnh/.test(node.key)) {} } }`)
    expect((await install(server, admin, endless)).status).toBe(200)
    const fault = () => current(second).find(({ ruleId }) => ruleId === 'endless/fault')
    await until('the fault', () => fault() !== undefined)
    expect(fault()).toMatchObject({ severity: 'fault', message: { vi: expect.stringContaining('endless') } })
    first.text.insert(first.text.toString().indexOf('tỉnh'), 'xóm: { type: string }\n      ')
    await until('the findings of the other plugin', () =>
      shown(second, 'described').includes('Thấy xóm: xóm'),
    )
    expect(
      (await server.fetch('/plugins/endless/installations/VN', { token: admin.token, method: 'DELETE' }))
        .status,
    ).toBe(204)
    await until('the fault', () => fault() === undefined)
    first.text.insert(first.text.toString().indexOf('tỉnh'), 'thôn: { type: string }\n      ')
    await until('the findings of the other plugin', () =>
      shown(second, 'described').includes('Thấy thôn: thôn'),
    )
  }, 60_000)

  it('[V10] keeps a plugin that fails in three documents out of use, over a restart, until a person puts it back', async () => {
    const flawed = pluginOf(
      'flawed',
      `{ schema(node) { if (node.value.title === 'dữ') throw new Error('cố ý') } }`,
    )
    expect((await install(server, admin, flawed)).status).toBe(200)
    for (let i = 0; i < 3; i++) await open('title: dữ\n')
    await until('the quarantine', async () => (await plugin('flawed'))?.state === 'quarantined')
    await until('its entry', async () => (await ledgerOf('flawed'))[0]?.action === 'plugin:quarantine')
    await server.restart()
    expect(await plugin('flawed')).toMatchObject({
      state: 'quarantined',
      reason: { en: 'its code threw an error' },
      rules: [{ id: 'rule' }],
    })
    const { second } = await open('title: lành\n')
    await until('the reason', () =>
      current(second).some(({ message }) => message.en.includes('flawed is suspended')),
    )
    expect((await resume('flawed', an)).status).toBe(403)
    expect(await (await resume('flawed', admin)).json()).toMatchObject([{ state: 'running' }])
    await until('no fault', () => current(second).every(({ severity }) => severity !== 'fault'))
    expect((await resume('flawed', admin)).status).toBe(200)
    const entries = await ledgerOf('flawed')
    expect(entries.slice(0, 3).map(({ action }) => action)).toEqual([
      'plugin:resume',
      'plugin:quarantine',
      'plugin:install',
    ])
    expect(entries[1]).toMatchObject({ actorId: null, details: { reason: 'threw' } })
    expect(entries[0]).toMatchObject({ actorId: admin.personId })
    await server.restart()
    expect((await plugin('flawed'))?.state).toBe('running')
    expect(await codeOf(await resume('none', admin))).toBe('PLUGIN_NOT_FOUND')
  }, 60_000)

  it('[V10] puts a rule set of the product back into use, and one of other code is not held for it', async () => {
    const set = (sha256: string) =>
      sql(
        `INSERT INTO plugin_quarantines VALUES ('schema-core', '${sha256}', 'too-slow', '2025-07-01T00:00:00.000Z')`,
      )
    const sha256 = (await plugin('schema-core'))?.manifest.sha256
    await set('of a former version')
    await server.restart()
    expect((await plugin('schema-core'))?.state).toBe('running')
    await sql('DELETE FROM plugin_quarantines')
    await set(String(sha256))
    await server.restart()
    expect(await plugin('schema-core')).toMatchObject({
      state: 'quarantined',
      reason: { en: 'it ran too long' },
    })
    expect(await (await resume('schema-core', admin)).json()).toMatchObject([
      { state: 'running', reason: null },
    ])
    expect((await ledgerOf('schema-core')).map(({ action }) => action)).toEqual(['plugin:resume'])
  }, 60_000)

  it('[V11] refuses a package that is not what it says, and one that does not load', async () => {
    const good = pluginOf('checked', describedProperties)
    const viewer = await server.person({ roles: [['viewer', 'VN']] })
    const sent = { token: viewer.token, body: good }
    expect((await server.fetch('/plugins/checked/versions', sent)).status).toBe(403)
    expect(await codeOf(await install(server, admin, { ...good, code: `${good.code} ` }))).toBe(
      'PLUGIN_INVALID',
    )
    const broken = await install(server, admin, pluginOf('checked', '{ schema( }'))
    expect(broken.status).toBe(422)
    expect((await broken.json()).params.detail).toContain('SyntaxError')
    expect((await install(server, admin, good)).status).toBe(200)
    const other = pluginOf('checked', '{}')
    expect(await codeOf(await install(server, admin, other))).toBe('PLUGIN_VERSION_TAKEN')
    expect((await install(server, admin, pluginOf('checked', '{}', { version: '1.0.1' }))).status).toBe(200)
  })

  it('[V12] writes installations and removals into the ledger', async () => {
    await install(server, admin, pluginOf('noted', '{}'))
    await server.fetch('/plugins/noted/installations/VN', { token: admin.token, method: 'DELETE' })
    const [removed, installed] = await ledgerOf('noted')
    expect([removed?.action, installed?.action]).toEqual(['plugin:remove', 'plugin:install'])
    const details = { version: '1.0.0', sha256: pluginOf('noted', '{}').manifest.sha256, organisation: 'VN' }
    expect(installed).toMatchObject({ actorId: admin.personId, details })
  })

  it('[V12] checks nothing with a version whose installation could not be written down', async () => {
    const { second } = await open(schema)
    const says = (what: string) =>
      `{ 'schema.property'(node) { ctx.report({ node, messageId: 'found', data: { what: '${what}' } }) } }`
    await install(server, admin, pluginOf('steady', says('cũ')))
    await until('the findings', () => shown(second, 'steady').length > 0)
    await sql('ALTER TABLE ledger_entries RENAME TO ledger_away')
    const failed = await install(server, admin, pluginOf('steady', says('mới'), { version: '1.0.1' }))
    await sql('ALTER TABLE ledger_away RENAME TO ledger_entries')
    expect(failed.status).toBe(500)
    expect((await plugin('steady'))?.manifest.version).toBe('1.0.0')
    const late = await open(schema)
    await until('the findings', () => shown(late.second, 'steady').length > 0)
    expect(shown(late.second, 'steady').join()).not.toContain('mới')
  })

  it('[V11] lets one of two win that install the same version with other content at once', async () => {
    const two = ['{ schema() {} }', '{ field() {} }'].map(create => pluginOf('raced', create))
    const answers = await Promise.all(two.map(body => install(server, admin, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const rows = await sql(`SELECT code, manifest FROM plugin_versions WHERE plugin_id = 'raced'`)
    expect(rows.map(({ code }: { code: string }) => sha256Of(code))).toEqual(
      rows.map(({ manifest }: { manifest: string }) => JSON.parse(manifest).sha256),
    )
  })

  it('[V11] leaves one version active when several are installed at once, and that one runs', async () => {
    const versions = ['1.0.0', '1.0.1', '1.0.2']
    await Promise.all(versions.map(version => install(server, admin, pluginOf('many', '{}', { version }))))
    const active = await sql(`SELECT version FROM plugin_installations WHERE plugin_id = 'many'`)
    expect(active).toHaveLength(1)
    expect(await plugin('many')).toMatchObject({ state: 'running', manifest: active[0] })
  })

  it('[V11] does not run stored code that no longer is what its manifest says', async () => {
    await install(server, admin, pluginOf('altered', '{}'))
    await sql(`UPDATE plugin_versions SET code = code || ' ' WHERE plugin_id = 'altered'`)
    await server.restart()
    expect(await plugin('altered')).toMatchObject({
      state: 'quarantined',
      reason: { en: 'it could not be loaded' },
    })
  })

  it('[V13] serves a rule documentation page without a token, in both languages, with nothing of it alive', async () => {
    const page = await fetch(`${server.url}/api/v1/plugins/described/rules/rule?lang=vi`, {
      headers: { accept: 'text/html' },
    })
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain('<strong>xấu</strong>')
    expect(html).not.toContain('<script>')
    const markdown = await fetch(`${server.url}/api/v1/plugins/described/rules/rule?lang=en`, {
      headers: { accept: 'text/markdown' },
    })
    expect(await markdown.text()).toContain('No **bad** words.')
    expect((await fetch(`${server.url}/api/v1/plugins/described/rules/none`)).status).toBe(404)
  })

  it('keeps installed plugins over a restart', async () => {
    await server.restart()
    const plugins = z.array(InstalledPlugin).parse(await (await server.fetch('/plugins', an)).json())
    expect(plugins.find(({ manifest }) => manifest.id === 'checked')?.manifest.version).toBe('1.0.1')
    expect(plugins.find(({ manifest }) => manifest.id === 'described')).toMatchObject({ state: 'running' })
  })
})
