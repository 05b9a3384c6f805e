import type { Format } from '@lienthong/plugin-sdk'
import { unhurried } from '../src/sandbox/limits.ts'
import { answering, attacked, faultsOf } from './hostile.ts'
import { bundle } from './rules.ts'

const texts: Readonly<Record<Format, string>> = {
  'json-schema-yaml':
    'title: Mẫu\n$defs:\n  A:\n    type: string # chú thích\n  B: { type: integer, enum: [1, 2] }\ntype: object\nproperties:\n  a: { type: string }\n',
  'json-schema-json': JSON.stringify(
    { title: 'Mẫu', $defs: { A: { type: 'string' }, B: { enum: [1, 2] } }, properties: { a: {} } },
    null,
    1,
  ),
  sql: "create table một (a int, b text);\ncomment on table một is 'chú thích';\ncreate table hai (c int primary key);\n",
  markdown: '# Một\n\n- **YC-1** Hệ thống phải lưu [nhật ký](a.md).\n\n## Hai\n\n`mã` và chữ\n',
}
const formats = Object.keys(texts) as Format[]

/** Places that are none, or somebody else's. */
const places = [
  `[]`,
  `['không', 'có']`,
  `[-1]`,
  `['enum', 99]`,
  `[1e308, -1e308, 0.5]`,
  `['__proto__', 'constructor', 'prototype']`,
  `['length']`,
  `['~']`,
  `['~', 'syntax', -1]`,
  `['~', 'duplicate', 1e9]`,
  `['$defs', 'B']`,
  `['$defs']`,
  `['columns', -1]`,
  `['requirements', 7, 'x']`,
  `Array(200).fill('properties')`,
  `['a'.repeat(9000)]`,
]
const kinds = [
  `{ kind: 'rename', to: 'tên\\nmới: "' }`,
  `{ kind: 'rename', to: '' }`,
  `{ kind: 'setValue', value: { a: [null, 'x: #'] } }`,
  `{ kind: 'insertKey', key: '__proto__', value: '\\n' }`,
  `{ kind: 'remove' }`,
  `{ kind: 'replaceText', text: '\\0\\n"' }`,
]

/** Answers that name what no document has; each is to be refused whole. */
const refused: Readonly<Record<string, string>> = {
  'a path that is no list': `{ path: '/etc/passwd' }`,
  'a path with NaN in it': `{ path: [NaN] }`,
  'a path with objects in it': `{ path: [{}] }`,
  'a path of too many steps': `{ path: Array(201).fill('a') }`,
  'words at a place before the first': `{ words: 'a', nth: -1 }`,
  'words at a place that is no number': `{ words: 'a', nth: NaN }`,
  'words at a place beyond all numbers': `{ words: 'a', nth: 1e308 }`,
  'words at half a place': `{ words: 'a', nth: 0.5 }`,
  'too many words': `{ words: 'a'.repeat(301) }`,
  'a mark that there is not': `{ at: 'everything' }`,
  'a fix of a kind that there is not': `{ fixes: [{ kind: 'edit', start: -5, end: 1e9, text: '', title }] }`,
  'a fix that is a range': `{ fixes: [{ start: 0, end: 1e9, text: 'x', title }] }`,
  'a fix without a title': `{ fixes: [{ kind: 'remove' }] }`,
  'a fix with half a title': `{ fixes: [{ kind: 'remove', title: { vi: 'a' } }] }`,
  'a fix that writes no text': `{ fixes: [{ kind: 'replaceText', text: 5, title }] }`,
  'a fix that sets nothing': `{ fixes: [{ kind: 'setValue', title }] }`,
  'a fix that is longer than one may be': `{ fixes: [{ kind: 'setValue', value: 'x'.repeat(20001), title }] }`,
}

