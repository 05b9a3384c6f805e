import { checkOnce } from '../src/testing.ts'
import { answering, attacked, faultsOf } from './hostile.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const reporting = (code: string) => bundle({ rule: { create: `{ schema(node) { ${code} } }` } })

/** Something else at each look. */
const turning = `let looks = 0; const turn = (first, later) => (looks++ === 0 ? first : later)`
const flood = `'{"units":{"#":[' + '{},'.repeat(8e6) + '{}]},"document":null,"hasMore":false}'`

/** Answers that are one thing when they are looked at and another when they are taken. */
const answers: Readonly<Record<string, string>> = {
  'an object of a short length and a long text': `{ length: 1, toString: () => ${flood} }`,
  'a text in a box with another length': `Object.defineProperty(new String(${flood}), 'toString', { value: () => ${flood} })`,
  'an object whose length is told once': `(() => { let looks = 0; return { get length() { return looks++ ? 1e9 : 1 }, toString: () => ${flood} } })()`,
  'a list that becomes its text': `['{"units":{}', '"document":null', '"hasMore":false}']`,
  'something that reads itself as a value': `{ length: 10, [Symbol.toPrimitive]: () => ${flood} }`,
  'a proxy': `new Proxy({}, { get: (_, name) => (name === 'length' ? 1 : () => ${flood}) })`,
  'a number': '1',
  nothing: 'undefined',
}

/** Reports that are something else at the second look. */
const reports: Readonly<Record<string, string>> = {
  'a path that changes': `${turning}; ctx.report({ node: { unit: node.unit, get path() { return turn([], ['__proto__', -1, 1e308]) } }, messageId: 'found', data: {} })`,
  'a unit that changes': `${turning}; ctx.report({ node: { path: [], get unit() { return turn(node.unit, '/$defs/Khác') } }, messageId: 'found', data: {} })`,
  'a message that changes': `${turning}; ctx.report({ node, get messageId() { return turn('found', '__proto__') }, data: {} })`,
  'a message that is something else as text': `ctx.report({ node, messageId: { toString: () => 'found', toJSON: () => 5 }, data: {} })`,
  'values that write themselves': `ctx.report({ node, messageId: 'found', data: { what: { toJSON: () => ({ vi: 'x'.repeat(1e5), en: [] }) } } })`,
  'a proxy for everything': `ctx.report(new Proxy({}, { get: (_, name) => (name === 'node' ? node : name === 'fixes' ? [new Proxy({}, { get: () => 'remove' })] : undefined) }))`,
  'fixes that are others when they are written': `const title = text('a', 'a'); const fix = { kind: 'remove', title }; ctx.report({ node, messageId: 'found', data: {}, fixes: [fix] }); fix.kind = 'edit'; fix.start = -1; fix.end = 1e9`,
  'a list that grows while it is read': `const fixes = []; Object.defineProperty(fixes, 'length', { writable: true, value: 3 }); ctx.report({ node, messageId: 'found', data: {}, fixes })`,
}

describe('what is one thing when it is checked and another when it is used', () => {
  it.each(Object.entries(answers))('[V16] is refused as an answer: %s', async (_what, answer) => {
    expect(faultsOf(await attacked(answering(answer)))).toEqual([expect.stringMatching(/answer-invalid/)])
  })

  it.each(Object.entries(reports))(
    '[V16] is a failure or a finding in its place, as a report: %s',
    async (_what, code) => {
      for (const { severity, start, end, message, fixes, marked } of await attacked(reporting(code))) {
        expect(severity === 'fault' || (start >= 0 && end > start && marked !== '')).toBe(true)
        expect(message.en.length).toBeLessThan(500)
        for (const { edits } of fixes) for (const edit of edits) expect(edit.start).toBeGreaterThanOrEqual(0)
      }
    },
  )

  /** What our half inside is made of, redefined after it has looked. */
  const redefined = [
    `JSON.stringify = () => '{}'`,
    `JSON.stringify = () => { throw new Error('x') }`,
    `JSON.parse = () => ({ changed: [], order: [] })`,
    `Array.prototype.map = () => [{}]`,
    `Array.prototype.push = function () { return 0 }`,
    `Array.prototype[Symbol.iterator] = function* () { for (;;) yield this }`,
    `Map.prototype.set = function () { return this }`,
    `Map.prototype.get = () => undefined`,
    `Object.entries = () => [['__proto__', {}]]`,
    `Object.prototype.toJSON = () => ({ polluted: true })`,
    `Object.defineProperty(Object.prototype, 'fixes', { get: () => [{ kind: 'remove' }] })`,
    `Object.defineProperty(Object.prototype, 'rule', { set() {}, get: () => 'other' })`,
    `String.prototype.slice = () => 'x'.repeat(1e6)`,
    `globalThis.lienthong = { step: () => '{}' }`,
  ]

  it.each(redefined)('[V15, V16] harms nobody else: %s', async change => {
    const changing = reporting(`if (node.value.title === 'dữ') { ${change} }; say(node, 'thấy')`)
    for (const text of ['title: dữ\n', 'title: dữ\n$defs:\n  A: { title: a }\n  B: { title: b }\n'])
      expect((await attacked(changing, text)).length).toBeLessThan(10)
    const runner = await runnerWith({ changing })
    await checkOnce(runner, 'json-schema-yaml', 'title: dữ\n')
    const found = await checkOnce(runner, 'json-schema-yaml', 'title: lành\n')
    expect(found.map(({ message }) => message.en)).toEqual(['Found thấy'])
    await runner.stop()
  })

  it('[V16] finds nothing under a rule that the plugin did not list when it was loaded', async () => {
    const growing = `${reporting(`say(node, 'thấy')`).replace('export default', 'const plugin =')}
      let looks = 0
      export default { get rules() { return looks++ < 3 ? plugin.rules : { other: { ...plugin.rules.rule, meta: { ...meta, defaultSeverity: 'error' } } } } }`
    const found = await attacked(growing)
    expect(found.filter(({ ruleId }) => ruleId !== 'hostile/rule')).toEqual([])
  })

  it('[V28] hands nothing to a rule that declares an input only after it was looked at', async () => {
    const declaring = `${reporting(`say(node, String(ctx.directives.byCode('NQ-71-CP')))`).replace('export default', 'const plugin =')}
      let looks = 0
      const { rule } = plugin.rules
      export default { rules: { rule: { ...rule, get meta() { return looks++ === 0 ? meta : { ...meta, inputs: ['directives'] } } } } }`
    expect(faultsOf(await attacked(declaring))).toEqual([expect.stringMatching(/no data of directives/)])
  })

  it('[V38] is not believed as the name of the rule that ran, and cannot hold up who asks', async () => {
    const named = reporting(`
      const { filter } = Array.prototype
      Array.prototype.filter = function (...given) {
        for (const one of this) if (one?.rule !== undefined && Object.keys(one).length === 1)
          Object.defineProperty(one, 'rule', { get() { for (;;) {} }, set() {} })
        return filter.apply(this, given)
      }
      throw new Error('cố ý')`)
    expect(faultsOf(await attacked(named))).toEqual([expect.stringMatching(/cố ý/)])
  })
})
