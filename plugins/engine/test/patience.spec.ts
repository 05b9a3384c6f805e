import type { Runner } from '../src/runner/runner.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const honest = bundle({ honest: { create: `{ 'schema.property': node => say(node, 'thấy', 'key') }` } })
/** Does its work, but takes its time: just within its budget. */
const slow = bundle({
  slow: {
    create: `{ 'schema.property': node => { for (let i = 0; i < 3e5; i++) {} say(node, 'chậm', 'key') } }`,
  },
})
const schema = (...names: string[]) => `properties:\n${names.map(name => `  ${name}: {}\n`).join('')}`

describe('who is slow', () => {
  let runner: Runner
  let revision = 0

  beforeAll(async () => {
    runner = await runnerWith({ honest, slow })
  })

  const check = async (text: string, patienceMs?: number) => {
    const request = { documentId: 'd', revision: ++revision, format: 'json-schema-yaml' as const, text }
    const { isPartial, units, places } = await runner.check({
      ...request,
      ...(patienceMs !== undefined && { patienceMs }),
    })
    const found = units.flatMap(({ unit, findings }) =>
      findings.map(({ ruleId, start, end }) => {
        const at = places[unit]?.[0]?.at ?? 0
        return `${ruleId.split('/')[0]} ${text.slice(start + at, end + at)}`
      }),
    )
    return { isPartial, found: found.sort() }
  }

  it('[V32] holds up nobody else, and is heard when it is done', async () => {
    const text = schema('một')
    expect(await check(text, 1)).toEqual({ isPartial: true, found: [] })
    const heard = new Set<string>()
    for (let isPartial = true; isPartial; ) {
      const answer = await check(text, 20)
      for (const one of answer.found) heard.add(one)
      isPartial = answer.isPartial
    }
    expect(heard).toEqual(new Set(['honest một', 'slow một']))
  })

  describe('in a large document that is opened', () => {
    const definitions = Array.from(
      { length: 40 },
      (_, at) => `  T${at}:\n    description: ${'x'.repeat(2_000)}\n    properties: { t${at}: {} }\n`,
    )
    const text = `$defs:\n${definitions.join('')}`

    /** The units that each answer told of. */
    const told = async (near?: number) => {
      const slowly = await runnerWith({ slow })
      const answers: string[][] = []
      for (let isPartial = true; isPartial; ) {
        const revision = answers.length + 1
        const request = { documentId: 'large', format: 'json-schema-yaml', text, patienceMs: 5 } as const
        const answer = await slowly.check({ ...request, revision, ...(near !== undefined && { near }) })
        answers.push(answer.units.filter(({ findings }) => findings.length > 0).map(({ unit }) => unit))
        isPartial = answer.isPartial
      }
      return answers.filter(units => units.length > 0)
    }

    it('[V48] shows what it has found so far, from the beginning', async () => {
      const answers = await told()
      expect(answers.flat().length).toBe(40)
      // Slices of 16,000 characters: at least two answers had some of them.
      expect(answers.length).toBeGreaterThan(1)
      expect(answers[0]).toContain('/$defs/T0')
    })

    it('[V48] looks first where somebody does', async () => {
      const answers = await told(text.indexOf('T30:'))
      expect(answers.flat().length).toBe(40)
      expect(answers[0]).toContain('/$defs/T30')
      expect(answers[0]).not.toContain('/$defs/T0')
    })
  })

  it('[V32] is held to what it found before, on the words that are left', async () => {
    await check(schema('một', 'hai'))
    const answer = await check(schema('xã', 'một', 'hai'), 1)
    expect(answer.found.filter(one => one.startsWith('slow'))).toEqual(['slow hai', 'slow một'])
    expect(answer.isPartial).toBe(true)
    const all = ['honest hai', 'honest một', 'honest xã', 'slow hai', 'slow một', 'slow xã']
    expect(await check(schema('xã', 'một', 'hai'))).toEqual({ isPartial: false, found: all })
  })

  it('[RG5] is held to what its version before found, in a document that it has not looked at yet', async () => {
    const versions = await runnerWith({ honest })
    const code = (what: string, turns: number) =>
      bundle({
        turned: {
          create: `{ 'schema.property': node => { for (let i = 0; i < ${turns}; i++) {} say(node, '${what}', 'key') } }`,
        },
      })
    await versions.load({ id: 'turned', key: 'turned@1', code: code('cũ', 0) })
    const request = { documentId: 'e', format: 'json-schema-yaml', text: schema('một') } as const
    const found = async (key: string, patienceMs?: number) => {
      const asked = { ...request, revision: ++revision, plugins: ['honest', key] }
      const { units } = await versions.check(patienceMs === undefined ? asked : { ...asked, patienceMs })
      return units.flatMap(({ findings }) => findings.map(({ message }) => message.en))
    }
    expect(await found('turned@1')).toEqual(['Found thấy', 'Found cũ'])
    await versions.load({ id: 'turned', key: 'turned@2', code: code('mới', 3e5) })
    await versions.unload('turned@1')
    expect(await found('turned@2', 1)).toEqual([])
    expect(await found('turned@2')).toEqual(['Found thấy', 'Found mới'])
  })

  it('[V32] is waited for where everything is wanted', async () => {
    expect(await check(schema('ba'))).toEqual({ isPartial: false, found: ['honest ba', 'slow ba'] })
    await check(schema('bốn'), 1)
    await runner.close('d')
    expect((await check(schema('bốn'))).isPartial).toBe(false)
  })
})
