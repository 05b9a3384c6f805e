import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import { type Runner, startRunner } from '@lienthong/plugin-engine'
import { checkOnce, dataOf } from '@lienthong/plugin-engine/testing'
import type { InputData } from '@lienthong/plugin-sdk'
import { type RuleSetting, settingsOf } from '@lienthong/protocol'
import { bundlePlugin } from '../src/plugin/pack.ts'

// Jest's 5 s are for units; here a runner starts and rule sets are bundled, and the machine may be loaded.
jest.setTimeout(120_000)

const seeds = fileURLToPath(new URL('../../../server/src/seed/documents/', import.meta.url))
const formats = { yaml: 'json-schema-yaml', json: 'json-schema-json', sql: 'sql', md: 'markdown' } as const

/** What the documents that the product brings along are found to lack; everything else in them is as it should be. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'dan-cu/cong-dan.schema.yaml': ['personal-data/protection'],
  'dan-cu/cong-dan.sql': ['personal-data/sensitive-as-basic'],
  'dan-cu/dac-ta.md': [],
  'dang-ky-doanh-nghiep/doanh-nghiep.schema.yaml': ['personal-data/classification'],
  'dang-ky-doanh-nghiep/doanh-nghiep.sql': ['personal-data/classification'],
  'dat-dai/dac-ta.md': ['spec-quality/modal-verb'],
  'dat-dai/thua-dat.schema.json': [],
  'ho-tich/anh-xa-dan-cu.yaml': [],
  'ho-tich/dac-ta.md': ['spec-quality/modal-verb'],
  'ho-tich/khai-sinh.schema.json': ['personal-data/sensitive-as-basic'],
}

const mapping = 'ho-tich/anh-xa-dan-cu.yaml'
const owners = {
  day: '2026-11-27',
  databases: [
    { code: 'dan-cu', ownerCode: 'BCA' },
    { code: 'ho-tich', ownerCode: 'BTP' },
  ],
}

const textOf = (path: string) => readFileSync(seeds + path, 'utf8')
const formatOf = (path: string) => {
  const format = Object.entries(formats).find(([extension]) => path.endsWith(extension))?.[1]
  if (!format) throw new Error(`no format: ${path}`)
  return format
}

describe('the documents that the product brings along', () => {
  let runner: Runner
  let inputs: InputData = {}
  const settings: Record<string, RuleSetting> = {}

  beforeAll(async () => {
    runner = await startRunner()
    for (const id of ['personal-data', 'spec-quality', 'mapping']) {
      const { manifest, code } = await bundlePlugin(fileURLToPath(new URL(`../../${id}`, import.meta.url)))
      await runner.load({ id, code })
      Object.assign(settings, settingsOf(manifest, 'recommended'))
    }
    const schemas = ['dan-cu/cong-dan.schema.yaml', 'ho-tich/khai-sinh.schema.json'].map(async address => ({
      address,
      entities: (await runner.contents(formatOf(address), textOf(address))).entities,
    }))
    inputs = dataOf({
      schemas: { day: '2026-11-27', schemas: await Promise.all(schemas) },
      inventory: owners,
    })
  })
  afterAll(() => runner.stop())

  it('[R28] map one schema to another as if both were published', async () => {
    expect(inputs.schemas?.schemas.map(({ entities }) => entities.length > 5)).toEqual([true, true])
    const text = textOf(mapping).replace('to: gioiTinh', 'to: gioiTin')
    const found = await checkOnce(runner, formatOf(mapping), text, { rules: settings, inputs })
    expect(found.map(({ ruleId, marked }) => `${ruleId}: ${marked}`)).toEqual([
      'mapping/required-fed: dan-cu/cong-dan.schema.yaml',
      'mapping/known-field: gioiTin',
    ])
  })

  it('[R27] are all here', () => {
    const paths = readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter(path => path.includes('.'))
    expect(paths.sort()).toEqual(Object.keys(expected))
  })

  it.each(Object.entries(expected))('[R27] lack in %s what is known: %j', async (path, rules) => {
    const found = await checkOnce(runner, formatOf(path), textOf(path), { rules: settings, inputs })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(rules)
  })
})
