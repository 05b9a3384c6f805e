import type { CheckRequest, UnitFinding } from '../src/engine/finding.ts'
import { dataOf } from '../src/inputs/case-inputs.ts'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { faultsOf } from './hostile.ts'
import { bundle } from './rules.ts'
import { lines, runnerWith } from './runners.ts'

const text = `$defs:
  A: { title: a, enum: [z, y], properties: { p: { $ref: '#/$defs/B' } } }
  B: { title: b, type: string }
`
const witness = `'schema.definition': node => say(node, [node.value, node.path], 'key')`

/** What a rule writes in what it is shown, and who would be told something else then. */
const writing: Readonly<Record<string, string>> = {
  'a value': `{ 'schema.definition': node => { node.value.title = 'khác' } }`,
  'a list in it': `{ 'schema.definition': node => { node.value.enum?.sort() } }`,
  'a keyword that was not there': `{ 'schema.definition': node => { node.value.description = 'khác' } }`,
  'a keyword that goes': `{ 'schema.definition': node => { delete node.value.title } }`,
  'the node': `{ 'schema.definition': node => { node.value = {} } }`,
  'what stands around it': `{ 'schema.property': node => { node.parent.value.title = 'khác' } }`,
  'what a reference leads to': `{ 'schema.ref': node => { ctx.resolve(node.ref).value.title = 'khác' } }`,
  'a field': `{ field: node => { node.value.name = 'khác' } }`,
  'an entity': `{ entity: node => { node.value.title = 'khác' } }`,
  'a prototype of nodes': `{ 'schema.definition': node => { Object.getPrototypeOf(node).value = {}; node.value = {} } }`,
}

const writingElsewhere: Readonly<Record<string, [Parameters<typeof lines>[1], string, string]>> = {
  'a section': [
    'markdown',
    '# A\n\n- **Y-1** phải\n',
    `{ 'md.section': node => { node.value.requirements.length = 0 } }`,
  ],
  'a requirement': [
    'markdown',
    '# A\n\n- **Y-1** phải\n',
    `{ 'md.requirement': node => { node.value.text = 'x' } }`,
  ],
  'a statement': [
    'sql',
    'create table a (b int);\n',
    `{ 'sql.table': node => { node.value.columns.pop() } }`,
  ],
  'a column': ['sql', 'create table a (b int);\n', `{ 'sql.column': node => { node.value.name = 'x' } }`],
}

describe('what rules are shown', () => {
  it.each(Object.entries(writing))('[V50] is not written in: %s', async (_what, create) => {
    const runner = await runnerWith({
      writing: bundle({ writes: { create }, sees: { create: `{ ${witness} }` } }),
      other: bundle({ sees: { create: `{ ${witness} }` } }),
    })
    const found = await checkOnce(runner, 'json-schema-yaml', text)
    expect(faultsOf(found)).toEqual([expect.stringMatching(/TypeError.*running the rule writing\/writes/)])
    const seen = found.filter(({ ruleId }) => ruleId === 'other/sees').map(({ message }) => message.en)
    expect(seen).toEqual([
      `Found [{"title":"a","enum":["z","y"],"properties":{"p":{"$ref":"#/$defs/B"}}},["$defs","A"]]`,
      `Found [{"title":"b","type":"string"},["$defs","B"]]`,
    ])
    await runner.stop()
  })

  it.each(Object.entries(writingElsewhere))(
    '[V50] is not written in: %s',
    async (_what, [format, given, create]) => {
      const runner = await runnerWith({ writing: bundle({ writes: { create } }) })
      expect(faultsOf(await checkOnce(runner, format, given))).toEqual([expect.stringMatching(/TypeError/)])
      await runner.stop()
    },
  )

  it.each([
    ['definitions', `facts.definitions.pop()`],
    ['references', `facts.refs.pop()`],
    ['a definition', `facts.definitions[0].value.title = 'khác'`],
  ])('[V50] is not written in by who sees the whole: %s', async (_what, code) => {
    const runner = await runnerWith({
      writing: bundle({ writes: { scope: 'document', create: `{ document(facts) { ${code} } }` } }),
    })
    expect(faultsOf(await checkOnce(runner, 'json-schema-yaml', text))).toEqual([
      expect.stringMatching(/TypeError/),
    ])
    await runner.stop()
  })

  it('[V50] is not written in: options, plain notes, and what is looked up', async () => {
    const runner = await runnerWith({
      options: bundle({ rule: { create: `{ schema() { ctx.options.max.push(5) } }` } }),
      notes: bundle({
        rule: {
          scope: 'document',
          create: `{ 'schema.definition': node => ctx.note(node, { names: [1] }), notes: notes => { for (const { fact } of notes) fact.names.push(2) } }`,
        },
      }),
      inputs: bundle({
        rule: { create: `{ schema() { ctx.directives.byCode('NQ-71-CP').title = 'khác' } }` },
      }).replace('const meta = {', `const meta = { inputs: ['directives'],`),
    })
    const inputs = dataOf({ directives: { day: '2026-01-01', directives: [{ code: 'NQ-71-CP' }] } })
    const rules = { 'options/rule': { options: { max: [1] } } }
    const faults = faultsOf(await checkOnce(runner, 'json-schema-yaml', text, { inputs, rules }))
    expect(faults.map(fault => /Plugin (\w+).*TypeError/.exec(fault)?.[1]).sort()).toEqual([
      'inputs',
      'notes',
      'options',
    ])
  })
})

