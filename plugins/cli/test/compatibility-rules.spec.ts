import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import { type Runner, startRunner } from '@lienthong/plugin-engine'
import { checkOnce } from '@lienthong/plugin-engine/testing'
import { readCases } from '../src/plugin/cases.ts'
import { bundlePlugin } from '../src/plugin/pack.ts'

// Jest's 5 s are for units; here the documents are made to be costly, and the machine may be loaded.
jest.setTimeout(240_000)

const times = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('')

/** Documents by a number that differs between the two versions. */
const hostile: Readonly<Record<string, (k: number) => string>> = {
  'many alternatives': k =>
    `anyOf:\n${times(150, i => `  - { type: object, properties: { k: { const: ${i} }, v: { maxLength: ${k} } }, required: [k] }\n`)}`,
  'a chain of definitions, all changed': k =>
    `$ref: '#/$defs/A0'\n$defs:\n${times(300, i => `  A${i}: { properties: { x: { $ref: '#/$defs/A${i + 1}' } }, required: [x], maxProperties: ${k} }\n`)}  A300: {}\n`,
  'definitions that all refer to each other': k =>
    `$ref: '#/$defs/A0'\n$defs:\n${times(120, i => `  A${i}: { properties: { ${times(6, j => `p${j}: { $ref: '#/$defs/A${(i * (j + 2) + 1) % 120}' }, `)} v: { maxLength: ${k} } }, required: [p0, p1] }\n`)}`,
  'a chain of allOf': k =>
    `$ref: '#/$defs/A0'\n$defs:\n${times(100, i => `  A${i}: { allOf: [{ $ref: '#/$defs/A${i + 1}' }] }\n`)}  A100: { minLength: ${k} }\n`,
  'a circle of allOf': k =>
    `$ref: '#/$defs/A'\n$defs:\n  A: { allOf: [{ $ref: '#/$defs/B' }] }\n  B: { $ref: '#/$defs/A', minLength: ${k} }\n`,
  'deep nesting': k => `${'{"properties":{"a":'.repeat(150)}{"maxLength":${k}}${'}}'.repeat(150)}`,
  'costly patterns': k =>
    `properties:\n${times(400, i => `  a${i}: { type: string, pattern: '^(.?){9}(.?){9}(.*a){3}x${i}$', maxLength: ${k} }\n`)}`,
  'long lists of values': k => `enum: [${times(4_000, i => `${i + k}, `)}]\n`,
  'an enormous bound': k => `type: array\nminItems: ${10 ** k}\n`,
}

describe('the compatibility rules', () => {
  let runner: Runner

  const folder = fileURLToPath(new URL('../../compatibility', import.meta.url))

  beforeAll(async () => {
    // What a document may cost is bounded by the work that it makes; how long that takes is up to the machine.
    runner = await startRunner({ limits: { softFactor: 600, hardFactor: 800 } })
    await runner.load({ id: 'compatibility', code: (await bundlePlugin(folder)).code })
  })
  afterAll(() => runner.stop())

  it('[K11] put back what was published, so that it is found no more', async () => {
    const mended = (await readCases(folder)).flatMap(({ rule, cases }) =>
      cases.invalid
        .filter(({ text, fixed }) => fixed !== undefined && fixed !== text)
        .map(one => ({ rule, ...one })),
    )
    expect(new Set(mended.map(({ rule }) => rule)).size).toBe(6)
    for (const { rule, fixed = '', published = '' } of mended) {
      const before = { revision: '1.0.0', text: published }
      // It says by how much the number goes up, which says nothing against the document.
      const rules = { 'compatibility/next-version': { severity: 'off' } } as const
      const found = await checkOnce(runner, 'json-schema-yaml', fixed, { published: before, rules })
      expect([rule, fixed, found.map(({ ruleId }) => ruleId)]).toEqual([rule, fixed, []])
    }
  })

  it.each(Object.entries(hostile))('[K10] fail on no document: %s', async (_name, text) => {
    for (const [old, young] of [
      [text(9), text(5)],
      [text(5), text(9)],
    ] as const) {
      const found = await checkOnce(runner, 'json-schema-yaml', young, {
        published: { revision: '1.0.0', text: old },
      })
      const faults = found.filter(({ ruleId }) => ruleId === 'compatibility/fault')
      expect(faults.map(({ message }) => message.en)).toEqual([])
    }
  })
})
