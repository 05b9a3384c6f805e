import { transform } from 'esbuild'
import { checkOnce } from '../src/testing.ts'
import { document, faultsOf } from './hostile.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const doing = (code: string) => bundle({ rule: { create: `{ schema(node) {\n${code}\n} }` } })

/** What is told of a plugin that was written in `src/rule.ts` and fails. */
const told = async (source: string): Promise<string> => {
  const options = {
    sourcefile: 'src/rule.ts',
    sourcemap: 'external',
    minifyWhitespace: true,
    charset: 'utf8',
  } as const
  const { code, map } = await transform(source, options)
  const runner = await runnerWith({})
  await runner.load({ id: 'failing', code, sourceMap: map })
  const [fault] = faultsOf(await checkOnce(runner, 'json-schema-yaml', document))
  await runner.stop()
  return /\((.*)\)\./s.exec(fault ?? '')?.[1] ?? ''
}

/** Where `what` stands in the source, as editors say it. */
const placeOf = (source: string, what: string): string => {
  const before = source.slice(0, source.indexOf(what)).split('\n')
  return `src/rule.ts:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

describe('where a plugin failed', () => {
  it.each([
    ['an error', `const thrown = new Error('cố ý')\n throw thrown`, `Error('cố`, /^threw: Error: cố ý, /],
    ['a slip', `const đây = null; đây.không()`, `đây.không`, /^threw: TypeError: .+, /],
    ['a loop', `let n = 0\n  for (;;) n++`, '', /^too-slow: .+, /],
    ['what it called', `const call = f => f()\n call(() => { throw new Error('x') })`, `Error('x`, /, /],
  ])('[V51] is told by its sources: %s', async (_what, code, at, words) => {
    const source = doing(code)
    const said = await told(source)
    expect(said).toMatch(words)
    expect(said.slice(said.lastIndexOf(', ') + 2)).toMatch(
      at === '' ? /^src\/rule\.ts:\d+:\d+$/ : placeOf(source, at),
    )
  })

  it('[V51] is told when it does not even load', async () => {
    const options = { sourcefile: 'src/index.ts', sourcemap: 'external' } as const
    const { code, map } = await transform(`const all = {}\n\nall.missing.length`, options)
    const runner = await runnerWith({})
    const source = { id: 'p', code, sourceMap: map }
    await expect(runner.load(source)).rejects.toThrow(/TypeError: .+, src\/index\.ts:3:5$/)
    await expect(runner.load({ id: 'p', code })).rejects.toThrow(/^(?!.*index\.ts)TypeError/)
  })

  it.each([
    ['another file', `'    at x (/etc/passwd:1:1)'`],
    ['a place before the first', `'    at x (plugin.js:0:0)'`],
    ['a place beyond all', `'    at x (plugin.js:999999999:999999999)'`],
    ['numbers that are none', `'    at x (plugin.js:1e9:-1)'`],
    ['a stack without end', `'    at x (plugin.js:1:1)'.repeat(1e6)`],
    ['no text', `{ toString() { for (;;) {} }, length: 1 }`],
    ['nothing', 'undefined'],
  ])('[V51] is not told by a stack that is made up: %s', async (_what, stack) => {
    expect(await told(doing(`throw { name: 'E', message: 'x', stack: ${stack} }`))).toBe('threw: E: x')
  })

  it.each([
    ['a message that is asked for without end', `throw { get message() { for (;;) {} } }`, /^too-slow: /],
    ['a message that throws', `throw { get message() { throw 1 }, name: 'E' }`, /^threw: E$/],
    ['something that writes itself', `throw { toJSON() { for (;;) {} } }`, /^threw: a thrown object$/],
    ['a function', `throw Object.assign(() => {}, { message: 'x' })`, /^threw: .*x$/],
    ['a symbol', `throw Symbol('x')`, /^threw: a thrown symbol$/],
    ['a proxy', `throw new Proxy({}, { get: () => 'x' })`, /^threw: x: x$/],
    ['a long text', `throw 'x'.repeat(1e7)`, /^threw: $/],
  ])('[V51] is told in short texts, whatever is thrown: %s', async (_what, code, words) => {
    expect(await told(doing(code))).toMatch(words)
  })
})
