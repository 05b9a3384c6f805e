import type { PluginState } from '../src/engine/plugin-health.ts'
import { PluginFault } from '../src/sandbox/limits.ts'
import { helper, telling } from './helpers.ts'
import { runnerWith } from './runners.ts'

describe('hostile hovers and completions', () => {
  const place = {
    documentId: 'd',
    format: 'json-schema-yaml',
    text: 'properties: { a: {} }',
    offset: 15,
  } as const
  const attacks: Readonly<Record<string, string>> = {
    'an endless loop': '{ schema() { for (;;) {} } }',
    'an error': `{ schema() { throw new Error('x') } }`,
    'a text that is none': '{ schema: node => ctx.explain({ node, text: { vi: {}, en: [] } }) }',
    'a place that is none': `{ schema: node => ctx.explain({ node: { unit: '#', path: [{}] }, text: both('x') }) }`,
    'a flood': `{ schema: node => { for (let i = 0; i < 1e7; i++) ctx.explain({ node, text: both('x'.repeat(3000)) }) } }`,
    'another prototype': `{ schema: node => { Array.prototype.flatMap = () => [1]; Object.prototype.at = 'x'; ctx.explain({ node, text: both('x') }) } }`,
    'a visitor that there is not': `{ property() {} }`,
  }

  it.each(Object.entries(attacks))(
    '[V15, V47] names %s, and others go on',
    async (name, attack) => {
      const isHarmless = name === 'another prototype'
      const states: PluginState[] = []
      const runner = await runnerWith(
        { hostile: helper({ attack }), telling },
        { onPluginState: (_, state) => states.push(state) },
      )
      await runner.check({ ...place, revision: 1 })
      const isDone = async (n: number) =>
        isHarmless ? n === 4 : ((await runner.health()).hostile?.faults ?? 0) >= 3
      for (let n = 0; !(await isDone(n)); n++)
        expect((await runner.explain(place)).map(({ en }) => en).filter(en => en !== 'x')).toEqual(['name a'])
      if (isHarmless) return
      const found = await runner.check({ ...place, revision: 2, text: `${place.text}\n` })
      // Out of use in the document, and nowhere else.
      expect(states).toEqual([])
      expect(found.units.flatMap(({ findings }) => findings).map(({ ruleId }) => ruleId)).toContain(
        'hostile/fault',
      )
      await runner.stop()
    },
    60_000,
  )

  it('[V47] are refused with a reason when they do not say what they are', async () => {
    const load = (code: string) => runnerWith({ p: code })
    await expect(load(helper({ 'Not-Kebab': '{}' }))).rejects.toThrow(PluginFault)
    await expect(load(helper({ a: '{}' }, {}, `inputs: ['moon']`))).rejects.toThrow(/input moon/)
    await expect(load(helper({ a: '{}' }, {}, `inputs: ['publishedVersion']`))).rejects.toThrow(
      /input published/,
    )
    await expect(load(helper({ a: '{}' }, { a: '{}' }))).rejects.toThrow(/two parts have the id a/)
    await expect(
      load(`export default { rules: {}, hovers: { a: { meta: {}, create() {} } } }`),
    ).rejects.toThrow(/a: title/)
  })
})
