import type { CheckRequest } from '../src/engine/finding.ts'
import type { Runner } from '../src/runner/runner.ts'
import { runnerWith } from './runners.ts'

const meta = `title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema', 'sql'], messages: { found: { vi: '{what}', en: '{what}' } }`
const rule = (inputs: string) => `{
  meta: { ${meta}, ${inputs} }, scope: 'document',
  create: ctx => ({ document({ published, root, definitions = [], statements = [] }) {
    const seen = published && [published.revision, (published.facts.definitions ?? published.facts.statements).length]
    ctx.report({ node: root ?? statements[0], messageId: 'found', data: { what: JSON.stringify(seen) } })
  } }),
}`
const plugin = `export default { rules: { asks: ${rule("inputs: ['publishedVersion']")}, silent: ${rule('')} } }`

describe('the published version', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ plugin })
  })

  const seen = async (format: 'json-schema-yaml' | 'sql', text: string, versions: (string | null)[]) => {
    const found: string[][] = []
    for (const [i, version] of versions.entries()) {
      const published = version === null ? null : { revision: `1.${i}`, text: version }
      const { units } = await runner.check({ documentId: format, revision: i, format, text, published })
      found.push(
        units.flatMap(({ findings }) => findings.map(finding => `${finding.ruleId} ${finding.message.en}`)),
      )
    }
    return found
  }

  it('[K7] reaches the rules that declare it, again when another is published', async () => {
    const two = '$defs:\n  A: {}\n  B: {}\n'
    expect(
      await seen('json-schema-yaml', 'type: object\n', [null, two, two, '$defs:\n  A: {}\n', null]),
    ).toEqual([
      ['plugin/asks null', 'plugin/silent null'],
      ['plugin/asks ["1.1",2]', 'plugin/silent null'],
      ['plugin/asks ["1.2",2]', 'plugin/silent null'],
      ['plugin/asks ["1.3",1]', 'plugin/silent null'],
      ['plugin/asks null', 'plugin/silent null'],
    ])
  })

  it('[K13] tells of earlier versions where a rule looks for them, once they are handed in', async () => {
    const looks = `{ meta: { ${meta}, inputs: ['publishedVersion'] }, scope: 'document',
      create: ctx => ({ document({ published, root }) {
        const seen = published?.earlier
        const what = seen ? JSON.stringify([seen.isAll, ...seen.versions.map(({ revision, facts }) => revision + ' ' + facts.definitions.length)]) : 'unknown'
        ctx.report({ node: root, messageId: 'found', data: { what } })
      } }) }`
    const looking = await runnerWith({ looks: `export default { rules: { looks: ${looks} } }` })
    const check = async (revision: number, published: CheckRequest['published']) => {
      const request = {
        documentId: 'a',
        revision,
        format: 'json-schema-yaml',
        text: 'type: object\n',
      } as const
      const { units, wantsEarlier } = await looking.check({ ...request, published })
      return [wantsEarlier, ...units.flatMap(({ findings }) => findings.map(({ message }) => message.en))]
    }
    const version = (revision: string, definitions: string) => ({
      revision,
      text: `$defs: { ${definitions} }\n`,
    })
    const newest = version('3.0.0', '')
    const versions = [version('2.0.0', 'A: {}, B: {}'), version('1.0.0', 'A: {}')]
    const known = { ...newest, earlier: { versions, isAll: true } }
    expect(await check(1, null)).toEqual([false, 'unknown'])
    expect(await check(2, newest)).toEqual([true])
    expect(await check(3, known)).toEqual([false, '[true,"2.0.0 2","1.0.0 1"]'])
    expect(await check(4, known)).toEqual([false])
    const long = { revision: '0.1.0', text: `# ${'x'.repeat(1_200_000)}\n` }
    const cut = { ...version('4.0.0', ''), earlier: { versions: [...versions, long], isAll: true } }
    expect(await check(5, cut)).toEqual([false, '[false,"2.0.0 2","1.0.0 1"]'])
  })

  it('[K7] is read as the document is', async () => {
    expect(await seen('sql', 'select 1;', ['create table a (b int); select 2;'])).toEqual([
      ['plugin/asks ["1.0",2]', 'plugin/silent null'],
    ])
  })
})
