import { FindingsChanged, InstalledPlugin, PluginHealth, PluginVersion } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { RunnerHost } from '../../src/runner/runner-host.service.ts'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { startAnotherNode } from '../collaboration/other-process.ts'
import { answered, refusal } from '../json.ts'
import { databases, startServer } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { current, shown } from '../validation/findings.ts'
import { install, pluginOf } from '../validation/plugins.ts'
import { openRegistry, type Registry, saying, schema } from './stage.ts'

/** Nowhere but in the documents of this test. */
const failing = `{ 'schema.property'(node) { if (node.key === 'tên') throw new Error('cố ý') } }`

describe.each(databases)('installing plugins on %s', database => {
  let registry: Registry

  beforeAll(async () => {
    registry = await openRegistry(database)
  }, 60_000)

  it('[RG4] checks the documents of the organisation that it is installed for, the nearest version first', async () => {
    const { ministry, send, decide, put, remove, inUse, open, openInHoTich } = registry
    for (const version of ['1.0.0', '2.0.0']) {
      await send(saying('placed', version, version))
      await decide('placed', version, 'approved')
    }
    const [ours, theirs] = [await open(), await openInHoTich()]
    expect(await refusal(await put('placed', '2.0.0', 'VN', ministry))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await put('placed', '2.0.0', 'NONE'))).toBe('404 RECORD_NOT_FOUND')
    expect((await put('placed', '2.0.0', 'BTP', ministry)).status).toBe(200)
    await until('theirs', () => shown(theirs, 'placed').join().includes('2.0.0'))
    expect(shown(ours, 'placed')).toEqual([])
    expect((await put('placed', '1.0.0')).status).toBe(200)
    await until('ours', () => shown(ours, 'placed').join().includes('1.0.0'))
    theirs.text.insert(theirs.text.length, '  tuổi: { type: integer }\n')
    await until('both of theirs', () => shown(theirs, 'placed').length === 2)
    expect(shown(theirs, 'placed').join()).not.toContain('1.0.0')
    expect(await inUse('placed')).toMatchObject([
      {
        manifest: { version: '1.0.0' },
        installations: [{ organisationCode: 'VN', by: { displayName: 'Quản trị' } }],
      },
      { manifest: { version: '2.0.0' }, installations: [{ organisationCode: 'BTP' }] },
    ])
    expect(await refusal(await remove('placed', 'VN', ministry))).toBe('403 RIGHT_MISSING')
    expect((await remove('placed', 'BTP', ministry)).status).toBe(204)
    await until('the country’s there, too', () => shown(theirs, 'placed').join().includes('1.0.0'))
    expect(await refusal(await remove('placed', 'BTP', ministry))).toBe('404 PLUGIN_NOT_INSTALLED')
    await remove('placed')
    await until('none', () => shown(ours, 'placed').length + shown(theirs, 'placed').length === 0)
  })

  it('[RG4] puts a version that fails out of use, and not the one beside it', async () => {
    const { server, admin, ministry, inUse, open, openInHoTich } = registry
    await install(server, admin, saying('beside', 'lành'))
    const flawed = pluginOf('beside', failing, { version: '2.0.0' })
    await install(server, admin, flawed, 'BTP')
    const ours = await open()
    for (let i = 0; i < 3; i++) await openInHoTich()
    await until('the quarantine', async () => (await inUse('beside'))[1]?.state === 'quarantined')
    expect((await inUse('beside'))[0]).toMatchObject({ state: 'running', manifest: { version: '1.0.0' } })
    await until('the other', () => shown(ours, 'beside').length === 1)
    const resume = (token: string) => server.fetch('/plugins/beside/resume', { token, method: 'POST' })
    expect(await refusal(await resume(ministry.token))).toBe('403 RIGHT_MISSING')
    expect(await (await resume(admin.token)).json()).toMatchObject([
      { state: 'running' },
      { state: 'running' },
    ])
  }, 60_000)

  it('[RG13] tells how each version in use does', async () => {
    const { server, admin, author, open, openInHoTich } = registry
    await install(server, admin, saying('measured', 'x'))
    const flawed = pluginOf('measured', failing, { version: '2.0.0' })
    await install(server, admin, flawed, 'BTP')
    const editor = await open()
    await until('its finding', () => shown(editor, 'measured').length === 1)
    const other = await openInHoTich()
    await until('the fault', () => current(other).some(({ ruleId }) => ruleId === 'measured/fault'))
    const health = await answered(
      await server.fetch('/plugins/measured/health', admin),
      z.array(PluginHealth),
    )
    expect(health).toMatchObject([
      { version: '1.0.0', faults: 0, lastFault: null, findings: { rule: expect.any(Number) } },
      {
        version: '2.0.0',
        lastFault: { reason: { en: 'its code threw an error' }, rule: 'rule' },
        findings: { rule: 0 },
      },
    ])
    expect(health[0]?.runs).toBeGreaterThan(0)
    expect(health[0]?.findings?.rule).toBeGreaterThan(0)
    expect(health[1]?.faults).toBeGreaterThan(0)
    expect(await refusal(await server.fetch('/plugins/none/health', author))).toBe('404 PLUGIN_NOT_FOUND')
  })

  it('[RG5] rolls back to an earlier version at once, and leaves no moment without findings', async () => {
    const { server, admin, put, actionsOn, open } = registry
    await install(server, admin, saying('turned', 'cũ'))
    const editor = await open()
    await until('the first', () => shown(editor, 'turned').join().includes('cũ'))
    const told = editor.noticed(FindingsChanged).length
    await install(server, admin, saying('turned', 'mới', '2.0.0'))
    await until('the second', () => shown(editor, 'turned').join().includes('mới'))
    expect((await put('turned', '1.0.0')).status).toBe(200)
    await until('the first again', () => shown(editor, 'turned').join().includes('cũ'))
    const units = editor
      .noticed(FindingsChanged)
      .slice(told)
      .flatMap(notice => notice.units)
    expect(units.length).toBeGreaterThanOrEqual(2)
    for (const { findings } of units) expect(findings.map(({ ruleId }) => ruleId)).toContain('turned/rule')
    expect((await actionsOn('turned'))[0]).toBe('plugin:install')
  })

  it('[RG6] tells of a deprecation wherever the plugin is listed or installed, and it goes on running', async () => {
    const { server, admin, ministry, put, versionsOf, inUse } = registry
    await install(server, admin, saying('aged', 'x'))
    const deprecate = (body: object, { token } = admin) =>
      server.fetch('/plugins/aged/deprecation', { token, method: 'PUT', body })
    const advice = { version: null, reason: 'Bộ này đã gộp vào naming', successor: 'naming' }
    expect(await refusal(await deprecate(advice, ministry))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await deprecate({ ...advice, reason: 'cũ' }))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await deprecate({ ...advice, version: '9.0.0' }))).toBe('404 PLUGIN_NOT_FOUND')
    expect((await deprecate(advice)).status).toBe(200)
    const told = { reason: advice.reason, successor: 'naming', by: { displayName: 'Quản trị' } }
    expect(await inUse('aged')).toMatchObject([{ state: 'running', deprecation: told }])
    const own = { version: '1.0.0', reason: 'Bản này báo nhầm nhiều', successor: '1.0.1' }
    expect(await answered(await deprecate(own), z.array(PluginVersion))).toMatchObject([
      { deprecation: { successor: '1.0.1' } },
    ])
    expect(await answered(await put('aged', '1.0.0'), InstalledPlugin)).toMatchObject({
      deprecation: { reason: own.reason },
    })
    const back = { token: admin.token, method: 'DELETE' }
    expect((await server.fetch('/plugins/aged/deprecation?version=1.0.0', back)).status).toBe(204)
    expect(await versionsOf('aged')).toMatchObject([{ deprecation: told }])
    expect((await server.fetch('/plugins/aged/deprecation', back)).status).toBe(204)
    expect(await versionsOf('aged')).toMatchObject([{ deprecation: null }])
  })
})

for (const database of databases.filter(name => name === 'postgres'))
  describe('the registry of several nodes', () => {
    it.each([
      [
        'within a second where it is heard of',
        { LIENTHONG_REDIS_URL: process.env.LIENTHONG_TEST_REDIS_URL ?? '' },
      ],
      ['at the next look where it is not', {}],
    ])(
      '[RG5] runs at the other node what was installed at one: %s',
      async (_, settings) => {
        const first = await startServer({ database, settings })
        const { an } = await stage(first)
        const admin = await first.person({ roles: [['administrator', 'VN']] })
        const second = await startAnotherNode(first, settings)
        const { id } = await createDocument(first, an, { format: 'json-schema-yaml', text: schema })
        const editor = await (await Editor.connect(second, an)).join(id)
        await until('a check', () => editor.heard.some(({ name }) => name === 'findings:changed'))
        await install(first, admin, saying('spread', 'x'))
        if (!('LIENTHONG_REDIS_URL' in settings))
          await second.app.get(RunnerHost, { strict: false }).catchUp()
        await until('its findings', () => shown(editor, 'spread').length === 1, aSecondMs)
      },
      60_000,
    )
  })
