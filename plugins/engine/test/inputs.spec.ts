import type { CaseInputs } from '@lienthong/plugin-sdk'
import { dataOf } from '../src/inputs/case-inputs.ts'
import type { Runner } from '../src/runner/runner.ts'
import { runnerWith } from './runners.ts'

const meta = `title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'], messages: { found: { vi: '{what}', en: '{what}' } }`

/** Rules that report what `look` sees, and how often they ran. Globals are as old as the document's realm. */
const rule = (name: string, inputs: string, look: string) => `'${name}': {
  meta: { ${meta}, inputs: [${inputs}] }, scope: 'unit',
  create: ctx => ({ 'schema.definition'(node) {
    runs['${name}'] = (runs['${name}'] ?? 0) + 1
    const what = JSON.stringify(${look})
    ctx.report({ node, messageId: 'found', data: { what: what + ' run ' + runs['${name}'] } })
  } }),
}`
const plugin = (...rules: string[]) => `const runs = {}; export default { rules: { ${rules.join()} } }`

const text = '$defs:\n  A: {}\n'
const title = (code: string, given = 'ctx.directives.byCode') => `${given}('${code}')?.title.vi ?? null`

describe('inputs of rules', () => {
  const rules = plugin(
    rule('of-directives', "'directives'", title('A-1')),
    rule('of-inventory', "'inventory'", '[ctx.inventory.database("b")?.level, ctx.inventory.own?.code]'),
    rule('of-none', '', '0'),
  )
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ p: rules })
  })

  const named = (vi: string): CaseInputs => ({
    directives: { day: '2026-01-01', directives: [{ code: 'A-1', title: { vi, en: null } }] },
  })
  const inventory: CaseInputs = {
    inventory: { day: '2026-01-01', databases: [{ code: 'b', level: 'national' }] },
  }

  let revision = 0
  const checked = async (documentId: string, inputs: CaseInputs, database?: string) => {
    const { units } = await runner.check({
      ...{ documentId, revision: ++revision, format: 'json-schema-yaml', text, inputs: dataOf(inputs) },
      ...(database === undefined ? {} : { database }),
    })
    return units.flatMap(({ findings }) => findings.map(found => `${found.ruleId} ${found.message.en}`))
  }

  it('[V26] run again, and no others, when what they declare is of another revision', async () => {
    expect(await checked('one', { ...named('Một'), ...inventory })).toEqual([
      'p/of-directives "Một" run 1',
      'p/of-inventory ["national",null] run 1',
      'p/of-none 0 run 1',
    ])
    expect(await checked('one', { ...named('Một'), ...inventory })).toEqual([])
    expect(await checked('one', { ...named('Hai'), ...inventory })).toEqual([
      'p/of-directives "Hai" run 2',
      'p/of-inventory ["national",null] run 1',
      'p/of-none 0 run 1',
    ])
    expect(await checked('one', { ...named('Hai'), ...inventory }, 'b')).toEqual([
      'p/of-directives "Hai" run 2',
      'p/of-inventory ["national","b"] run 2',
      'p/of-none 0 run 1',
    ])
  })

  it('[V27] do not run without what they declare, and run once it is there', async () => {
    expect(await checked('late', {})).toEqual(['p/of-none 0 run 1'])
    expect(await checked('late', named('Một'))).toEqual(['p/of-directives "Một" run 1', 'p/of-none 0 run 1'])
    expect(await checked('late', {})).toEqual(['p/of-none 0 run 1'])
  })

  it('[V29] cost a plugin no more memory than the records that it looks up', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      code: `o-${i}`,
      name: { vi: 'Ủy ban nhân dân xã '.repeat(10), en: null },
    }))
    const small = await runnerWith(
      { p: plugin(rule('looks', "'inventory'", "ctx.inventory.organisation('O-19999').code")) },
      { limits: { memoryMb: 24 } },
    )
    const inputs = dataOf({ inventory: { day: '2026-01-01', organisations: many } })
    for (const documentId of ['a', 'b', 'c']) {
      const { units } = await small.check({
        documentId,
        revision: 1,
        format: 'json-schema-yaml',
        text,
        inputs,
      })
      expect(units.flatMap(({ findings }) => findings.map(({ message }) => message.en))).toEqual([
        '"o-19999" run 1',
      ])
    }
  })

  it('[V15] does not wait for a rule that looks up without end', async () => {
    const floods = await runnerWith({
      p: plugin(
        rule('floods', "'directives'", '(() => { for (;;) ctx.directives.similar("x".repeat(300)) })()'),
      ),
    })
    const inputs = dataOf(named('Một'))
    const { units } = await floods.check({
      ...{ documentId: 'd', revision: 1, format: 'json-schema-yaml', text, inputs },
    })
    expect(units.flatMap(({ findings }) => findings.map(({ message }) => message.en))).toEqual([
      expect.stringContaining('too-slow'),
    ])
  })

  it('[V14] are asked for where no plugin reaches', async () => {
    const found =
      '[Object.getOwnPropertyNames(globalThis).filter(name => /ask|look|input/i.test(name)), Object.keys(lienthong)]'
    const looks = await runnerWith({ p: plugin(rule('looks', "'directives'", found)) })
    const inputs = dataOf(named('Một'))
    const { units } = await looks.check({
      ...{ documentId: 'd', revision: 1, format: 'json-schema-yaml', text, inputs },
    })
    expect(units.flatMap(({ findings }) => findings.map(({ message }) => message.en))).toEqual([
      '[[],["begin","step","more","help"]] run 1',
    ])
  })

  it('[V28] are frozen, and only there for rules that declare them', async () => {
    const [writes, silent, unknown] = await Promise.all(
      [
        rule(
          'writes',
          "'directives'",
          '[1, 2].map(() => { try { ctx.directives.byCode("A-1").title.vi = "x" } catch {} return ctx.directives.byCode("A-1").title.vi })',
        ),
        rule('silent', '', title('A-1')),
        rule('asks', "'weather'", '0'),
      ].map(code =>
        runnerWith({ p: plugin(code) }).then(
          async other =>
            (
              await other.check({
                ...{ documentId: 'd', revision: 1, format: 'json-schema-yaml', text },
                inputs: dataOf(named('Một')),
              })
            ).units.flatMap(({ findings }) => findings.map(({ message }) => message.en)),
          (error: Error) => error.message,
        ),
      ),
    )
    expect(writes).toEqual(['["Một","Một"] run 1'])
    expect(silent).toEqual([expect.stringContaining("Declare inputs: ['directives'].")])
    expect(unknown).toContain('input weather')
  })
})