describe('fixes outside of the document', () => {
  it.each(formats)(
    '[V16, V20] become edits of its own text that do not overlap, or nothing: %s',
    async format => {
      const fixes = `[${kinds.map(kind => `{ ...${kind}, title: text('a', 'a'), start: -1, end: 1e9, unit: '/$defs/B' }`).join()}]`
      const meddling = bundle({
        rule: {
          create: `(() => {
            const at = node => { for (const path of [${places.join()}]) for (const fix of ${fixes}) for (const words of ['', 'a', 'không có']) for (const nth of [0, 3])
              ctx.report({ node: { ...node, path: [] }, below: path, words, nth, at: 'value', messageId: 'found', data: { what: '' }, fixes: [fix] }) }
            return { schema: node => node.role === 'root' && at(node), 'schema.definition': at, 'sql.statement': at, 'md.section': at }
          })()`,
        },
      })
      const text = texts[format]
      const found = await attacked(meddling, text, format)
      expect(faultsOf(found).filter(fault => !fault.includes('found too much'))).toEqual([])
      expect(found.length).toBeGreaterThan(100)
      for (const { start, end, fixes } of found) {
        expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true])
        for (const { edits } of fixes) {
          const inOrder = [...edits].sort((one, other) => one.start - other.start)
          expect(inOrder.every((edit, at) => edit.start >= (inOrder[at - 1]?.end ?? 0))).toBe(true)
          for (const edit of edits) expect(text.slice(edit.start, edit.end)).toBe(edit.expected)
        }
      }
    },
  )

  it.each(Object.entries(refused))('[V16] are refused: %s', async (_what, more) => {
    const found = await attacked(answering(`answer(report(${more}))`))
    expect(faultsOf(found)).toEqual([expect.stringMatching(/answer-invalid/)])
  })

  it('[V16] are not looked at in another unit, another document, or one that there is not', async () => {
    const units = ['/$defs/B', '/$defs/Không', 'syntax', '', '#~2', '../b.yaml#', '__proto__']
    const reports = units.map(unit => `report({ unit: '${unit}', fixes: [{ kind: 'remove', title }] })`)
    const told = `plain({ units: { '#': [${reports}], ${units.map(unit => `['${unit}']: [report({})]`)} }, document: null, hasMore: false })`
    const found = await attacked(answering(told), texts['json-schema-yaml'])
    expect(found.map(({ marked, fixes }) => [marked, fixes])).toEqual([])
  })

  it('[V20] are not of the parent of a place whose path is too long to be told', async () => {
    const renaming = bundle({
      rule: {
        create: `{ 'schema.property': node => { if (node.key === 'a') say(node, 'x', 'key', [{ kind: 'rename', to: 'b', title: text('a', 'a') }]) } }`,
      },
    })
    const textOf = (key: string) => `properties: { ${key}: { properties: { a: {} } } }\n`
    const [short] = await attacked(renaming, textOf('k'))
    const [long] = await attacked(renaming, textOf('k'.repeat(1_000).concat('?'.repeat(9_500))))
    expect([short?.fixes.length, long?.fixes.length]).toEqual([1, 0])
  })

  it('[V16, V20] name the words that they replace, so that whoever applies them sees that these are others by now', async () => {
    const removing = bundle({
      rule: {
        create: `{ 'schema.definition': node => say(node, 'x', 'whole', [{ kind: 'remove', title: text('a', 'a') }]) }`,
      },
    })
    const found = await attacked(removing, texts['json-schema-yaml'])
    const edits = found.flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits))
    expect(edits.map(({ expected }) => expected)).toEqual([
      '  A:\n    type: string # chú thích\n',
      '  B: { type: integer, enum: [1, 2] }\n',
    ])
  })
})

describe('answers that cost more than they are long', () => {
  const rules = (create: string, messages = `{ found: text('x', 'x') }`) =>
    `const text = (vi, en) => ({ vi, en })
    const meta = { title: text('a', 'a'), docs: text('a', 'a'), defaultSeverity: 'warning', languages: ['json-schema'], messages: ${messages} }
    export default { rules: { ${Array.from({ length: 40 }, (_, n) => `r${n}: { meta, scope: 'unit', create: ctx => ({ schema(node) { ${create} } }) }`)} } }`
  const often = 'for (let i = 0; i < 500; i++)'
  const long = `title: ${'a'.repeat(900_000)}\n`

  it.each([
    [
      'messages that fill a value in again and again',
      rules(
        `${often} ctx.report({ node, messageId: 'found', data: { a: 'x'.repeat(60) } })`,
        `{ found: text('{a}'.repeat(333), '{a}'.repeat(333)) }`,
      ),
      'type: object\n',
    ],
    [
      'fixes that quote a long text again and again',
      rules(
        `${often} ctx.report({ node, below: ['title'], messageId: 'found', fixes: Array(5).fill({ kind: 'setValue', value: 1, title: text('a', 'a') }) })`,
      ),
      long,
    ],
    [
      'words that stand there less often than is said',
      rules(`${often} ctx.report({ node, words: 'a', nth: 1e15 - i, messageId: 'found' })`),
      long,
    ],
    [
      'a long text that is marked again and again',
      rules(`${often} ctx.report({ node, messageId: 'found' })`),
      long,
    ],
  ])('[V49] are a failure soon: %s', async (_what, hostile, text) => {
    // What is asked is what the host does with the answer, not how long a busy machine takes to make it.
    const found = await attacked(hostile, text, 'json-schema-yaml', unhurried)
    expect(faultsOf(found)).toEqual([expect.stringMatching(/answer-too-large/)])
  })

  it.each([250, 9000, 500_000])('[V49] are a failure where a value is nested %s levels deep', async depth => {
    const deep = `answer(report({ fixes: [{ kind: 'setValue', value: 'deep', title }] })).replace('"deep"', '['.repeat(${depth}) + ']'.repeat(${depth}))`
    expect(faultsOf(await attacked(answering(deep)))).toEqual([expect.stringMatching(/answer's fix/)])
  })

  it('[V49] are none where honest rules find much in a long text', async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, n) => `Hệ thống phải lưu nhật ký cũ số ${n} trong một năm.\n`,
    )
    const text = `# Một\n\n${lines.join('\n')}`
    const finding = bundle({
      words: {
        create: `{ 'md.section': node => { for (let nth = 0; nth < 500; nth++) ctx.report({ node, words: 'cũ', nth, messageId: 'found', data: { what: '' } }) } }`,
      },
    })
    const found = await attacked(finding, text, 'markdown')
    expect(found.filter(({ marked }) => marked === 'cũ')).toHaveLength(500)
    expect(faultsOf(found)).toEqual([expect.stringMatching(/500 are shown/)])
  })
})
