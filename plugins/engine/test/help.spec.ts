import type { Format } from '@lienthong/plugin-sdk'
import { dataOf } from '../src/inputs/case-inputs.ts'
import type { Runner } from '../src/runner/runner.ts'
import { helper, telling } from './helpers.ts'
import { runnerWith } from './runners.ts'

let count = 0

describe('hovers and completions of plugins', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ telling })
  }, 60_000)

  /** `‸` is the place; what is said there of a text that was checked as it was before, where that is told. */
  const at = async (marked: string, format: Format, before?: string) => {
    const offset = marked.indexOf('‸')
    const text = marked.replace('‸', '')
    const documentId = `help-${++count}`
    await runner.check({ documentId, revision: 1, format, text: before ?? text })
    return { documentId, format, text, offset }
  }
  const explained = async (marked: string, format: Format = 'json-schema-yaml', before?: string) =>
    (await runner.explain(await at(marked, format, before))).map(({ en }) => en)
  const proposed = async (
    marked: string,
    format: Format = 'json-schema-yaml',
    before?: string,
    isAskedFor = true,
  ) => {
    const asked = await at(marked, format, before)
    return (await runner.propose({ ...asked, isAskedFor })).map(
      ({ text, range }) => asked.text.slice(0, range.start) + text + asked.text.slice(range.end),
    )
  }

  it('[V45] explain what is pointed at: a name, a value, or either, in every language', async () => {
    const schema = (line: string) => `$defs:\n  A:\n    title: Một\n    properties:\n      ${line}`
    expect(await explained(schema('a‸b: { format: date }'))).toEqual(['name ab'])
    expect(await explained(schema('ab: { format: da‸te }'))).toEqual(['format of ab'])
    expect(await explained(schema("ab: { $r‸ef: '#/$defs/A' }"))).toEqual(['Một'])
    expect(await explained(schema('ab: { type: str‸ing }'))).toEqual([])
    expect(await explained('{ "properties": { "a‸b": {} } }', 'json-schema-json')).toEqual(['name ab'])
    expect(await explained('create table t (i‸d int);', 'sql')).toEqual(['column id'])
    expect(await explained('# A\n\n- REQ-A-001: Hệ thống ph‸ải chạy.\n', 'markdown')).toEqual([
      'requirement REQ-A-001',
    ])
  })

  it('[V46] propose for a value and for a name, also while the text cannot be read', async () => {
    const definition = (line: string) => `$defs:\n  A:\n    properties:\n      ab:\n        ${line}\n`
    expect(await proposed(definition('format: ‸'))).toEqual(
      ['date', 'date-time', 'time'].map(format => definition(`format: ${format}`)),
    )
    expect(
      await proposed(definition('type: string\n        x‸'), 'json-schema-yaml', definition('type: string')),
    ).toEqual([definition('type: string\n        x-phan-loai: ')])
    expect(
      await proposed(
        '{ "properties": { "ab": { "format": ‸ } } }',
        'json-schema-json',
        '{ "properties": { "ab": { } } }',
      ),
    ).toContain('{ "properties": { "ab": { "format": "date" } } }')
    expect(await proposed('create table t (id var‸);', 'sql')).toEqual(['create table t (id varchar(12));'])
    expect(await proposed('# A\n\nHệ thống ph‸\n', 'markdown')).toEqual(['# A\n\nHệ thống phải\n'])
    expect(await proposed('$defs:\n  A:\n    format: ‸\n')).toEqual([])
  })

  it('[V46] propose unasked only what begins as the word that is written, of names two letters', async () => {
    const line = (words: string) => `properties:\n  ab:\n    ${words}`
    const unasked = (words: string) => proposed(line(words), 'json-schema-yaml', line('{}'), false)
    expect(await unasked('format: date-‸')).toEqual([line('format: date-time')])
    expect(await unasked('format: ‸')).toEqual([])
    expect(await unasked('x‸')).toEqual([])
    expect(await unasked('x-‸')).toEqual([line('x-phan-loai: ')])
    expect(await proposed(line('‸'))).toEqual([line('x-phan-loai: ')])
    expect(await proposed(line('"x-‸"'))).toEqual([line('"x-phan-loai": ')])
  })

  it('[V45] speak of the text at hand, of which no check need know yet', async () => {
    const before = 'properties:\n  a: {}\n'
    const text = 'properties:\n  a: {}\n  b‸c: {}\n'
    expect(await explained(text, 'json-schema-yaml', before)).toEqual(['name bc'])
    // Neither does the next check forget what was found before.
    const rules = await runnerWith({ telling, rule: ruleOfProperties })
    const check = async (revision: number, now: string) =>
      (await rules.check({ documentId: 'd', revision, format: 'json-schema-yaml', text: now })).units
        .flatMap(({ findings }) => findings)
        .map(({ message }) => message.en)
    expect(await check(1, before)).toEqual(['a'])
    await rules.explain({
      documentId: 'd',
      format: 'json-schema-yaml',
      text: text.replace('‸', ''),
      offset: 25,
    })
    expect(await check(2, text.replace('‸', ''))).toEqual(['a', 'bc'])
  })

  it('[V45] carry no words away: images, links and HTML are shown as they are written', async () => {
    const said = [
      '![a](https://a/?b)',
      '[a](https://a/?b)',
      '[a]: https://a/?b',
      '<img src="https://a/?b">',
      'https://a/?b www.a.vn a@b.vn',
      String.raw`\\![a](https://a) \\<img> [a]\\(b)`,
    ]
    const linking = await runnerWith({
      linking: helper({
        links: `{ 'schema.property': node => { for (const said of ${JSON.stringify(said)}) ctx.explain({ node, text: both(said) }) } }`,
      }),
    })
    const place = {
      documentId: 'd',
      format: 'json-schema-yaml',
      text: 'properties: { a: {} }',
      offset: 15,
    } as const
    await linking.check({ ...place, revision: 1 })
    const texts = (await linking.explain(place)).map(({ en }) => en)
    expect(texts.length).toBe(said.length)
    for (const text of texts) expect(text).not.toMatch(/!\[|\][(:[]|<[^\u200b]|:\/\/|www\.|[^\u200b]@/)
  })

  it('[V45, V47] stay within bounds whatever a document says, which is no failure', async () => {
    const place = { documentId: 'd', format: 'json-schema-json', offset: 20, isAskedFor: true } as const
    const long = 'x'.repeat(9_000)
    const fields = Array.from({ length: 400 }, (_, at) => `"f${at}": { "type": "string" }`)
    const echoing = await runnerWith({
      echoing: helper(
        {
          e: `{ schema: node => { for (let n = 0; n < (node.role === 'root' ? 12 : 1); n++) ctx.explain({ node, text: both('x'.repeat(5000)) }) } }`,
        },
        {
          p: `{ schema: node => ctx.propose({ node, below: ['type'], proposals: Object.keys(node.value.properties ?? {}).map(value => ({ value, about: both(value) })) }) }`,
        },
      ),
    })
    const text = `{ "type": "", "properties": { "${long}": { "properties": { ${fields.join()} } }, "ab": {}, "c\\nd": {} } }`
    await echoing.check({ ...place, revision: 1, text })
    const said = await echoing.explain({ ...place, text })
    expect(said.length).toBe(10)
    expect(Math.max(...said.map(({ en }) => en.length))).toBeLessThanOrEqual(4_000)
    const fitting = await echoing.propose({ ...place, text, offset: text.indexOf('""') + 1 })
    expect(fitting.map(({ label }) => label)).toEqual(['ab'])
    expect((await echoing.health()).echoing?.faults).toBe(0)
  })

  it('[V45] answer about their own document, and again when others have taken its place in the sandbox', async () => {
    const text = 'properties:\n  a: { $ref: "#/$defs/B" }\n$defs:\n  B: { title: Hai }\n'
    const place = {
      documentId: 'first',
      format: 'json-schema-yaml',
      text,
      offset: text.indexOf('a:'),
    } as const
    const straying = await runnerWith({
      straying: helper({
        s: `{ 'schema.ref': node => { ctx.explain({ node: { ...ctx.resolve(node.ref), path: node.path }, text: both('elsewhere') }); ctx.explain({ node, text: both('here') }) } }`,
      }),
    })
    await straying.check({ ...place, revision: 1 })
    for (let n = 0; n < 20; n++)
      await straying.check({
        documentId: `other-${n}`,
        format: 'json-schema-yaml',
        text: 'type: object',
        revision: 1,
      })
    expect((await straying.explain(place)).map(({ en }) => en)).toEqual(['here'])
  })

  it('[V45] say nothing in a document that is not checked, and are asked once its inputs are there', async () => {
    const place = { format: 'json-schema-yaml', text: 'properties: { a: {} }', offset: 15 } as const
    expect(await runner.explain({ ...place, documentId: 'unknown' })).toEqual([])
    const named = await runnerWith({
      named: helper(
        {
          d: `{ 'schema.property': node => ctx.explain({ node, text: ctx.directives.byCode('A-1').title }) }`,
        },
        {},
        `inputs: ['directives']`,
      ),
    })
    const check = (inputs = {}) =>
      named.check({ ...place, documentId: 'd', revision: 1, inputs: dataOf(inputs) })
    await check()
    expect(await named.explain({ ...place, documentId: 'd' })).toEqual([])
    await check({
      directives: { day: '2026-01-01', directives: [{ code: 'A-1', title: { vi: 'Một', en: 'One' } }] },
    })
    expect(await named.explain({ ...place, documentId: 'd' })).toEqual([{ vi: 'Một', en: 'One' }])
  })
})

const ruleOfProperties = `export default { rules: { names: {
  meta: {
    title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'info', languages: ['json-schema'],
    messages: { found: { vi: '{key}', en: '{key}' } },
  },
  scope: 'unit',
  create: ctx => ({ 'schema.property': node => ctx.report({ node, messageId: 'found', data: { key: node.key } }) }),
} } }`
