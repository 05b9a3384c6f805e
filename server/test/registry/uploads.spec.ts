import { type PluginPackage, PluginVersion, pageOf } from '@lienthong/protocol'
import { AccessService } from '../../src/access/access.service.ts'
import { PluginVersionsService } from '../../src/registry/plugin-versions.service.ts'
import { answered, refusal } from '../json.ts'
import { databases } from '../start-server.ts'
import { until } from '../until.ts'
import { shown } from '../validation/findings.ts'
import { install, pluginOf } from '../validation/plugins.ts'
import { openRegistry, type Registry, saying } from './stage.ts'

/** Never done with loading. */
const endless = (id: string, version = '1.0.0', length = 0): PluginPackage =>
  pluginOf(id, `{}), never: (() => { for (;;); })(), filled: ('${'x'.repeat(length)}'`, { version })

let count = 0

describe.each(databases)('uploads on %s', database => {
  let registry: Registry

  beforeAll(async () => {
    registry = await openRegistry(database)
  }, 60_000)

  it('[RG1] tries out one of a person at a time, and holds up nobody who types', async () => {
    const { server, admin, author, open, send } = registry
    await install(server, admin, saying('live', 'x'))
    const editor = await open()
    await until('its finding', () => shown(editor, 'live').length === 1)
    const uploads = Promise.all([1, 2, 3].map(major => send(endless('loops', `${major}.0.0`), author)))
    editor.text.insert(editor.text.length, '  tuổi: { type: integer }\n')
    await until('the next finding', () => shown(editor, 'live').length === 2)
    expect((await Promise.all((await uploads).map(refusal))).sort()).toEqual([
      '422 PLUGIN_INVALID',
      '429 RATE_LIMITED',
      '429 RATE_LIMITED',
    ])
  })

  it('[RG1] gives a large one no more time than a small one', async () => {
    const startedAt = performance.now()
    expect(await refusal(await registry.send(endless('large', '1.0.0', 1_900_000)))).toBe(
      '422 PLUGIN_INVALID',
    )
    const tookMs = performance.now() - startedAt
    expect(tookMs).toBeLessThan(45_000)
    await answered(await registry.send(saying('after', 'x')), PluginVersion)
  }, 120_000)

  it.each([
    ['throws', `{ schema() { throw new Error('cố ý') } }`, '422 PLUGIN_FAULTY'],
    ['does not end', `{ 'md.section'() { for (;;) {} } }`, '422 PLUGIN_FAULTY'],
    [
      'answers nonsense',
      `{ 'sql.statement'(node) { ctx.report({ node, messageId: 'none' }) } }`,
      '422 PLUGIN_FAULTY',
    ],
    [
      'finds something else while one writes',
      `{ 'schema.property'(node) {
        globalThis.seen = (globalThis.seen ?? 0) + 1
        if (globalThis.seen <= 4) ctx.report({ node, messageId: 'found', data: { what: node.key } })
      } }`,
      '422 PLUGIN_UNSTEADY',
    ],
  ])('[RG1] runs it on samples, and keeps none that %s', async (_, create, refused) => {
    const { send, versionsOf, server, author } = registry
    const id = `flawed-${++count}`
    expect(await refusal(await send(pluginOf(id, create)))).toBe(refused)
    expect((await server.fetch(`/plugins/${id}/versions`, author)).status).toBe(404)
    expect(await versionsOf('after')).toHaveLength(1)
  })

  it('[RG1] keeps one whose rules ask for what lies beside the document', async () => {
    const inputs = ['publishedVersion', 'directives', 'inventory', 'schemas', 'dictionary']
    const create = `{ document({ root, published }) {
      if (root) ctx.report({ node: root, messageId: 'found', data: { what: published.revision } })
    } }`
    const sent = pluginOf('asking', create, { inputs, scope: 'document' })
    await answered(await registry.send(sent), PluginVersion)
  })

  /** Past the trial, which lets one in after the other: as when two nodes take uploads in at once. */
  const store = async (sent: PluginPackage, { token } = registry.author) => {
    const { app } = registry.server
    const actor = await app.get(AccessService, { strict: false }).authenticate(token)
    return app.get(PluginVersionsService, { strict: false }).publish(actor, sent, [], false)
  }

  it('[RG1] leaves a plugin to whom began it, when two begin it at once', async () => {
    const { server, versionsOf } = registry
    const people = [registry.author, await server.person({ roles: [['editor', 'BCA']] })]
    const begun = await Promise.allSettled(
      people.map((person, at) => store(saying('begun', 'x', `${at + 1}.0.0`), person)),
    )
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await versionsOf('begun')).toHaveLength(1)
  })

  it('[RG1, RG8] changes nothing, and notes nothing, when the same comes twice at once', async () => {
    const { actionsOn } = registry
    await Promise.all([store(saying('twice', 'x')), store(saying('twice', 'x'))])
    await store(saying('twice', 'x'))
    expect(await actionsOn('twice')).toEqual(['plugin:publish'])
  })

  it('[RG1] keeps at most thirty uploads of one person within a day', async () => {
    const { server, send, decide } = registry
    const eager = await server.person({ roles: [['editor', 'BCA']] })
    for (let patch = 0; patch < 30; patch++) {
      await store(saying('eager-day', 'x', `1.0.${patch}`), eager)
      await decide('eager-day', `1.0.${patch}`, 'withdrawn', eager)
    }
    const refused = await send(saying('eager-day', 'x', '1.0.30'), eager)
    expect(await refusal(refused)).toBe('429 RATE_LIMITED')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000)
    expect((await send(saying('eager-day', 'x', '1.0.29'), eager)).status).toBe(200)
  })

  it('[RG3] lists all versions a page at a time, newest first, or those of one state', async () => {
    const { server, author, decide } = registry
    const [first, second] = [saying('listed', 'x'), saying('listed', 'x', '1.0.1')]
    await store(first)
    await store(second)
    await decide('listed', '1.0.1', 'refused')
    const page = async (query: string) =>
      answered(await server.fetch(`/plugin-versions?${query}`, author), pageOf(PluginVersion))
    const newest = await page('limit=1')
    expect(newest.items).toMatchObject([{ manifest: { id: 'listed', version: '1.0.1' }, state: 'refused' }])
    const next = await page(`limit=1&cursor=${newest.next}`)
    expect(next.items).toMatchObject([{ manifest: { id: 'listed', version: '1.0.0' } }])
    expect(next.total).toBeGreaterThan(2)
    const waiting = await page('state=proposed')
    expect(new Set(waiting.items.map(({ state }) => state))).toEqual(new Set(['proposed']))
    expect(JSON.stringify(newest)).not.toContain('code')
    expect(await refusal(await server.fetch('/plugin-versions?cursor=x', author))).toBe('400 MESSAGE_INVALID')
  })
})
