import type { Format } from '@lienthong/plugin-sdk'
import { parse as parseYaml } from 'yaml'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const title = `text('Sửa', 'Fix')`

/** Offers one fix at the property `tên`, or at `below` it. */
const fixing = (fix: string, below = '[]') =>
  bundle({
    fixing: {
      create: `{ 'schema.property'(node) { if (node.key === 'tên') ctx.report({ node, below: ${below}, messageId: 'found', data: { what: 'tên' }, fixes: [{ ...${fix}, title: ${title} }] }) } }`,
    },
  })

const yaml = `title: Mẫu
properties:
  mã: { type: string }
  tên:
    type: string # kiểu
    maxLength: 20
  ngày: { type: string, format: date }
`
const flow = `properties: { mã: { type: string }, tên: { type: string, maxLength: 20 }, ngày: { type: string } }\n`
const json = JSON.stringify(
  {
    properties: { mã: { type: 'string' }, tên: { type: 'string', maxLength: 20 }, ngày: { type: 'string' } },
  },
  null,
  2,
)

type Properties = Record<string, Record<string, unknown>>

/** A fix, the place below the property, and what it does to the properties, whatever their syntax and layout. */
const cases: Readonly<Record<string, [string, string, (properties: Properties) => Properties]>> = {
  rename: [`{ kind: 'rename', to: 'họ tên' }`, '[]', ({ tên = {}, ...rest }) => ({ ...rest, 'họ tên': tên })],
  'set a value': [
    `{ kind: 'setValue', value: 'số: 1' }`,
    `['type']`,
    ({ tên, ...rest }) => ({ ...rest, tên: { ...tên, type: 'số: 1' } }),
  ],
  'insert a text with brackets': [
    `{ kind: 'insertKey', key: 'pattern', value: '^[0-9]{2,3}$' }`,
    '[]',
    ({ tên, ...rest }) => ({ ...rest, tên: { ...tên, pattern: '^[0-9]{2,3}$' } }),
  ],
  'set a list': [
    `{ kind: 'setValue', value: ['a', { b: null }] }`,
    `['type']`,
    ({ tên, ...rest }) => ({ ...rest, tên: { ...tên, type: ['a', { b: null }] } }),
  ],
  'insert a key': [
    `{ kind: 'insertKey', key: 'mô tả', value: '# không phải chú thích' }`,
    '[]',
    ({ tên, ...rest }) => ({ ...rest, tên: { ...tên, 'mô tả': '# không phải chú thích' } }),
  ],
  'remove a member': [
    `{ kind: 'remove' }`,
    `['maxLength']`,
    ({ tên: { maxLength: _, ...tên } = {}, ...rest }) => ({ ...rest, tên }),
  ],
  'remove it all': [`{ kind: 'remove' }`, '[]', ({ tên: _, ...rest }) => rest],
}

