import { dataOf } from '../src/inputs/case-inputs.ts'
import type { Runner } from '../src/runner/runner.ts'
import { lines, runnerWith } from './runners.ts'

/** A rule that notes the definitions' names and reports, at each, how often it was asked for a summary. Globals are as old as the document's realm. */
const summing = (id: string, noted: string, more = '', inputs = '') => `'${id}': {
  meta: {
    title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'],
    inputs: [${inputs}], messages: { found: { vi: '{what}', en: '{what}' } },
  },
  scope: 'document',
  create: ctx => ({
    'schema.definition': node => ctx.note(node, ${noted}),
    notes(notes) {
      runs['${id}'] = (runs['${id}'] ?? 0) + 1
      ${more}
      for (const { node, fact } of notes)
        ctx.report({ node, at: 'key', messageId: 'found', data: { what: fact + ' run ' + runs['${id}'] } })
    },
  }),
}`
const plugin = (...rules: string[]) => `const runs = {}; export default { rules: { ${rules.join()} } }`

describe('a rule that sums up its notes', () => {
  let runner: Runner
  let revision = 0

  beforeAll(async () => {
    runner = await runnerWith({
      p: plugin(
        summing('of-names', 'node.key'),
        summing('of-inputs', 'node.key', 'ctx.directives.byCode("A-1")', "'directives'"),
      ),
    })
  })

  const found = new Map<string, readonly string[]>()
  const check = async (text: string, title = 'Một') => {
    const directives = { day: '2026-01-01', directives: [{ code: 'A-1', title: { vi: title, en: null } }] }
    const { units } = await runner.check({
      ...{ documentId: 'd', revision: ++revision, format: 'json-schema-yaml', text },
      inputs: dataOf({ directives }),
    })
    for (const { unit, findings } of units)
      found.set(
        unit,
        findings.map(({ ruleId, message }) => `${ruleId} ${message.en}`),
      )
    return [...found.values()].flat().sort()
  }

  it('[V34] is asked again when a note, the order of units or an input has changed, and not otherwise', async () => {
    const first = ['p/of-inputs A run 1', 'p/of-names A run 1']
    expect(await check('$defs:\n  A: {}\n')).toEqual(first)
    expect(await check('$defs:\n  A: { description: một }\n')).toEqual(first)
    const informed = ['p/of-inputs A run 2', 'p/of-names A run 1']
    expect(await check('$defs:\n  A: { description: một }\n', 'Hai')).toEqual(informed)
    expect(await check('$defs:\n  A: { description: hai }\n', 'Hai')).toEqual(informed)
    const grown = [
      ...['p/of-inputs A run 3', 'p/of-inputs B run 3'],
      ...['p/of-names A run 2', 'p/of-names B run 2'],
    ]
    expect(await check('$defs:\n  A: { description: hai }\n  B: {}\n', 'Hai')).toEqual(grown)
    expect(await check('$defs:\n  A: { description: ba }\n  B: {}\n', 'Hai')).toEqual(grown)
    expect(await check('$defs:\n  A: { description: bốn }\n  B: {}\n', 'Ba')).toEqual([
      ...['p/of-inputs A run 4', 'p/of-inputs B run 4'],
      ...['p/of-names A run 2', 'p/of-names B run 2'],
    ])
  })

  it.each([
    [
      'a fact that is no plain data',
      summing('bad', '(() => { const own = {}; own.self = own; return own })()'),
      /no plain data/,
    ],
    ['a look beyond the notes', summing('bad', '1', 'ctx.resolve("#/$defs/A")'), /looks at its notes only/],
  ])('[V34] may not have %s', async (_, rule, reason) => {
    const other = await runnerWith({ other: plugin(rule) })
    expect((await lines(other, 'json-schema-yaml', '$defs:\n  A: {}\n')).join()).toMatch(reason)
  })
})
