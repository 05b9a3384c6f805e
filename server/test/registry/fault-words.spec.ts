import { databases } from '../start-server.ts'
import { until } from '../until.ts'
import { current } from '../validation/findings.ts'
import { install, pluginOf } from '../validation/plugins.ts'
import { openRegistry, type Registry, saying, schema } from './stage.ts'

describe.each(databases)('what a plugin says of its failures on %s', database => {
  let registry: Registry

  beforeAll(async () => {
    registry = await openRegistry(database)
  }, 60_000)

  it('[RG14] stays in the document in which it happened', async () => {
    const { server, admin, author, open, openInHoTich, inUse } = registry
    const telling = pluginOf(
      'telling',
      `{ 'schema.property'(node) { if (/mật/.test(node.key)) throw new Error('thấy ' + node.key) } }`,
    )
    expect((await install(server, admin, telling)).status).toBe(200)
    const theirs = await openInHoTich()
    const openOurs = (i: number) => open(`properties:\n  mật_${i}_của_bca: { type: string }\n`)
    const ours = await openOurs(1)
    await until('its own words there', () => JSON.stringify(ours.heard).includes('thấy mật'))
    for (const i of [2, 3]) await openOurs(i)
    await until('the quarantine', async () => (await inUse('telling'))[0]?.state === 'quarantined')
    expect((await inUse('telling'))[0]?.reason?.en).toBe('its code threw an error')
    await until('the fault there', () => current(theirs).some(({ ruleId }) => ruleId === 'telling/fault'))
    const told = [
      JSON.stringify(current(theirs)),
      await (await server.fetch('/plugins', author)).text(),
      await (await server.fetch('/plugins/telling/health', author)).text(),
      await (await server.fetch('/ledger?limit=200', admin)).text(),
    ]
    expect(told.filter(text => text.includes('của_bca'))).toEqual([])
    expect(told[3]).toContain('"reason":"threw"')
  }, 60_000)

  it('[RG13] tells how much was found in all documents only to who may install it there', async () => {
    const { server, admin, author, ministry, openInHoTich } = registry
    await install(server, admin, saying('counted', 'x'), 'BTP')
    const editor = await openInHoTich(schema)
    await until('its finding', () => current(editor).some(({ ruleId }) => ruleId === 'counted/rule'))
    const healthFor = async ({ token }: { token: string }) =>
      (await server.fetch('/plugins/counted/health', { token })).json()
    expect(await healthFor(author)).toMatchObject([{ findings: null }])
    expect(await healthFor(ministry)).toMatchObject([{ findings: { rule: expect.any(Number) } }])
  })
})
