import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import {
  firstPartyIds,
  packageOf,
  type RuleSummary,
  type Runner,
  startRunner,
} from '@lienthong/plugin-engine'
import { checkOnce, dataOf } from '@lienthong/plugin-engine/testing'
import type { Format } from '@lienthong/plugin-sdk'
import { type RuleSetting, settingsOf } from '@lienthong/protocol'
import { readCases } from '../src/plugin/cases.ts'
import { bundlePlugin } from '../src/plugin/pack.ts'
import { runCases } from '../src/plugin/test.ts'

// Jest's 5 s are for units; here runners start and rule sets are bundled, and the machine may be loaded.
jest.setTimeout(240_000)

const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

it('[R9] ships every rule set: listed, compiled, and carried by the server and the command', async () => {
  const read = async (file: string) => JSON.parse(await readFile(folderOf(file), 'utf8'))
  const folders = readdirSync(folderOf('')).filter(name => existsSync(`${folderOf(name)}/plugin.json`))
  expect([...firstPartyIds].sort()).toEqual(folders.sort())
  expect((await read('../tsconfig.json')).references).toEqual(
    expect.arrayContaining(folders.map(name => ({ path: `plugins/${name}` }))),
  )
  for (const carrier of ['cli', '../server'])
    expect(Object.keys((await read(`${carrier}/package.json`)).dependencies)).toEqual(
      expect.arrayContaining(firstPartyIds.map(packageOf)),
    )
})

