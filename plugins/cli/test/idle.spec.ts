import { fileURLToPath } from 'node:url'
import { jest } from '@jest/globals'
import { firstPartyIds, type RuleSummary, startRunner } from '@lienthong/plugin-engine'
import { idleRules } from '../src/inputs/idle.ts'
import { readCases } from '../src/plugin/cases.ts'
import { bundlePlugin } from '../src/plugin/pack.ts'

// Jest's 5 s are for units; here rule sets are bundled, and the machine may be loaded.
jest.setTimeout(120_000)

const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

describe('rules that lack an input', () => {
  const rules = new Map<string, RuleSummary>()

  beforeAll(async () => {
    const runner = await startRunner()
    for (const id of firstPartyIds)
      for (const rule of await runner.load({ id, code: (await bundlePlugin(folderOf(id))).code }))
        rules.set(`${id}/${rule.id}`, rule)
    await runner.stop()
  })

  it('[T31] are named wherever a rule of the product finds something in its own cases', async () => {
    const found = await casesOfRulesWithInputs()
    expect(found.length).toBeGreaterThan(30)
    const unsaid = found.filter(({ id, format = 'json-schema-yaml', text, database = null }) =>
      idleRules(rules, { format, text }, {}, {}, database).every(({ rule }) => rule !== id),
    )
    expect(unsaid).toEqual([])
  })

  const casesOfRulesWithInputs = async () => {
    const all = await Promise.all(
      firstPartyIds.map(async plugin =>
        (await readCases(folderOf(plugin))).flatMap(({ rule, cases }) =>
          cases.invalid.map(one => ({ ...one, id: `${plugin}/${rule}` })),
        ),
      ),
    )
    // Any field may be in the dictionary: of that nothing is said.
    const unsaid = ['publishedVersion', 'dictionary']
    return all.flat().filter(({ id }) => rules.get(id)?.inputs.some(input => !unsaid.includes(input)))
  }

  it('[T31] are not named where the file has nothing for them', () => {
    const idle = (
      format: 'json-schema-yaml' | 'sql' | 'markdown',
      text: string,
      database: string | null = null,
    ) => [...new Set(idleRules(rules, { format, text }, {}, {}, database).map(({ input }) => input))]
    expect(
      idle('json-schema-yaml', 'properties:\n  hoTen: { type: string, description: Tính theo UTF-8 }\n'),
    ).toEqual([])
    expect(idle('sql', 'create table t (id bigint primary key, gioi_tinh text);')).toEqual([])
    expect(idle('markdown', '# Ghi chép\n\nNgày 01/02/2026, 10/2026.\n')).toEqual([])
    expect(idle('sql', 'create table t (id bigint);', 'dan-cu')).toEqual(['inventory'])
    expect(idle('json-schema-yaml', 'mapping:\n  source: a/b\n')).toEqual(['schemas'])
  })

  it('[T31] are named whatever the file holds when they are of another plugin', () => {
    const [known] = rules.values()
    const others = new Map([
      [
        'my-rules/x',
        { ...(known as RuleSummary), inputs: ['schemas' as const], languages: ['sql' as const] },
      ],
    ])
    expect(idleRules(others, { format: 'sql', text: '' }, {}, {}, null)).toEqual([
      { rule: 'my-rules/x', input: 'schemas' },
    ])
  })
})
