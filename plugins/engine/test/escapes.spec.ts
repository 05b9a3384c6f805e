import { checkOnce } from '../src/testing.ts'
import { attacked, document, faultsOf } from './hostile.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

/** What leads to another global object than the plugin's own, if anything does. */
const ways = [
  `Function('return this')()`,
  `new Function('return globalThis')()`,
  `(0, eval)('this')`,
  `node.constructor.constructor('return this')()`,
  `node.value.constructor.constructor('return this')()`,
  `ctx.report.constructor('return this')()`,
  `Object.getPrototypeOf(ctx).constructor.constructor('return this')()`,
  `(function* () {}).constructor('return this')().next().value`,
  `Object.getPrototypeOf(async () => {}).constructor('return this')`,
  `Reflect.construct(Function, ['return this'])()`,
  `globalThis.lienthong.step.constructor('return this')()`,
  `globalThis.lienthong.begin.constructor.call(null, 'return this')()`,
  `new Error('x').constructor.constructor('return this')()`,
  `Date.constructor('return this')()`,
]
const wanted = ['process', 'require', 'module', 'fetch', 'WebAssembly', 'Worker', 'setTimeout', 'std', 'os']

describe('ways out of the sandbox', () => {
  it.each(ways)('[V14] leads nowhere: %s', async way => {
    const escaping = bundle({
      escape: {
        create: `{ schema(node) { const found = ${way}; say(node, ${JSON.stringify(wanted)}.filter(name => name in found)) } }`,
      },
    })
    const found = await attacked(escaping)
    expect(found.map(({ message }) => message.en)).toEqual(['Found []'])
  })

  it('[V14] imports nothing, also not later', async () => {
    const importing = bundle({
      importing: {
        create: `{ schema(node) {
          for (const name of ['node:fs', 'fs', 'std', 'os', 'plugin.js', 'lienthong.js', 'data:text/javascript,0', 'file:///etc/passwd'])
            import(name).then(module => { globalThis.taken = Object.keys(module).join() }, () => { globalThis.refused = true })
          say(node, String(globalThis.taken))
        } }`,
      },
    })
    const runner = await runnerWith({ importing })
    const said = []
    for (let revision = 1; revision < 4; revision++) {
      const text = `title: ${revision}\n`
      const { units } = await runner.check({
        ...{ documentId: 'd', revision, format: 'json-schema-yaml', text },
      })
      said.push(...units.flatMap(({ findings }) => findings.map(({ message }) => message.en)))
    }
    expect(said).not.toEqual([])
    expect(said.join()).not.toMatch(/readFile|rules|default|exec|open/)
  })

  it('[V14] sees nothing that another plugin keeps', async () => {
    const keeping = bundle({
      keeping: {
        create: `{ schema(node) { globalThis.kept = Object.prototype.kept = 'BÍ-MẬT'; say(node, 'x') } }`,
      },
    })
    const looking = bundle({
      looking: { create: `{ schema: node => say(node, String(globalThis.kept ?? {}.kept)) }` },
    })
    const runner = await runnerWith({ keeping, looking })
    for (let times = 0; times < 2; times++)
      expect(
        (await checkOnce(runner, 'json-schema-yaml', document)).map(({ message }) => message.en),
      ).toEqual(['Found x', 'Found undefined'])
  })

  it('[V14, V28] asks for nothing with what our half keeps to itself', async () => {
    const asking = bundle({
      asking: {
        create: `{ schema(node) {
          const found = []
          const { get } = Map.prototype
          Map.prototype.get = function (...given) { found.push(this); return get.apply(this, given) }
          let said = 'refused'
          try { said = String(ctx.directives.byCode('NQ-71-CP')) } catch {}
          say(node, [said, found.flatMap(one => [...one.values()]).filter(one => typeof one === 'function').length])
        } }`,
      },
    })
    const found = await attacked(asking)
    expect([faultsOf(found), found.map(({ message }) => message.en)]).toEqual([[], ['Found ["refused",0]']])
  })
})
