import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import { type RuleSummary, type Runner, startRunner } from '@lienthong/plugin-engine'
import { checkOnce } from '@lienthong/plugin-engine/testing'
import { readCases } from '../src/plugin/cases.ts'
import { bundlePlugin } from '../src/plugin/pack.ts'
import { runCases } from '../src/plugin/test.ts'

// Jest's 5 s are for units; here runners start and rule sets are bundled, and the machine may be loaded.
jest.setTimeout(60_000)

const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

describe.each(['schema-core', 'vietnam-identifiers'])('%s', name => {
  const folder = folderOf(name)
  let runner: Runner
  let rules: readonly RuleSummary[]

  beforeAll(async () => {
    runner = await startRunner()
    rules = await runner.load({ id: name, code: (await bundlePlugin(folder)).code })
  })
  afterAll(() => runner.stop())

  it('[R1] holds in every case, in the sandbox', async () => {
    const tested = await runCases(folder)
    expect(tested.flatMap(({ failures }) => failures)).toEqual([])
    expect(tested.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it('[R1] has cases on both sides for every rule', async () => {
    for (const { rule, cases } of await readCases(folder))
      expect([rule, cases.valid.length > 0, cases.invalid.length > 0]).toEqual([rule, true, true])
  })

  it('[R2] has a page in both languages for every rule', () => {
    for (const { id, docs } of rules) {
      expect([id, docs.vi.match(/^## .*/gm)]).toEqual([id, ['## Vì sao', '## Sai', '## Đúng', '## Nguồn']])
      expect([id, docs.en.match(/^## .*/gm)]).toEqual([id, ['## Why', '## Wrong', '## Right', '## Source']])
    }
  })

  it('[R2] lists every rule in its README', async () => {
    const readme = await readFile(`${folder}/README.md`, 'utf8')
    const listed = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id)
    expect(listed).toEqual(rules.map(({ id }) => id))
  })

  it('[R2] reports no errors where the source is not confirmed', () => {
    const unconfirmed = rules.filter(({ docs }) => docs.en.includes('only warns for that reason'))
    expect(unconfirmed.filter(({ defaultSeverity }) => defaultSeverity === 'error')).toEqual([])
  })
})

describe('quick fixes and patterns', () => {
  let runner: Runner

  beforeAll(async () => {
    // What a document may cost is bounded by the work that it makes; how long that takes is up to the machine.
    runner = await startRunner({ limits: { softFactor: 60, hardFactor: 80 } })
    for (const id of ['schema-core', 'vietnam-identifiers'])
      await runner.load({ id, code: (await bundlePlugin(folderOf(id))).code })
  })
  afterAll(() => runner.stop())

  /** Applies the first fix that is offered until none is left. */
  const mended = async (text: string, format: 'json-schema-yaml' | 'sql') => {
    for (let round = 0; round < 20; round++) {
      const fix = (await checkOnce(runner, format, text)).find(({ fixes }) => fixes.length > 0)?.fixes[0]
      if (!fix) return text
      for (const edit of [...fix.edits].sort((a, b) => b.start - a.start))
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    }
    throw new Error(`still fixable after 20 rounds:\n${text}`)
  }

  it('[R3] mends a schema until nothing is found', async () => {
    const text = await mended(
      'type: object\nrequired: [cccd, hoten]\nproperties:\n  cccd: { type: integer }\n  hoTen: { type: string, maxLenght: 100 }\n  ngayCap: { type: string }\n',
      'json-schema-yaml',
    )
    expect(await checkOnce(runner, 'json-schema-yaml', text)).toEqual([])
    expect(text).toContain('^[0-9]{12}$')
  })

  it('[R3] mends a table until nothing is found', async () => {
    const text = await mended(
      'create table cong_dan (so_cccd bigint primary key, ma_tinh varchar(10), ngay_cap text);',
      'sql',
    )
    expect(await checkOnce(runner, 'sql', text)).toEqual([])
    expect(text).toBe('create table cong_dan (so_cccd char(12) primary key, ma_tinh char(2), ngay_cap date);')
  })

  it.each([String.raw`^\d{12}$`, '^[0-9]{12}$', '^[0-9]{3}[0-9]{9}$', '^(?:0[0-9]{11})$'])(
    '[R5] takes %s',
    async pattern => {
      const text = `properties:\n  cccd: { type: string, pattern: '${pattern}' }\n`
      const found = await checkOnce(runner, 'json-schema-yaml', text)
      expect(found.filter(({ ruleId }) => ruleId.endsWith('/personal-id'))).toEqual([])
    },
  )

  it.each([String.raw`\d{12}`, '^[0-9]{9,12}$', '^.*$'])('[R5] refuses %s', async pattern => {
    const text = `properties:\n  cccd: { type: string, pattern: '${pattern}' }\n`
    const found = await checkOnce(runner, 'json-schema-yaml', text)
    expect(found.map(({ messageId }) => messageId)).toContain('patternAccepts')
  })

  const properties = (count: number, property: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `  ${property(i)}\n`).join('')
  const costly = (i: number) => `'^(.?){9}(.?){9}(.*a){3}x${i}$'`
  const hostile = {
    'a loop in a loop': `type: string\npattern: '^(a+)+$'\nexamples: [${'a'.repeat(60)}!]\n`,
    'loops on the values of an identifier': `properties:\n  cccd: { type: string, pattern: '^((((\\d+)+)+)+)+x$' }\n`,
    'loops on a date': `properties:\n  ngayCap: { type: string, pattern: '^(((((.+)+)+)+)+)+x$' }\n`,
    'many costly patterns in one unit': `properties:\n${properties(600, i => `a${i}: { type: string, pattern: ${costly(i)}, examples: [${'a'.repeat(40)}] }`)}`,
    'many costly patterns in many units': `$defs:\n${properties(600, i => `D${i}: { type: string, pattern: ${costly(i)}, examples: [${'a'.repeat(40)}] }`)}`,
    'many costly identifiers in many units': `$defs:\n${properties(400, i => `D${i}: { properties: { cccd: { type: string, pattern: ${costly(i)} } } }`)}`,
    'a long value under many patterns': `x: &v [${'a'.repeat(20_000)}]\nproperties:\n${properties(90, i => `a${i}: { type: string, pattern: ${costly(i)}, examples: *v }`)}`,
  }
  it.each(Object.entries(hostile))('[R4] fails on no document: %s', async (_name, text) => {
    const found = await checkOnce(runner, 'json-schema-yaml', text)
    expect(found.filter(({ severity }) => severity === 'fault')).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })
})
