import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import { optionsProblem, type RuleSummary, type Runner, startRunner } from '@lienthong/plugin-engine'
import { checkOnce } from '@lienthong/plugin-engine/testing'
import { type RuleSetting, settingsOf } from '@lienthong/protocol'
import { bundlePlugin } from '../src/plugin/pack.ts'

// Jest's 5 s are for units; here a runner starts and the rule set is bundled, and the machine may be loaded.
jest.setTimeout(120_000)

const seeds = fileURLToPath(new URL('../../../server/src/seed/documents/', import.meta.url))
const formats = { yaml: 'json-schema-yaml', json: 'json-schema-json', sql: 'sql' } as const
const readSeed = (path: string) => readFileSync(seeds + path, 'utf8')

describe('naming', () => {
  let runner: Runner
  let settings: Record<string, RuleSetting>
  let rules: readonly RuleSummary[]

  beforeAll(async () => {
    runner = await startRunner()
    const { manifest, code } = await bundlePlugin(fileURLToPath(new URL('../../naming', import.meta.url)))
    settings = settingsOf(manifest, 'recommended')
    rules = await runner.load({ id: manifest.id, code })
  })
  afterAll(() => runner.stop())

  const found = async (path: string, text: string) => {
    const format = Object.entries(formats).find(([extension]) => path.endsWith(extension))?.[1]
    if (!format) throw new Error(`no format: ${path}`)
    return checkOnce(runner, format, text, { rules: settings })
  }

  it.each([
    ['case', { property: 'camelCase', column: 'snake_case' }, { property: 'camelcase' }],
    ['diacritics', { use: 'never' }, { use: 'always' }],
    ['length', { maxBytes: 30 }, { maxBytes: 64 }],
    ['reserved-word', { also: ['level'] }, { also: 'level' }],
  ])('[R10] %s takes %j as options and refuses %j', (id, right, wrong) => {
    const rule = rules.find(rule => rule.id === id)
    if (!rule) throw new Error(`no rule: ${id}`)
    expect(optionsProblem(rule, right)).toBeNull()
    expect(optionsProblem(rule, wrong)).not.toBeNull()
  })

  const paths = readdirSync(seeds, { recursive: true, encoding: 'utf8' })
  it.each(paths.filter(path => /\.(yaml|json|sql)$/.test(path)))('[R12] is silent in %s', async path => {
    expect(await found(path, readSeed(path))).toEqual([])
  })

  const renamed = [
    ['dan-cu/cong-dan.schema.yaml', 'tenGoiKhac', 'ten_goi_khac'],
    ['dat-dai/thua-dat.schema.json', 'kinhTuyenTruc', 'Kinh_tuyến_trục'],
    ['dan-cu/cong-dan.sql', 'nguon_cap_nhat', '"nguonCapNhat"'],
  ] as const
  it.each(renamed)('[R11] in %s renames %s back from %s', async (path, name, other) => {
    let text = readSeed(path).replace(name, other)
    for (let round = 0; round < 3; round++) {
      const edit = (await found(path, text))[0]?.fixes[0]?.edits[0]
      if (edit) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    }
    expect(text.includes(other)).toBe(false)
    expect(await found(path, text)).toEqual([])
    expect(text).toBe(readSeed(path))
  })

  const used = [
    ['dan-cu/cong-dan.schema.yaml', 'soDinhDanhCaNhan', 'so_dinh_danh_ca_nhan'],
    ['dat-dai/thua-dat.schema.json', 'ViTri', 'vi_tri'],
    ['dan-cu/cong-dan.sql', 'trang_thai', '"trangThai"'],
  ] as const
  it.each(used)('[R11] in %s offers nothing for %s where %s is also used', async (path, name, other) => {
    const [first] = await found(path, readSeed(path).replaceAll(name, other))
    expect([first?.messageId, first?.fixes]).toEqual(['differs', []])
  })
})
