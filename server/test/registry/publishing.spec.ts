import { PluginVersion, pageOf, type RuleSets } from '@lienthong/protocol'
import { answered, refusal } from '../json.ts'
import { databases } from '../start-server.ts'
import { shown } from '../validation/findings.ts'
import { pluginOf, withoutRules } from '../validation/plugins.ts'
import { openRegistry, type Registry, saying } from './stage.ts'

describe.each(databases)('publishing plugins on %s', database => {
  let registry: Registry

  beforeAll(async () => {
    registry = await openRegistry(database)
  }, 60_000)

  it('[RG1, RG3] keeps what is uploaded, tried out, and runs nothing of it', async () => {
    const { server, author, send, versionsOf, inUse, actionsOn, open } = registry
    const editor = await open()
    const sent = saying('kept', 'mới')
    const version = await answered(await send(sent), PluginVersion)
    expect(version).toMatchObject({
      manifest: { sha256: sent.manifest.sha256 },
      rules: [{ id: 'rule', defaultSeverity: 'warning' }],
      state: 'proposed',
      uploadedBy: { displayName: 'Nguyễn Văn An' },
      decidedBy: null,
      installations: [],
    })
    expect((await answered(await send(sent), PluginVersion)).uploadedAt).toBe(version.uploadedAt)
    expect(await actionsOn('kept')).toEqual(['plugin:publish'])
    expect(await versionsOf('kept')).toEqual([version])
    const all = await answered(await server.fetch('/plugin-versions', author), pageOf(PluginVersion))
    expect(all.items.map(({ manifest }) => manifest.id)).toContain('kept')
    const code = await server.fetch('/plugins/kept/versions/1.0.0/code', author)
    expect([code.headers.get('content-type'), await code.text()]).toEqual([
      'text/plain; charset=utf-8',
      sent.code,
    ])
    expect(await inUse('kept')).toEqual([])
    editor.text.insert(0, '# thêm\n')
    await editor.whenStored()
    expect(shown(editor, 'kept')).toEqual([])
  })

  it('[RG1] refuses what is not what it says, does not load, is too long, or is of somebody else', async () => {
    const { server, reviewer, ministry, send, versionsOf } = registry
    const good = saying('guarded', 'x')
    const viewer = await server.person({ roles: [['viewer', 'VN']] })
    expect(await refusal(await send(good, viewer))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await server.fetch('/plugins/guarded/versions/1.0.0/code', viewer))).toBe(
      '403 RIGHT_MISSING',
    )
    expect(await refusal(await send({ ...good, code: `${good.code} ` }))).toBe('422 PLUGIN_INVALID')
    expect(await refusal(await send(pluginOf('guarded', '{ schema( }')))).toBe('422 PLUGIN_INVALID')
    expect(await refusal(await send(saying('naming', 'x')))).toBe('422 PLUGIN_INVALID')
    const long = pluginOf('guarded', `{} // ${'x'.repeat(2_000_000)}`)
    expect(await refusal(await send(long))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await send({ ...long, code: 'x'.repeat(6_000_000) }))).toBe('400 MESSAGE_INVALID')
    expect(await versionsOf('guarded').catch(String)).toContain('PLUGIN_NOT_FOUND')
    expect((await send(good)).status).toBe(200)
    expect(await refusal(await send(saying('guarded', 'y')))).toBe('409 PLUGIN_VERSION_TAKEN')
    expect(await refusal(await send(saying('guarded', 'x', '1.0.1'), ministry))).toBe('403 RIGHT_MISSING')
    expect((await send(saying('guarded', 'x', '1.0.1'), reviewer)).status).toBe(200)
  })

  it('[RG1] refuses sets that do not fit the rules', async () => {
    const { send } = registry
    const good = saying('with-sets', 'x')
    const withSet = (strict: RuleSets['strict']) =>
      send({ ...good, manifest: { ...good.manifest, configs: { strict } } })
    expect(await refusal(await withSet({ nothing: 'error' }))).toBe('422 PLUGIN_INVALID')
    expect(await refusal(await withSet({ rule: { options: { least: 3 } } }))).toBe('422 PLUGIN_INVALID')
    expect((await withSet({ rule: 'error' })).status).toBe(200)
  })

  it('[RG15] refuses a version without a rule', async () => {
    const { send, versionsOf } = registry
    expect(await refusal(await send(withoutRules('hollow')))).toBe('422 PLUGIN_RULES_MISSING')
    expect(await versionsOf('hollow').catch(String)).toContain('PLUGIN_NOT_FOUND')
    expect((await send(saying('hollow', 'x'))).status).toBe(200)
  })

  it('[RG1] takes at most ten versions of one person that wait', async () => {
    const { server, send, decide } = registry
    const eager = await server.person({ roles: [['editor', 'BCA']] })
    for (let patch = 0; patch < 10; patch++)
      expect((await send(pluginOf('eager', '{}', { version: `1.0.${patch}` }), eager)).status).toBe(200)
    const eleventh = pluginOf('eager', '{}', { version: '1.0.10' })
    const refused = await send(eleventh, eager)
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'PLUGIN_VERSIONS_WAITING', params: { max: 10 } }),
    ])
    await decide('eager', '1.0.0', 'refused')
    expect((await send(eleventh, eager)).status).toBe(200)
  }, 60_000)

  it('[RG2] is decided on by somebody else who may, once, and installed only when approved', async () => {
    const { author, admin, reviewer, ministry, send, decide, put, versionsOf } = registry
    await send(saying('judged', 'x'))
    expect(await refusal(await put('judged', '1.0.0'))).toBe('409 PLUGIN_NOT_APPROVED')
    expect(await refusal(await put('judged', '2.0.0'))).toBe('404 PLUGIN_NOT_FOUND')
    expect(await refusal(await decide('judged', '1.0.0', 'approved', author))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await decide('judged', '1.0.0', 'approved', ministry))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await decide('judged', '2.0.0', 'approved'))).toBe('404 PLUGIN_NOT_FOUND')
    await send(saying('own', 'x'), reviewer)
    expect(await refusal(await decide('own', '1.0.0', 'approved', reviewer))).toBe('403 DECISION_OWN')
    const both = await Promise.all([
      decide('judged', '1.0.0', 'approved'),
      decide('judged', '1.0.0', 'approved', admin),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await versionsOf('judged')).toMatchObject([
      { state: 'approved', note: 'vì thử', decidedBy: { displayName: expect.any(String) } },
    ])
    expect((await put('judged', '1.0.0')).status).toBe(200)
    await send(saying('judged', 'y', '1.0.1'))
    await decide('judged', '1.0.1', 'refused')
    expect(await refusal(await put('judged', '1.0.1'))).toBe('409 PLUGIN_NOT_APPROVED')
    expect(await refusal(await decide('judged', '1.0.1', 'approved'))).toBe('412 RECORD_CHANGED')
  })

  it('[RG2] leaves the rule sets of the product as they are', async () => {
    const { server, admin, put, remove, versionsOf } = registry
    const [naming] = await versionsOf('naming')
    expect(naming).toMatchObject({ isFirstParty: true, state: 'approved', uploadedBy: null })
    expect(await refusal(await put('naming', naming?.manifest.version ?? ''))).toBe('422 PLUGIN_INVALID')
    expect(await refusal(await remove('naming'))).toBe('422 PLUGIN_INVALID')
    const body = { version: null, reason: 'Không dùng nữa đâu', successor: null }
    const deprecate = { token: admin.token, method: 'PUT', body }
    expect(await refusal(await server.fetch('/plugins/naming/deprecation', deprecate))).toBe(
      '404 PLUGIN_NOT_FOUND',
    )
  })

  it('[RG7] takes a version back that is not in use', async () => {
    const { author, ministry, send, decide, put, remove } = registry
    await send(saying('taken', 'x'))
    expect(await refusal(await decide('taken', '1.0.0', 'withdrawn', ministry))).toBe('403 RIGHT_MISSING')
    expect((await decide('taken', '1.0.0', 'withdrawn', author)).status).toBe(200)
    expect(await refusal(await decide('taken', '1.0.0', 'approved'))).toBe('412 RECORD_CHANGED')
    await send(saying('taken', 'x', '1.0.1'))
    await decide('taken', '1.0.1', 'approved')
    await put('taken', '1.0.1')
    expect(await refusal(await decide('taken', '1.0.1', 'withdrawn'))).toBe('409 PLUGIN_IN_USE')
    await remove('taken')
    expect((await decide('taken', '1.0.1', 'withdrawn')).status).toBe(200)
    expect(await refusal(await put('taken', '1.0.1'))).toBe('409 PLUGIN_NOT_APPROVED')
  })

  it('[RG8] writes every step into the ledger, without what people said', async () => {
    const { server, admin, send, decide, put, remove, actionsOn } = registry
    await send(saying('noted', 'x'))
    await decide('noted', '1.0.0', 'approved')
    await put('noted', '1.0.0', 'BTP')
    const body = { version: null, reason: 'Ông Nguyễn Văn An đề nghị', successor: null }
    await server.fetch('/plugins/noted/deprecation', { token: admin.token, method: 'PUT', body })
    await server.fetch('/plugins/noted/deprecation', { token: admin.token, method: 'DELETE' })
    await remove('noted', 'BTP')
    await decide('noted', '1.0.0', 'withdrawn')
    const verbs = ['withdraw', 'remove', 'recommend', 'deprecate', 'install', 'approve', 'publish']
    expect(await actionsOn('noted')).toEqual(verbs.map(verb => `plugin:${verb}`))
    const ledger = await (await server.fetch('/ledger?limit=200', admin)).text()
    expect(ledger).not.toContain('đề nghị')
    expect(ledger).not.toContain('vì thử')
    expect(ledger).toContain('"organisation":"BTP"')
  })
})