describe.each(firstPartyIds)('%s', name => {
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
    expect(tested.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules.map(({ id }) => id)))
  })

  it('[R1] has cases on both sides for every rule', async () => {
    const ofRules = (await readCases(folder)).filter(({ cases }) => !cases.help)
    expect(ofRules.length).toBeGreaterThanOrEqual(rules.length)
    for (const { rule, cases } of ofRules)
      expect([rule, cases.valid.length > 0, cases.invalid.length > 0]).toEqual([rule, true, true])
  })

  it('[R2] has a page in both languages for every rule', () => {
    for (const { id, docs } of rules) {
      expect([id, docs.vi.match(/^## .*/gm)]).toEqual([id, ['## Vì sao', '## Sai', '## Đúng', '## Nguồn']])
      expect([id, docs.en.match(/^## .*/gm)]).toEqual([id, ['## Why', '## Wrong', '## Right', '## Source']])
    }
  })

  it('[R2] lists every rule in its README, as it is declared', async () => {
    const readme = await readFile(`${folder}/README.md`, 'utf8')
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (?:[^|]* )?(\w+) \| ([^|]*) \| (yes)? *\|/gm)]
    expect(rows.map(row => row.slice(1))).toEqual(
      rules.map(({ id, defaultSeverity, languages, isFixable }) => [
        ...[id, defaultSeverity, languages.join(', ')],
        isFixable ? 'yes' : undefined,
      ]),
    )
  })

  it('[R2] reports no errors where the source is not confirmed', () => {
    const unconfirmed = rules.filter(({ docs }) => docs.en.includes('only warns for that reason'))
    expect(unconfirmed.filter(({ defaultSeverity }) => defaultSeverity === 'error')).toEqual([])
  })
})

describe('quick fixes and patterns', () => {
  let runner: Runner
  const settings: Record<string, RuleSetting> = {}
  const inputs = dataOf({
    directives: {
      day: '2026-11-27',
      directives: [{ code: 'NQ-71-CP', number: '71/NQ-CP', validFrom: '2027-01-01' }],
    },
    inventory: {
      day: '2026-11-27',
      databases: [
        { code: 'dan-cu', level: 'national' },
        { code: 'kho-tinh', level: 'local' },
      ],
    },
    schemas: {
      day: '2026-11-27',
      schemas: ['a/b', 'c/d'].map(address => ({
        address,
        entities: [{ name: 'e', fields: Array.from({ length: 900 }, (_, i) => ({ name: `f${i}` })) }],
      })),
    },
  })
  const check = (format: Format, text: string) =>
    checkOnce(runner, format, text, { rules: settings, inputs, database: 'kho-tinh' })

  beforeAll(async () => {
    // What a document may cost is bounded by the work that it makes; how long that takes is up to the machine.
    runner = await startRunner({ limits: { softFactor: 600, hardFactor: 800 } })
    for (const id of firstPartyIds) {
      const { manifest, code } = await bundlePlugin(folderOf(id))
      await runner.load({ id, code })
      Object.assign(settings, settingsOf(manifest, 'recommended'))
    }
  })
  afterAll(() => runner.stop())

  /** Applies the first fix that is offered until none is left. */
  const mended = async (text: string, format: 'json-schema-yaml' | 'sql') => {
    for (let round = 0; round < 20; round++) {
      const fix = (await check(format, text)).find(({ fixes }) => fixes.length > 0)?.fixes[0]
      if (!fix) return text
      for (const edit of [...fix.edits].sort((a, b) => b.start - a.start))
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    }
    throw new Error(`still fixable after 20 rounds:\n${text}`)
  }

  it('[R3] mends a schema until nothing is found', async () => {
    const text = await mended(
      'type: object\nrequired: [cccd, hoten]\nproperties:\n  cccd: { type: integer }\n  hoTen: { type: string, maxLenght: 100 }\n  ngayCap: { type: string }\n  ghiChu: { type: string, description: "" }\n  que_quan: { type: string }\n',
      'json-schema-yaml',
    )
    expect(await check('json-schema-yaml', text)).toEqual([])
    expect(text).toContain('^[0-9]{12}$')
    expect(text).toContain('queQuan: ')
  })

  const labelled = "comment on table cong_dan is 'Công dân. Dữ liệu cá nhân cơ bản.';"
  it('[R3] mends a table until nothing is found', async () => {
    const text = await mended(
      `create table cong_dan (so_cccd bigint primary key, ma_tinh varchar(10), ngay_cap text);\n${labelled}`,
      'sql',
    )
    expect(await check('sql', text)).toEqual([])
    expect(text).toBe(
      `create table cong_dan (so_cccd char(12) primary key, ma_tinh char(2), ngay_cap date);\n${labelled}`,
    )
  })

  it.each([String.raw`^\d{12}$`, '^[0-9]{12}$', '^[0-9]{3}[0-9]{9}$', '^(?:0[0-9]{11})$'])(
    '[R5] takes %s',
    async pattern => {
      const text = `properties:\n  cccd: { type: string, pattern: '${pattern}' }\n`
      const found = await check('json-schema-yaml', text)
      expect(found.filter(({ ruleId }) => ruleId.endsWith('/personal-id'))).toEqual([])
    },
  )

  it.each([String.raw`\d{12}`, '^[0-9]{9,12}$', '^.*$'])('[R5] refuses %s', async pattern => {
    const text = `properties:\n  cccd: { type: string, pattern: '${pattern}' }\n`
    const found = await check('json-schema-yaml', text)
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
    const found = await check('json-schema-yaml', text)
    expect(found.filter(({ severity }) => severity === 'fault')).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })

  const long = 'đ'.repeat(30_000)
  const nest = (levels: number, open: string, close: string) =>
    `${open.repeat(levels)}{"enum": [1, 1]}${close.repeat(levels)}`
  const deep = nest(95, '{"properties": {"a": ', '}}')
  const decomposed = 'Dữ liệu '.normalize('NFD').repeat(9_000)
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n\n')
  const outsized: Readonly<Record<string, [Format, string]>> = {
    'a long key': ['json-schema-yaml', `properties:\n  ? ${long}\n  : { maxLenght: 1, enum: [1, 1] }\n`],
    'a long key in JSON': ['json-schema-json', `{"properties":{"${long}":{"enum":[1,1]}}}`],
    'a long definition': [
      'json-schema-yaml',
      `$defs:\n  ${long.slice(0, 900)}: {}\n  A${long}: { enum: [1, 1] }\n`,
    ],
    'a long definition in JSON': ['json-schema-json', `{"$defs":{"A":{},"${long}":{"enum":[1,1]}}}`],
    'much below a long key': [
      'json-schema-json',
      `{"properties":{"${long}":{"properties":{${Array.from({ length: 400 }, (_, i) => `"a${i}":{"enum":[1,1],"maxLenght":1}`)}}}}}`,
    ],
    'names that are nearly the same': [
      'json-schema-json',
      `{"required":[${Array.from({ length: 9 }, (_, i) => `"${long}${i}"`)}],"properties":{${Array.from({ length: 9 }, (_, i) => `"${long}a${i}":{}`)}}}`,
    ],
    'a deep nest': ['json-schema-yaml', `a: &a ${deep}\nproperties: { b: *a }\n`],
    'a nest too deep to be read': ['json-schema-yaml', nest(150, '{"properties": {"a": ', '}}')],
    ...Object.fromEntries(
      ['{"not": ', '{"items": ', '{"if": ', '{"additionalProperties": '].map(open => [
        `a nest of ${open}`,
        ['json-schema-json', nest(198, open, '}')],
      ]),
    ),
    'a nest of combinations': ['json-schema-json', nest(98, '{"allOf": [{"type": "object"}, ', ']}')],
    'a nest of choices': ['json-schema-json', nest(98, '{"oneOf": [', ']}')],
    'a nest of definitions': ['json-schema-json', nest(98, '{"$defs": {"A": ', '}}')],
    'a nest of patterns': ['json-schema-json', nest(98, '{"patternProperties": {"a": ', '}}')],
    'a long text to compose': ['json-schema-yaml', `description: ${decomposed}\n`],
    'a long statement to compose': ['sql', `comment on table a is '${decomposed}';`],
    'a script of twenty thousand columns': [
      'sql',
      many(
        1_250,
        table => `create table t_${table} (${Array.from({ length: 16 }, (_, i) => `c${i}_${table} int`)});`,
      ),
    ],
    'a long name in DDL': ['sql', `create table "${long}" (a int, a int, "${long}" text);`],
    'many terms, requirements and references': [
      'markdown',
      `# Thuật ngữ\n\n${many(3000, i => `- **Từ ${i} (TN)**: nghĩa`)}\n\n# Yêu cầu\n\n${many(4000, i => `YC-${i}: phải phải nhanh chóng, TODO, AB${'C'.repeat(i % 6)}, YC-${i + 9000}`)}\n`,
    ],
    'what nothing closes': [
      'markdown',
      `# A\n\nYC-1:\n\n${'`'.repeat(3)}\n${'<!-- ` [a]( ** __ \n'.repeat(20_000)}`,
    ],
    'one endless requirement': ['markdown', `YC-1: ${'phải không phải nhanh chóng '.repeat(20_000)}\n`],
    'many citations': [
      'markdown',
      `# A\n\n${'Theo `NQ-71-CP`, 71/NQ-CP, Điều 5 Nghị định 1/2025/NĐ-CP '.repeat(8_000)}\n`,
    ],
    'a long citation': ['sql', `comment on table a is '${'1'.repeat(30_000)}/NQ-CP ${long}';select 71/NQ-CP`],
    'many people': [
      'json-schema-yaml',
      `$defs:\n${Array.from({ length: 900 }, (_, i) => `  A${i}: { properties: { cccd: {}, hoTen: {}, ngaySinh: {} } }\n`).join('')}`,
    ],
    'a mapping of very many fields, all of them misspelt': [
      'json-schema-yaml',
      `mapping:\n  source: a/b\n  target: c/d\n  fields:\n${properties(9_000, i => `  - { form: x, from: ${'e.'.repeat(i % 90)}g${i}, to: e.f${i % 950} }`)}`,
    ],
    'a mapping of what is endless': [
      'json-schema-json',
      `{"mapping":{"source":"a/b","target":"c/d","fields":[{"from":["${'x.'.repeat(30_000)}","${long}"],"to":"${'e.'.repeat(30_000)}"}]}}`,
    ],
    'a long heading': ['markdown', `# ${long}\n\n[a](#${long.slice(0, 4_900)})\n`],
  }
  it.each(Object.entries(outsized))('[R4] reports on %s', async (_name, [format, text]) => {
    const found = await check(format, text)
    expect(found.filter(({ ruleId }) => ruleId.endsWith('/fault'))).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })
})
