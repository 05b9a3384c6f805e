import type { Format } from '@lienthong/plugin-sdk'
import { type Runner, RunnerFailed } from '../src/runner/runner.ts'
import { bundle } from './rules.ts'
import { lines, runnerWith } from './runners.ts'

const many = 50_000
const nested = (open: string, inner: string, close: string) =>
  `${open.repeat(many)}${inner}${close.repeat(many)}`
const stairs = (step: string) => Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}${step}`).join('\n')
const members = (line: (i: number) => string) => Array.from({ length: 50_000 }, (_, i) => line(i))

/** Texts that took minutes to read, or ended the process, for one reason or another. */
const costly: readonly [why: string, format: Format, text: string][] = [
  ['keys that are maps', 'json-schema-yaml', `${'? '.repeat(600)}a`],
  ['lists in brackets', 'json-schema-yaml', nested('[', '', ']')],
  ['maps in braces', 'json-schema-yaml', nested('{a: ', '1', '}')],
  ['brackets without an end', 'json-schema-yaml', `a: ${'['.repeat(many)}`],
  ['lists in a line', 'json-schema-yaml', `${'- '.repeat(many)}a`],
  ['maps in lines', 'json-schema-yaml', stairs('a:')],
  [
    'aliases of aliases',
    'json-schema-yaml',
    `a0: &a0 [1]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}`,
  ],
  ['an alias of itself', 'json-schema-yaml', 'a: &a\n  b: *a\n'],
  ['the same key again and again', 'json-schema-yaml', members(() => 'a: 1').join('\n')],
  ['keys in braces', 'json-schema-yaml', `{${members(i => `a${i}: 1`).join(', ')}}`],
  ['lists', 'json-schema-json', nested('[', '', ']')],
  ['maps', 'json-schema-json', nested('{"a": ', '1', '}')],
  ['maps in a definition', 'json-schema-json', `{"$defs": {"A": ${nested('{"a": ', '1', '}')}}}`],
  ['lists without an end', 'json-schema-json', '['.repeat(many)],
  [
    'members',
    'json-schema-json',
    `{"properties": {${members(i => `"a${i}": {"type": "strin"}`).join(',\n')}}}`,
  ],
  ['parentheses', 'sql', `CREATE TABLE a (b int CHECK (${nested('(', 'b', ')')}));`],
  ['a statement without an end', 'sql', `SELECT ${'('.repeat(many)}`],
  ['words without an end', 'sql', `SELECT '${"''".repeat(many)}`],
  ['comments in comments', 'sql', '/*'.repeat(many)],
  ['blanks in a heading', 'markdown', `# a${' '.repeat(many)}b`],
  ['signs in a heading', 'markdown', `# a${' #'.repeat(many)}b`],
  ['links without an end', 'markdown', '[a]('.repeat(many)],
  ['images without an end', 'markdown', '!['.repeat(many)],
  ['stress without an end', 'markdown', '**a_'.repeat(many)],
  ['quotes', 'markdown', '> '.repeat(many)],
  ['lists', 'markdown', '- '.repeat(many)],
  ['labels without an end', 'markdown', '[\n'.repeat(many)],
  ['cells', 'markdown', `${'|a'.repeat(many)}\n${'|-'.repeat(many)}\n${'|b'.repeat(many)}`],
]

/** Asks for the place of everything that may be wrong with a text. */
const problems = bundle({
  problems: {
    create: `{
      syntax: problem => say(problem, problem.message),
      duplicateKey: problem => say(problem, 'lặp ' + problem.key, 'key'),
      'schema.invalid': problem => say(problem, problem.message, 'value'),
    }`,
  },
})

describe('texts that are costly to read', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ problems })
  })

  it.each(costly)('[V31] reads %s in %s in seconds', async (_, format, text) => {
    const { pid } = runner
    await lines(runner, format, text)
    await runner.outline({ documentId: 'x', format, text })
    expect(runner.pid).toBe(pid)
  })

  it.each<[Format, string]>([
    ['json-schema-yaml', nested('[', '', ']')],
    ['json-schema-yaml', stairs('a:')],
    ['json-schema-json', nested('[', '', ']')],
  ])('[V31] says of a document in %s that it is nested too deep', async (format, text) => {
    expect((await lines(runner, format, text))[0]).toMatch('lồng sâu quá 200 cấp')
  })

  it('[V31] reads what is nested a few hundred times', async () => {
    const text = `${'{"not": '.repeat(190)}{"type": "strin"}${'}'.repeat(190)}`
    for (const format of ['json-schema-json', 'json-schema-yaml'] as const)
      expect((await lines(runner, format, text)).join()).toMatch('"strin"')
  })

  it('[V31] goes on after a mistake of its own', async () => {
    const impossible = 'no format' as Format
    await expect(lines(runner, impossible, 'a')).rejects.toThrow(RunnerFailed)
    expect(await lines(runner, 'json-schema-yaml', 'type: object')).toEqual([])
  })
})
