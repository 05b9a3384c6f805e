import { runnerWith } from './runners.ts'

const saying = (what: string, work = 0) => `export default { rules: { names: {
  meta: { title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'], messages: { found: { vi: '${what}', en: '${what}' } } },
  scope: 'unit', create: ctx => ({ 'schema.property'(node) {
    for (let i = 0; i < ${work}; i++) {}
    ctx.report({ node, messageId: 'found' })
  } }) } } }`

const text = 'properties:\n  a: {}\n'

describe('versions of a plugin beside each other', () => {
  it('[RG4] check the documents that name them, under the same rule ids', async () => {
    const runner = await runnerWith({})
    await runner.load({ id: 'names', key: 'names@1', code: saying('one') })
    await runner.load({ id: 'names', key: 'names@2', code: saying('two') })
    let revision = 0
    const said = async (documentId: string, ...plugins: string[]) => {
      const { units } = await runner.check({
        ...{ documentId, text, plugins, format: 'json-schema-yaml' },
        revision: ++revision,
      })
      return units.flatMap(({ findings }) => findings.map(({ ruleId, message }) => [ruleId, message.en]))
    }
    expect(await said('a', 'names@1')).toEqual([['names/names', 'one']])
    expect(await said('b', 'names@2')).toEqual([['names/names', 'two']])
    expect(await said('a', 'names@2')).toEqual([['names/names', 'two']])
    expect(await said('c', 'names@3')).toEqual([])
    await runner.unload('names@2')
    expect(await said('b', 'names@1')).toEqual([['names/names', 'one']])
  })

  it('[RG5] end what is under way before they are unloaded or replaced', async () => {
    const runner = await runnerWith({ names: saying('slow', 300_000) })
    const check = (documentId: string) =>
      runner.check({ documentId, revision: 1, format: 'json-schema-yaml', text })
    for (const [document, change] of [
      ['a', () => runner.load({ id: 'names', code: saying('new') })],
      ['b', () => runner.unload('names')],
    ] as const) {
      const [{ units }] = await Promise.all([check(document), change()])
      expect(units.flatMap(({ findings }) => findings.map(({ severity }) => severity))).toEqual(['error'])
    }
    expect((await check('c')).units).toEqual([])
  })
})