/** A rule that is another the second time, by what it keeps in globals. */
const remembering = bundle({
  rule: {
    create: `{ 'schema.definition'(node) {
      const kept = globalThis.kept ??= []
      kept.push(node.value.title)
      say(node, kept)
    } }`,
  },
  notes: {
    scope: 'document',
    create: `{
      'schema.definition'(node) { ctx.note(node, node.value.title) },
      notes(notes) { (globalThis.noted ??= []).push(...notes.map(({ fact }) => fact)); for (const { node } of notes) say(node, globalThis.noted) },
    }`,
  },
})
const innocent = bundle({
  notes: {
    scope: 'document',
    create: `{ 'schema.definition': node => ctx.note(node, node.value.title), notes: notes => { for (const { node } of notes) say(node, [globalThis.noted, notes.map(({ fact }) => fact)]) } }`,
  },
})

describe('what a plugin keeps from check to check', () => {
  let runner: Runner
  const revisions = new Map<string, number>()
  const kept = new Map<string, readonly UnitFinding[]>()

  const check = async (documentId: string, title: string, more: Partial<CheckRequest> = {}) => {
    const revision = (revisions.get(documentId) ?? 0) + 1
    revisions.set(documentId, revision)
    const { units } = await runner.check({
      ...{ documentId, revision, format: 'json-schema-yaml', ...more },
      text: `$defs:\n  A: { title: ${title} }\n  B: { title: lành }\n`,
    })
    for (const { unit, findings } of units) kept.set(`${documentId} ${unit}`, findings)
    return [...kept]
      .filter(([of]) => of.startsWith(`${documentId} `))
      .flatMap(([, findings]) => findings.map(({ ruleId, message }) => `${ruleId} ${message.en}`))
      .sort()
  }

  beforeAll(async () => {
    runner = await runnerWith({ remembering, innocent })
  })

  it('[V6, V14] shows in no other document, of this workspace or another', async () => {
    for (let times = 0; times < 3; times++) await check('một', `MẬT-${times}`)
    for (const documentId of ['hai', 'ba']) {
      const found = await check(documentId, 'công-khai', { database: documentId })
      expect(found.join()).not.toContain('MẬT')
      expect(found.filter(line => line.startsWith('remembering'))).toEqual([
        'remembering/notes Found ["công-khai","lành"]',
        'remembering/notes Found ["công-khai","lành"]',
        'remembering/rule Found ["công-khai","lành"]',
        'remembering/rule Found ["công-khai"]',
      ])
    }
  })

  it('[V6, V14] changes nothing of what another plugin noted in the same document', async () => {
    const before = await check('bốn', 'x')
    await check('bốn', 'y')
    const after = await check('bốn', 'x')
    const ofInnocent = (found: readonly string[]) => found.filter(line => line.startsWith('innocent'))
    expect(ofInnocent(after)).toEqual(ofInnocent(before))
    expect(ofInnocent(after)).toEqual(Array(2).fill('innocent/notes Found [null,["x","lành"]]'))
  })

  it('[V6, V14] is gone once the document was closed', async () => {
    await check('năm', 'MẬT')
    await runner.close('năm')
    for (const of of kept.keys()) if (of.startsWith('năm ')) kept.delete(of)
    expect((await check('năm', 'mới')).join()).not.toContain('MẬT')
  })

  it('[V16] puts nothing on a unit that did not run, nor on one of another document', async () => {
    const lying = `const plain = JSON.stringify
      JSON.stringify = (value, ...more) => value?.units && 'hasMore' in value
        ? plain({ ...value, units: { '/$defs/C': value.units['/$defs/A'], '#': value.units['/$defs/A'], ...value.units } })
        : plain(value, ...more)
      ${bundle({ rule: { create: `{ 'schema.definition': node => say(node, node.key) }` } })}`
    const other = await runnerWith({ lying })
    expect(await lines(other, 'json-schema-yaml', '$defs:\n  A: {}\n')).toEqual(['A: A: {}'])
    expect(await lines(other, 'json-schema-yaml', '$defs:\n  C: {}\n')).toEqual(['C: C: {}'])
  })
})