describe('fixes', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({})
  })

  const fixed = async (format: Format, text: string): Promise<string> => {
    const found = (await checkOnce(runner, format, text)).filter(({ fixes }) => fixes.length > 0)
    const edits = found
      .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
      .sort((one, other) => other.start - one.start)
    for (const edit of edits) expect(text.slice(edit.start, edit.end)).toBe(edit.expected)
    return edits.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text)
  }

  it.each(Object.entries(cases))(
    '[V20] %s in YAML, flow YAML and JSON, and leave the rest as it was',
    async (_name, [fix, below, change]) => {
      await runner.load({ id: 'fixing', code: fixing(fix, below) })
      const texts = [
        ['json-schema-yaml', yaml],
        ['json-schema-yaml', flow],
        ['json-schema-json', json],
      ] as const
      for (const [format, text] of texts) {
        const before = parseYaml(text)
        const after = await fixed(format, text)
        const value = format === 'json-schema-json' ? JSON.parse(after) : parseYaml(after)
        expect({ after, value }).toEqual({
          after,
          value: { ...before, properties: change(before.properties) },
        })
      }
    },
  )

  it('[V20] keeps comments and layout around an edit in YAML', async () => {
    await runner.load({ id: 'fixing', code: fixing(`{ kind: 'setValue', value: 'integer' }`, `['type']`) })
    expect(await fixed('json-schema-yaml', yaml)).toBe(
      yaml.replace('type: string # kiểu', 'type: integer # kiểu'),
    )
  })

  it('[V20] removes a column with its comma, and renames one quoted where PostgreSQL needs it', async () => {
    const sql = (fix: string) =>
      bundle({
        sql: {
          create: `{ 'sql.column'(node) { if (node.value.name === 'tên') say(node, 'x', 'whole', [{ ...${fix}, title: ${title} }]) } }`,
        },
      })
    await runner.load({ id: 'fixing', code: sql(`{ kind: 'remove' }`) })
    expect(await fixed('sql', 'create table a (mã int, tên text);')).toBe('create table a (mã int);')
    expect(await fixed('sql', 'create table a (tên text, mã int);')).toBe('create table a (mã int);')
    await runner.load({ id: 'fixing', code: sql(`{ kind: 'rename', to: 'Họ tên' }`) })
    expect(await fixed('sql', 'create table a (tên text);')).toBe('create table a ("Họ tên" text);')
  })

  it('[V20] offers no fix that does not fit the place', async () => {
    await runner.load({ id: 'fixing', code: fixing(`{ kind: 'insertKey', key: 'a', value: 1 }`, `['type']`) })
    const found = await checkOnce(runner, 'json-schema-yaml', yaml)
    expect(found.map(({ fixes }) => fixes)).toEqual([[]])
  })
})

describe('words that are marked', () => {
  const marking = bundle({
    words: {
      create: `{
        'schema.property': node => ctx.report({ node, below: ['description'], at: 'value', words: 'cũ', nth: 1, messageId: 'found', data: { what: '' }, fixes: [{ kind: 'replaceText', text: 'mới', title: ${title} }, { kind: 'replaceText', text: '"', title: ${title} }] }),
        'sql.comment': node => ctx.report({ node, words: 'cũ', messageId: 'found', data: { what: '' }, fixes: [{ kind: 'replaceText', text: 'mới', title: ${title} }] }),
        'md.section': node => ctx.report({ node, words: 'cũ', nth: 1, messageId: 'found', data: { what: '' }, fixes: [{ kind: 'replaceText', text: '"mới"', title: ${title} }] }),
      }`,
    },
  })

  it.each([
    [
      'json-schema-yaml',
      'properties:\n  a: { description: cũ và cũ }\n',
      'properties:\n  a: { description: cũ và mới }\n',
    ],
    [
      'json-schema-json',
      '{"properties":{"a":{"description":"cũ, cũ"}}}',
      '{"properties":{"a":{"description":"cũ, mới"}}}',
    ],
    ['sql', "comment on table a is 'bản cũ';", "comment on table a is 'bản mới';"],
    ['markdown', '# A\n\ncũ hơn cũ\n', '# A\n\ncũ hơn "mới"\n'],
  ] as const)('[V17, V20] in %s are those words, and replaced alone', async (format, text, fixed) => {
    const [found] = await checkOnce(await runnerWith({ marking }), format, text)
    expect(found?.marked).toBe('cũ')
    const [edit] = found?.fixes[0]?.edits ?? []
    if (!edit) throw new Error('no fix')
    expect(text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(fixed)
    expect(found?.fixes).toHaveLength(1)
  })

  it('[V17] are the whole where the source spells them otherwise', async () => {
    const text = '{"properties":{"a":{"description":"c\\u0169 c\\u0169"}}}'
    const [found] = await checkOnce(await runnerWith({ marking }), 'json-schema-json', text)
    expect([found?.marked, found?.fixes]).toEqual(['"c\\u0169 c\\u0169"', []])
  })
})
