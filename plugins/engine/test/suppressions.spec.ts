import type { Format } from '@lienthong/plugin-sdk'
import type { RuleSettings } from '../src/engine/rule-settings.ts'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const keys = bundle({
  key: {
    create: `{
      'schema.property': node => say(node, String(node.key), 'key'),
      'sql.column': node => say(node, node.value.name, 'key'),
      'md.requirement': node => say(node, node.value.id, 'key'),
    }`,
  },
  other: { create: `{ 'schema.property': node => say(node, 'other ' + node.key, 'key') }` },
})
const failing = bundle({ fail: { create: `{ 'schema.property'() { throw new Error('no') } }` } })

describe('suppressions', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ keys })
  })

  /** Findings as `rule marked`, but those of the rule `other`. */
  const found = async (
    format: Format,
    text: string,
    rules: RuleSettings = { 'keys/other': { severity: 'off' } },
  ) => (await checkOnce(runner, format, text, { rules })).map(({ ruleId, marked }) => `${ruleId} ${marked}`)

  const next = 'lienthong-disable-next-line'

  it.each<[string, Format, string, string[]]>([
    [
      'YAML',
      'json-schema-yaml',
      `properties:
  a: {}
  # ${next} keys/key -- vì 👩‍👧 thế
  b: {}
  c: {} # ${next} keys/key -- after a value

  d:
    description: |
      # ${next} keys/key -- words of a text
  e: { description: "# ${next} keys/key -- too" }
$defs:
  A:
    type: object
    # ${next} keys/key -- the last line of a definition
  B:
    properties:
      # ${next} keys/key -- in a definition
      f: {}
      g: {}
`,
      ['keys/key a', 'keys/key c', 'keys/key e', 'lienthong/suppression-unused keys/key', 'keys/key g'],
    ],
    [
      'SQL',
      'sql',
      `-- ${next} keys/key -- one line
create table t (a bigint, b bigint);
create table u (
  c text default '-- ${next} keys/key -- in a string',
  /* ${next}
     keys/key -- a block */
  d text,
  e text
);`,
      ['keys/key c', 'keys/key e'],
    ],
    [
      'Markdown',
      'markdown',
      `# T

<!-- ${next} keys/key -- một dòng trống ở giữa -->

YC-001 Một.

\`\`\`
<!-- ${next} keys/key -- mã -->
\`\`\`

YC-002 Hai.

- YC-003 Ba.
  <!-- ${next} keys/key -- trong danh sách -->
- YC-004 Bốn.
`,
      ['keys/key YC-002', 'keys/key YC-003'],
    ],
    [
      'JSON',
      'json-schema-json',
      `{ "properties": { "a": { "title": "# ${next} keys/key -- x" } } }`,
      ['keys/key "a"'],
    ],
  ])('[V22] hides findings of the next line in %s', async (_, format, text, expected) => {
    expect(await found(format, text)).toEqual(expected)
  })

  it('[V22] takes several rules, and several comments above one line', async () => {
    const text = (...comments: string[]) =>
      `properties:\n${comments.map(c => `  # ${next} ${c}\n`).join('\n')}  a: {}\n`
    expect(await found('json-schema-yaml', text('keys/key, keys/other -- both'), {})).toEqual([])
    expect(await found('json-schema-yaml', text('keys/other -- one', 'keys/key -- two'), {})).toEqual([])
    expect(await found('json-schema-yaml', text('keys/other -- one'), {})).toEqual(['keys/key a'])
  })

  it('[V23] demands a reason before anything is hidden', async () => {
    for (const end of ['', ' --', ' --  ', ' - why'])
      expect(
        (await found('json-schema-yaml', `properties:\n  # ${next} keys/key${end}\n  a: {}\n`)).at(0),
      ).toMatch(end === ' - why' ? /^lienthong\/suppression-/ : /^lienthong\/suppression-reason /)
    expect(await found('json-schema-yaml', `properties:\n  # ${next} keys/key\n  a: {}\n`)).toEqual([
      `lienthong/suppression-reason # ${next} keys/key`,
      'keys/key a',
    ])
  })

  it('[V24] tells what is not used, and how to remove it', async () => {
    const text = `title: x\n# ${next} keys/key -- gone\ntype: object # ${next} keys/key -- last\n`
    const [first, second, ...rest] = await checkOnce(runner, 'json-schema-yaml', text)
    expect(rest).toEqual([])
    expect([first?.marked, first?.message.vi]).toEqual(['keys/key', expect.stringContaining('thừa')])
    const [edit] = first?.fixes[0]?.edits ?? []
    expect(text.slice(edit?.start, edit?.end)).toBe(`# ${next} keys/key -- gone\n`)
    const [other] = second?.fixes[0]?.edits ?? []
    expect(text.slice(other?.start, other?.end)).toBe(`# ${next} keys/key -- last`)
  })

  it('[V24] does not judge a rule that did not run, nor a text that cannot be read', async () => {
    const text = `# ${next} keys/key -- why\ntype: object\n`
    expect(await found('json-schema-yaml', text, { 'keys/key': { severity: 'off' } })).toEqual([])
    expect(await found('json-schema-yaml', `${text}a: [\n`)).toEqual([])
    expect(
      await found('json-schema-yaml', text, { 'lienthong/suppression-unused': { severity: 'off' } }),
    ).toEqual([])
  })

  it('[V24] does not judge a rule that compares with a published version where there is none', async () => {
    const comparing = bundle({ differs: { create: '{}' } }).replace(
      'const meta = {',
      "const meta = { inputs: ['publishedVersion'],",
    )
    const versions = await runnerWith({ comparing })
    const text = `# ${next} comparing/differs -- why\ntype: object\n`
    expect(await checkOnce(versions, 'json-schema-yaml', text)).toEqual([])
    expect(
      await checkOnce(versions, 'json-schema-yaml', text, { published: { revision: '1.0.0', text } }),
    ).toMatchObject([{ ruleId: 'lienthong/suppression-unused' }])
  })

  it('[V25] tells of rules that do not exist, and of none named', async () => {
    const text = `properties:\n  # ${next} keys/kay -- why\n  a: {}\n  # ${next} -- why\n  b: {}\n`
    const [unknown, a, none, b] = await checkOnce(runner, 'json-schema-yaml', text, {
      rules: { 'keys/other': { severity: 'off' } },
    })
    expect([unknown?.ruleId, unknown?.marked]).toEqual(['lienthong/suppression-unknown-rule', 'keys/kay'])
    expect(unknown?.message).toEqual({
      vi: 'Không có quy tắc "keys/kay". Có phải "keys/key"?',
      en: 'There is no rule "keys/kay". Did you mean "keys/key"?',
    })
    expect([a?.marked, none?.ruleId, b?.marked]).toEqual(['a', 'lienthong/suppression-unknown-rule', 'b'])
  })

  it('[V25] never hides the failure of a plugin, and does not judge its rules then', async () => {
    const broken = await runnerWith({ failing })
    const text = `# ${next} failing/fault, failing/fail -- no\nproperties: { a: {} }\n`
    const all = await checkOnce(broken, 'json-schema-yaml', text)
    expect(all.map(({ ruleId, marked }) => `${ruleId} ${marked}`)).toEqual([
      'failing/fault ',
      'lienthong/suppression-unknown-rule failing/fault',
    ])
  })

  it('[V22, W6] knows which rules had their say: none that is off, failed, or saw a part only', async () => {
    const both = await runnerWith({ keys, failing })
    const ran = async (text: string) => {
      const check = { documentId: 'asked', format: 'json-schema-yaml', revision: ++revision, text } as const
      await both.check({ ...check, rules: { 'keys/other': { severity: 'off' } } })
      return both.ran('asked')
    }
    let revision = 0
    expect(await both.ran('asked')).toEqual([])
    expect(await ran('type: object\n')).toEqual(['keys/key', 'failing/fail'])
    expect(await ran('properties: { a: {} }\n')).toEqual(['keys/key'])
    expect(await ran('type: object\nproperties: [\n')).toEqual([])
  })

  it('[V22] stays fast on a text full of suppressions', async () => {
    const lines = Array.from(
      { length: 450 },
      (_, i) => `  # ${next} keys/key -- ${' '.repeat(20)}${i}\n\n  p${i}: {}`,
    )
    const text = `properties:\n${lines.join('\n')}\n${`# ${next} keys/key -- unused\n`.repeat(5000)}# ${next} ${'x'.repeat(200_000)}${' '.repeat(200_000)}x\n${'\n'.repeat(50_000)}`
    const started = performance.now()
    const all = await found('json-schema-yaml', text, { 'keys/other': { severity: 'off' } })
    expect(all.filter(one => one.startsWith('keys/key'))).toEqual([])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
