import type { Runner } from '../src/runner/runner.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const format = 'json-schema-yaml'

/** What a client that follows a document knows, as `rule: what`. */
class Follower {
  private readonly units = new Map<string, readonly string[]>()
  private revision = 0

  constructor(
    private readonly runner: Runner,
    private readonly documentId: string,
  ) {}

  async sees(text: string): Promise<string[]> {
    const { units } = await this.runner.check({
      documentId: this.documentId,
      revision: ++this.revision,
      format,
      text,
    })
    for (const { unit, findings } of units)
      this.units.set(
        unit,
        findings.map(({ ruleId, message }) => `${ruleId}: ${message.en.replace('Found ', '')}`),
      )
    return [...this.units.values()].flat().sort()
  }
}

/** A rule of its own in the first, faults where it is told to in the second. */
const plugins = {
  label: bundle({
    label: {
      scope: 'document',
      create: `{
        field: node => ctx.note(node, node.value.personalData),
        document: ({ notes }) => { for (const { node, fact } of notes) say(node, String(fact.label), 'key') },
      }`,
    },
  }),
  early: bundle({
    early: {
      scope: 'document',
      create: `(() => {
        const b = ctx.resolve('#/$defs/B')
        return {
          'schema.definition': node => ctx.note(node, 1),
          notes: notes => { for (const { node } of notes) say(node, String(b?.value['x-personal-data']), 'key') },
        }
      })()`,
    },
  }),
  slipping: bundle({
    unit: {
      create: `{ 'schema.definition': node => say(node, 'unit', node.value.title === 'slip' ? 'nonsense' : 'key') }`,
    },
    whole: {
      scope: 'document',
      create: `{ document: ({ definitions }) => { for (const node of definitions) say(node, 'whole', 'key') } }`,
    },
  }),
}

const schema = (label: string, title = 'T') =>
  `$defs:\n  A: { properties: { p: { $ref: '#/$defs/B' } } }\n  B: { type: string, x-personal-data: ${label} }\n  C: { title: ${title} }\n`

describe('what is kept of findings', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith(plugins)
  })

  it.each(Object.keys(plugins))('[V6] is what a fresh check finds: %s', async plugin => {
    const own = (found: readonly string[]) => found.filter(line => line.startsWith(plugin))
    const follower = new Follower(runner, `kept-${plugin}`)
    for (const [at, text] of [
      schema('basic'),
      schema('none'),
      schema('none', 'slip'),
      schema('sensitive'),
    ].entries()) {
      const kept = await follower.sees(text)
      const fresh = new Follower(runner, `fresh-${plugin}-${at}`)
      expect({ at, found: own(kept) }).toEqual({ at, found: own(await fresh.sees(text)) })
    }
  })

  it('[V6] is there for whoever opens a document again while it is being closed', async () => {
    const before = new Follower(runner, 'again').sees(schema('basic'))
    const closed = runner.close('again')
    const after = await new Follower(runner, 'again').sees(schema('basic'))
    await closed
    expect(after).toEqual(await before)
    expect(after).not.toEqual([])
    expect(await new Follower(runner, 'again').sees(schema('basic'))).toEqual([])
  })

  it('[V10] takes no longer because a document has thousands of anchors', async () => {
    const resolving = bundle({ resolving: { create: `{ 'schema.ref': node => ctx.resolve(node.ref) }` } })
    const follower = new Follower(await runnerWith({ resolving }), 'anchors')
    const text = (more: string) =>
      `$defs:\n${Array.from({ length: 2500 }, (_, at) => `  a${at}: { $anchor: a${at}, properties: { p: { $ref: '#a${at + 1}' }${at % 2 ? more : ''} } }\n`).join('')}`
    await follower.sees(text(''))
    expect(await follower.sees(text(', y: 1'))).toEqual([])
  })
})
