import { checkOnce, testRules } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const text = 'title: Tài liệu\ntype: object\nproperties: { a: {}, b: {} }\n'
const honest = {
  create: `{ schema: node => say(node, 'thấy'), 'schema.property': node => say(node, 'thấy') }`,
}

/** What people are told of a plugin one of whose rules does this, in Vietnamese and English. */
const told = async (code: string, scope: 'unit' | 'document' = 'unit') => {
  const create = scope === 'unit' ? `{ 'schema.property'() { ${code} } }` : `{ document() { ${code} } }`
  const plugin = bundle({ first: honest, 'at-fault': { create, scope }, last: honest })
  const runner = await runnerWith({ plugin })
  const found = await checkOnce(runner, 'json-schema-yaml', text)
  const { lastFault } = (await runner.health()).plugin ?? {}
  await runner.stop()
  const { message } = found.find(({ severity }) => severity === 'fault') ?? {}
  return { vi: message?.vi, en: message?.en, kind: lastFault?.kind, rule: lastFault?.rule }
}

describe('the rule at fault', () => {
  it('[V38] is named when it throws, in both languages and in the health of its plugin', async () => {
    expect(await told(`throw new Error('cố ý')`)).toEqual({
      vi: 'Bộ quy tắc plugin gặp sự cố và không kiểm tra được tài liệu này (threw: Error: cố ý). Lúc đó đang chạy quy tắc plugin/at-fault.',
      en: 'Plugin plugin failed and could not check this document (threw: Error: cố ý). It was running the rule plugin/at-fault.',
      kind: 'threw',
      rule: 'at-fault',
    })
  })

  it.each([
    ['never ends', 'for (;;) {}', 'too-slow'],
    ['calls itself without end', 'const f = n => f(n + 1) + 1; f(0)', 'threw'],
    [
      'wants more and more memory',
      'const all = []; for (;;) all.push(new ArrayBuffer(1e5))',
      'too-much-memory',
    ],
  ])('[V38] is named when it %s', async (_what, code, kind) => {
    expect(await told(code)).toMatchObject({
      kind,
      rule: 'at-fault',
      en: expect.stringContaining('at-fault'),
    })
  })

  it('[V38] is named when it fails on the document as a whole, and while it is created', async () => {
    expect(await told(`throw new Error('cố ý')`, 'document')).toMatchObject({ rule: 'at-fault' })
    const created = bundle({ first: honest, 'at-fault': { create: `(() => { throw new Error('x') })()` } })
    const runner = await runnerWith({ created })
    await checkOnce(runner, 'json-schema-yaml', text)
    expect((await runner.health()).created?.lastFault).toMatchObject({ kind: 'threw', rule: 'at-fault' })
  })

  it('[V38] is named to its author, whose tests it fails', async () => {
    const plugin = bundle({ first: honest, 'at-fault': { create: `{ schema() { for (;;) {} } }` } })
    const [failure] = await testRules(plugin, { first: { valid: [text], invalid: [] } })
    expect(failure?.reason).toContain('It was running the rule under-test/at-fault.')
  })

  it('[V38] is not named when it is not known: its thread was ended, or no rule was running', async () => {
    const hung = await told('const big = []; big.length = 3e8; big.sort()')
    expect(hung).toMatchObject({ kind: 'too-slow', rule: null, en: expect.not.stringContaining('at-fault') })
    const runner = await runnerWith({
      meddling: bundle({
        rule: { create: `{ schema(node) { Array.prototype.filter = () => { throw new Error('cố ý') } } }` },
      }),
    })
    const [finding] = await checkOnce(runner, 'json-schema-yaml', text)
    expect(finding?.message.en).toBe(
      'Plugin meddling failed and could not check this document (threw: Error: cố ý).',
    )
    expect((await runner.health()).meddling?.lastFault).toMatchObject({ kind: 'threw', rule: null })
  })

  /** The name that a plugin writes over those of its rules, which our half inside keeps from it but hands to a built-in. */
  const forging = (name: string) => `{ schema() {
    const { filter } = Array.prototype
    Array.prototype.filter = function (...given) {
      for (const one of this) if (one && one.rule) one.rule = ${name}
      return filter.apply(this, given)
    }
  }, 'schema.property'() { throw new Error('cố ý') } }`

  it.each([
    ['no rule of the plugin', `'<b>khac/quy-tac</b>'`],
    ['too long to be one', `'x'.repeat(1e6)`],
    ['no text', '{ toString() { for (;;) {} } }'],
    ['nothing', 'undefined'],
  ])('[V38] is not named when what the plugin says is %s', async (_what, name) => {
    const runner = await runnerWith({ forging: bundle({ rule: { create: forging(name) } }) })
    const [finding] = await checkOnce(runner, 'json-schema-yaml', text)
    expect(finding?.message.en).toBe(
      'Plugin forging failed and could not check this document (threw: Error: cố ý).',
    )
    expect((await runner.health()).forging?.lastFault).toMatchObject({ kind: 'threw', rule: null })
  })

  it('[V38] is another of the plugin when it says so, which harms nobody else', async () => {
    const lying = bundle({ rule: { create: forging(`'innocent'`) }, innocent: honest })
    const runner = await runnerWith({ lying })
    await checkOnce(runner, 'json-schema-yaml', text)
    expect((await runner.health()).lying?.lastFault).toMatchObject({ kind: 'threw', rule: 'innocent' })
  })
})
