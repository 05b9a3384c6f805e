import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { runnerWith } from './runners.ts'

const meta = `{
  title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'],
  messages: { found: { vi: '{what}', en: '{what}' } },
}`

/** A rule that says at each definition what `look` sees and how often it was shown it. Globals are as old as the document's realm. */
const counting = (look: string) => `const runs = {}; export default { rules: { look: {
  meta: ${meta},
  scope: 'unit',
  create: ctx => {
    let seen = []
    return {
      'schema.definition'(node) {
        runs[node.key] = (runs[node.key] ?? 0) + 1
        ctx.report({ node, at: 'key', messageId: 'found', data: { what: node.key + runs[node.key] } })
      },
      ${look}
    }
  },
} } }`

const plugins = {
  existence: counting(`'schema.ref': node => ctx.resolve(node.ref)`),
  place: counting(
    `'schema.ref': node => seen.push(ctx.resolve(node.ref)?.path, ctx.resolve(node.ref)?.role)`,
  ),
  content: counting(`'schema.ref': node => seen.push(ctx.resolve(node.ref)?.value)`),
  deeper: counting(`'schema.ref': node => ctx.resolve(node.ref + '/properties/x')`),
  chain: counting(
    `'schema.ref'(node) { ctx.resolve(String(ctx.resolve(node.ref + '/properties/next')?.value.$ref)) }`,
  ),
  'field-type': counting('field: node => seen.push(node.value.type, node.value.definition)'),
  'field-text': counting('field: node => seen.push(node.value.description)'),
}

describe('[V39] a rule that resolves references', () => {
  let runner: Runner
  let documents = 0

  beforeAll(async () => {
    runner = await runnerWith(plugins)
  })

  /** The definitions that each plugin was shown again when one text became the other. */
  const shown = async (before: string, after: string) => {
    const documentId = `looks-${++documents}`
    const ranBy = new Map(Object.keys(plugins).map(id => [id, new Set<string>()]))
    for (const [at, text] of [before, after].entries()) {
      const result = await runner.check({ documentId, revision: at + 1, format: 'json-schema-yaml', text })
      for (const { ruleId, message } of result.units.flatMap(({ findings }) => findings)) {
        const name = /^[A-Z](?=[2-9])/.exec(message.en)?.[0]
        if (name) ranBy.get(ruleId.split('/')[0] ?? '')?.add(name)
      }
    }
    return Object.fromEntries([...ranBy].map(([id, names]) => [id, [...names].sort().join('')]))
  }

  const schema = (c: string) =>
    `$defs:\n  A: { properties: { b: { $ref: '#/$defs/B' } } }\n  B: { properties: { next: { $ref: '#/$defs/C' } } }\n${c}`
  const text = schema('  C: { type: string, description: một }\n')
  const onlyC = {
    ...{ existence: 'C', place: 'C', content: 'BC', deeper: 'C', chain: 'C' },
    ...{ 'field-type': 'C', 'field-text': 'C' },
  }
  const gone = {
    ...{ existence: 'B', place: 'B', content: 'B', deeper: '', chain: 'A' },
    ...{ 'field-type': 'B', 'field-text': 'B' },
  }

  it.each([
    ['an unrelated word of it', 'C: { type: string, description: một, title: hai }', onlyC],
    [
      'a word that fields take over',
      'C: { type: string, description: hai }',
      { ...onlyC, 'field-text': 'BC' },
    ],
    ['its type', 'C: { type: integer, description: một }', { ...onlyC, 'field-type': 'BC' }],
    [
      'whether something below it exists',
      'C: { type: string, description: một, properties: { x: {} } }',
      { ...onlyC, deeper: 'BC' },
    ],
    ['its name', 'D: { type: string, description: một }', gone],
  ])('runs again when its answers changed, and not otherwise: %s', async (_, changed, expected) => {
    expect(await shown(text, schema(`  ${changed}\n`))).toEqual(expected)
  })

  it('gives a visitor "document" in its notes the very nodes of the document', async () => {
    const noting = `export default { rules: { noting: {
      meta: ${meta}, scope: 'document',
      create: ctx => ({
        'schema.ref': node => ctx.note(node, ctx.resolve(node.ref)),
        document({ notes, definitions }) {
          for (const { node, fact } of notes)
            ctx.report({ node, messageId: 'found', data: { what: String(definitions.includes(fact)) } })
        },
      }),
    } } }`
    const other = await runnerWith({ noting })
    expect((await checkOnce(other, 'json-schema-yaml', text)).map(({ message }) => message.en)).toEqual([
      'true',
      'true',
    ])
  })
})
