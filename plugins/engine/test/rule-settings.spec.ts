import { optionsProblem } from '../src/engine/rule-options.ts'
import type { RuleSettings } from '../src/engine/rule-settings.ts'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce, testRules } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const told = bundle({
  first: { create: `{ schema: node => say(node, 'first ' + JSON.stringify(ctx.options)) }` },
  second: { scope: 'document', create: `{ document: ({ root }) => say(root, 'second') }` },
})
const text = 'title: a\n$defs:\n  B: { title: b }\n'

const nested = (depth: number): object => Array.from({ length: depth }).reduce<object>(not => ({ not }), {})

describe('[V21] the settings of a document', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ told, other: told })
  })

  const found = async (rules: RuleSettings) =>
    (await checkOnce(runner, 'json-schema-yaml', text, { rules }))
      .filter(({ ruleId }) => ruleId.startsWith('told/'))
      .map(({ severity, message }) => `${severity} ${message.en}`)
      .sort()

  it('say how grave a rule is, what it is told, and whether it runs', async () => {
    const first = ['warning Found first {}', 'warning Found first {}']
    expect(await found({})).toEqual([...first, 'warning Found second'])
    expect(await found({ 'told/second': { severity: 'off' }, 'other/first': { severity: 'off' } })).toEqual(
      first,
    )
    expect(
      await found({
        'told/first': { severity: 'error', options: { max: 3 } },
        'told/second': { severity: 'off' },
      }),
    ).toEqual(['error Found first {"max":3}', 'error Found first {"max":3}'])
    expect(await found({ 'told/first': { severity: 'off' }, 'told/second': { severity: 'off' } })).toEqual([])
  })

  it('apply to an open document from the next check, in every unit', async () => {
    const check = (revision: number, rules: RuleSettings) =>
      runner.check({ documentId: 'open', revision, format: 'json-schema-yaml', text, rules })
    await check(1, {})
    const only: RuleSettings = {
      'told/second': { severity: 'off' },
      'other/first': { severity: 'off' },
      'other/second': { severity: 'off' },
    }
    const hint = { ...only, 'told/first': { severity: 'hint' as const } }
    const { units } = await check(2, hint)
    expect(units.flatMap(({ findings }) => findings.map(({ severity }) => severity))).toEqual([
      'hint',
      'hint',
    ])
    expect((await check(3, hint)).units).toEqual([])
    const { units: gone } = await check(4, { ...only, 'told/first': { severity: 'off' } })
    expect(gone.map(({ findings }) => findings)).toEqual([[], []])
  })

  it.each([
    ['a pattern', { properties: { name: { type: 'string', pattern: '^(a+)+$' } } }, false],
    ['patterns of names', { patternProperties: { '^(a+)+$': {} } }, false],
    ['a pattern in a list', { properties: { name: { pattern: ['^(a+)+$'] } } }, false],
    ['a form, of which one takes long', { properties: { at: { format: 'url' } } }, false],
    ['a list whose items are each held against each', { properties: { all: { uniqueItems: true } } }, false],
    ['a reference to itself', { $ref: '#' }, false],
    ['references that double', { $recursiveRef: '#' }, false],
    ['what is nested deeper than documents are', nested(250), false],
    ['an option that is called pattern', { properties: { pattern: { type: 'string' } } }, true],
  ])('[V49] are held against no schema whose check may never end: %s', async (_, optionsSchema, isTaken) => {
    const code = bundle({ r: { create: '{}' } }).replace(
      'const meta = {',
      `const meta = { optionsSchema: ${JSON.stringify(optionsSchema)},`,
    )
    const loaded = runner.load({ id: 'schemed', code }).then(
      () => true,
      (error: Error) => !error.message.includes('optionsSchema'),
    )
    expect(await loaded).toBe(isTaken)
  })

  it('[V49] do not fit when they are longer, or nested deeper, than anybody writes them', () => {
    const rule = { optionsSchema: {} }
    expect(optionsProblem(rule, { all: Array(9_000).fill(1) })).toBeNull()
    expect(optionsProblem(rule, { all: Array(90_000).fill(1) })).toEqual({ path: '#', keyword: 'maxLength' })
    expect(optionsProblem(rule, { all: nested(100_000) })).toEqual({ path: '#', keyword: 'maxLength' })
  })

  it('reach a rule in its cases', async () => {
    const item = { text: 'type: object\n', options: { max: 3 } }
    const marked = { messageId: 'found', marked: 'type: object' }
    const rule = bundle({ r: { create: `{ schema: node => { if (ctx.options.max === 3) say(node, '') } }` } })
    expect(
      await testRules(rule, { r: { valid: ['type: object\n'], invalid: [{ ...item, findings: [marked] }] } }),
    ).toEqual([])
  })
})
