import { samples } from '../src/conformance/samples.ts'
import { type Flaw, tryOut } from '../src/conformance/try-out.ts'
import { PluginFault } from '../src/sandbox/limits.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const honest = bundle({ rule: { create: `{ 'schema.property': node => say(node, 'x', 'key') }` } })

describe('[RG1] a plugin that is tried out', () => {
  const flawOf = async (code: string): Promise<Flaw | null> =>
    (await tryOut(await runnerWith({}), { id: 'tried', code })).flaw
  const faultOf = async (create: string) => {
    const flaw = await flawOf(bundle({ rule: { create } }))
    return flaw?.code === 'PLUGIN_FAULTY' ? `${flaw.params.document}: ${flaw.params.detail}` : flaw
  }

  it('[V12] tells its rules, has nothing wrong, and checks nothing afterwards', async () => {
    const runner = await runnerWith({})
    const { rules, flaw } = await tryOut(runner, { id: 'honest', code: honest })
    expect([rules.map(({ id }) => id), flaw]).toEqual([['rule'], null])
    await expect(tryOut(runner, { id: 'honest', code: 'export default 1' })).rejects.toThrow(PluginFault)
    expect(await checkOnce(runner, 'json-schema-yaml', 'properties: { a: {} }')).toEqual([])
  })

  it.each([
    [
      'throws',
      `{ schema() { throw new Error('cố ý') } }`,
      /^cong-dan\.schema\.yaml: .*threw.*cố ý.*tried\/rule/,
    ],
    ['does not end', `{ 'sql.table'() { for (;;) {} } }`, /^cong-dan\.sql: .*too-slow/],
    [
      'wants all memory',
      `{ 'md.heading'() { const a = []; for (;;) a.push('x'.repeat(1e6) + a.length) } }`,
      /memory/,
    ],
    [
      'answers nonsense',
      `{ schema(node) { ctx.report({ node, messageId: 'none' }) } }`,
      /cong-dan\.schema\.yaml: /,
    ],
    [
      'fails on what is half written',
      `{ schema(node) { node.value.title?.trim() } }`,
      /^dang-viet\.schema\.yaml: .*threw/,
    ],
  ])('is refused when it %s', async (_, create, told) => {
    expect(await faultOf(create)).toMatch(told)
  })

  it('is refused when it finds something else in a text that was written', async () => {
    const create = `{ 'schema.property': node => { if (++seen <= 4) say(node, 'x', 'key') } }`
    const flaw = await flawOf(`let seen = 0\n${bundle({ rule: { create } })}`)
    expect(flaw).toMatchObject({
      code: 'PLUGIN_UNSTEADY',
      params: {
        plugin: 'tried',
        document: 'cong-dan.schema.yaml',
        opened: expect.stringContaining('tried/rule'),
      },
    })
  })

  it('has everything that its rules ask for: no rule is left out', async () => {
    const inputs = ['publishedVersion', 'directives', 'inventory', 'schemas', 'dictionary']
    const create = `{ document() { throw new Error('đủ') } }`
    const code = bundle({ rule: { create, scope: 'document' } }).replace(
      'const meta = {',
      `const meta = { inputs: ${JSON.stringify(inputs)},`,
    )
    expect(await flawOf(code)).toMatchObject({ params: { detail: expect.stringContaining('đủ') } })
  })

  it('meets each language in a text that is whole and in one that is not', () => {
    const kinds = samples.map(({ format, isWhole }) => `${format} ${isWhole}`).sort()
    const formats = ['json-schema-json', 'json-schema-yaml', 'markdown', 'sql']
    expect(kinds).toEqual(formats.flatMap(format => [`${format} false`, `${format} true`]))
    for (const { text, published } of samples) expect(published === text).toBe(!/ghi_?chu/i.test(text))
  })
})
