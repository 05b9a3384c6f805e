import type { PluginState } from '../src/engine/plugin-health.ts'
import { PluginFault } from '../src/sandbox/limits.ts'
import { checkOnce } from '../src/testing.ts'
import { document, honest } from './hostile.ts'
import { bundle } from './rules.ts'
import { quickest, runnerWith } from './runners.ts'

/** What each attack does when it sees a schema, and how it is to be named. */
const attacks: Readonly<Record<string, [string, RegExp]>> = {
  'an endless loop': ['for (;;) {}', /too-slow/],
  'a regular expression that never ends': [`/^(a+)+$/.test('a'.repeat(60) + 'b')`, /too-slow/],
  'a sort that cannot be interrupted': [
    'const big = []; big.length = 3e8; big.sort()',
    /too-slow|too-much-memory/,
  ],
  'more and more memory': [
    'const all = []; for (;;) all.push(new Array(1000).fill(1))',
    /too-much-memory|too-slow/,
  ],
  'one huge string': [`let s = 'x'; for (;;) s += s`, /too-much-memory|threw|too-slow/],
  'one huge typed array': ['new Uint8Array(1e9)', /too-much-memory|threw/],
  'more and more typed arrays': [
    'const all = []; for (;;) all.push(new Float64Array(1e5))',
    /too-much-memory/,
  ],
  'one huge array': ['new Array(4294967295).fill(0)', /too-much-memory|too-slow/],
  'a sparse array that is walked': [
    'const all = []; all[4294967294] = 1; all.forEach(one => one)',
    /too-slow|too-much-memory/,
  ],
  'a sparse array that grows': ['const all = []; for (let i = 0; ; i += 1e5) all[i] = i', /too-slow|memory/],
  'a string that is huge at once': [`'x'.repeat(2 ** 29).padEnd(2 ** 30, 'y')`, /too-much-memory|threw/],
  'waiting for ever': [
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0)',
    /cannot block|not defined/,
  ],
  'deep recursion': ['const f = n => f(n + 1) + 1; f(0)', /stack overflow/],
  'an error': [`throw new Error('cố ý')`, /cố ý/],
  'throwing nothing': ['throw null', /too-much-memory|threw/],
  'code from a string that loops': [`(0, eval)('for (;;) {}')`, /too-slow/],
}

describe('[V15] hostile plugins', () => {
  it.each(Object.entries(attacks))(
    '[V10, V15] names %s and lets an honest plugin go on',
    async (_name, [code, reason]) => {
      const hostile = bundle({ attack: { create: `{ schema() { ${code} } }` } })
      const attempt = async () => {
        const runner = await runnerWith({ hostile, honest })
        const started = performance.now()
        const found = await checkOnce(runner, 'json-schema-yaml', document)
        const tookMs = performance.now() - started
        expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual(
          expect.arrayContaining([
            ['hostile/fault', 'fault'],
            ['honest/honest', 'warning'],
          ]),
        )
        expect(found.find(({ severity }) => severity === 'fault')?.message.en).toMatch(reason)
        expect((await checkOnce(runner, 'json-schema-yaml', document)).map(({ ruleId }) => ruleId)).toContain(
          'honest/honest',
        )
        await runner.stop()
        return tookMs
      }
      expect(await quickest(5000, attempt)).toBeLessThan(5000)
    },
  )

  it('[V10, V15] ends a plugin that answers for ever that there is more to come', async () => {
    const hostile = `const plain = JSON.stringify
      JSON.stringify = (...all) => String(plain(...all)).replace('"hasMore":false', '"hasMore":true')
      ${honest}`
    const runner = await runnerWith({ hostile, honest })
    const found = await checkOnce(runner, 'json-schema-yaml', document)
    expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(['honest/honest', 'hostile/fault'])
    expect(found.find(({ severity }) => severity === 'fault')?.message.en).toMatch(/answer-invalid/)
  })

  const failing = bundle({
    attack: {
      create: `{ schema(node) { if (node.value.title !== 'lành') throw new Error('cố ý'); say(node, 'lành') } }`,
    },
  })
  const faulty = async () => {
    const states: [string, PluginState][] = []
    const runner = await runnerWith({ failing }, { onPluginState: (...state) => states.push(state) })
    const revisions = new Map<string, number>()
    const check = async (documentId: string, title: string) => {
      const revision = (revisions.get(documentId) ?? 0) + 1
      revisions.set(documentId, revision)
      const { units } = await runner.check({
        documentId,
        revision,
        format: 'json-schema-yaml',
        text: `title: ${title}\nx-lần: ${revision}\n`,
      })
      return units.flatMap(({ findings }) => findings.map(({ message }) => message.en))
    }
    return { runner, states, check }
  }

  it('[V10] puts a plugin out of use in the document in which it fails again and again, and in no other', async () => {
    const { runner, states, check } = await faulty()
    await check('lành', 'lành')
    for (let i = 0; i < 3; i++) await check('dữ', `dữ ${i}`)
    expect(await check('dữ', 'lành')).toEqual([])
    await runner.close('dữ')
    expect(await check('dữ', 'lành')).toEqual([expect.stringMatching(/does not check this document.*cố ý/)])
    expect(await check('khác', 'lành')).toEqual(['Found lành'])
    expect(states).toEqual([])
  })

  it('[V10] lets a document be checked again when it no longer makes the plugin fail', async () => {
    const { check } = await faulty()
    expect(await check('dữ', 'dữ')).toEqual([expect.stringContaining('cố ý')])
    expect(await check('dữ', 'lành')).toEqual(expect.arrayContaining(['Found lành']))
  })

  it('[V10] puts a plugin out of use everywhere when it fails in three documents, with a reason', async () => {
    const { states, check } = await faulty()
    for (const id of ['một', 'hai', 'ba', 'bốn']) await check(id, 'dữ')
    expect(states).toEqual([['failing', { kind: 'quarantined', reason: 'threw', rule: 'attack' }]])
    expect(await check('năm', 'lành')).toEqual([expect.stringContaining('is suspended')])
  })

  it('[V10] lists the rules of a plugin that is out of use, and says why in every document', async () => {
    const { runner, states, check } = await faulty()
    const rules = await runner.load({ id: 'failing', code: failing, quarantine: 'threw' })
    expect(rules.map(({ id }) => id)).toEqual(['attack'])
    expect(await check('một', 'lành')).toEqual([
      expect.stringContaining('is suspended after repeated failures (its code threw an error)'),
    ])
    expect(states).toEqual([])
  })

  it('[V14] gives a plugin nothing of its host', async () => {
    const names = [
      'process',
      'require',
      'module',
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'setTimeout',
      'console',
      'performance',
      'WebAssembly',
      'std',
      'os',
      'Worker',
      'navigator',
      'Deno',
      'Bun',
      'global',
      'import_meta',
    ]
    const probe = bundle({
      probe: {
        create: `{ schema(node) { say(node, ${JSON.stringify(names)}.filter(name => typeof globalThis[name] !== 'undefined')) } }`,
      },
    })
    const runner = await runnerWith({ probe })
    expect((await checkOnce(runner, 'json-schema-yaml', document)).map(({ message }) => message.en)).toEqual([
      'Found []',
    ])
    for (const code of [
      `import fs from 'node:fs'; export default { rules: {} }`,
      `const fs = await import('fs'); export default { rules: {} }`,
      `export { default } from './plugin.js'`,
    ])
      await expect(runner.load({ id: 'importer', code })).rejects.toThrow(PluginFault)
    const escaping = bundle({
      escape: {
        create: `{ schema(node) { say(node, typeof node.constructor.constructor('return this')().process) } }`,
      },
    })
    await runner.load({ id: 'probe', code: escaping })
    expect((await checkOnce(runner, 'json-schema-yaml', document)).map(({ message }) => message.en)).toEqual([
      'Found undefined',
    ])
  })

  it('[V14] has no clock and no chance', async () => {
    const uses = ['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'new (Date.prototype.constructor)()']
    const probe = bundle({
      probe: {
        create: `{ schema(node) { say(node, [${uses.map(use => `() => ${use}`).join()}].map(use => { try { use(); return 'yes' } catch { return 'no' } })) },
          'schema.property': node => say(node, new Date(Date.UTC(2025, 6, 1)).toISOString()) }`,
      },
    })
    const runner = await runnerWith({ probe })
    const found = await checkOnce(runner, 'json-schema-yaml', 'properties: { a: { type: string } }\n')
    expect(found.map(({ message }) => message.en)).toEqual(
      expect.arrayContaining(['Found ["no","no","no","no","no"]', 'Found 2025-07-01T00:00:00.000Z']),
    )
  })

  it('[V14] cannot carry one document into the findings of another', async () => {
    const thief = bundle({
      thief: {
        create: `{ schema(node) { globalThis.kept = (globalThis.kept ?? '') + node.value.title; Array.prototype.kept = globalThis.kept; say(node, globalThis.kept) } }`,
      },
    })
    const runner = await runnerWith({ thief })
    const check = (documentId: string, title: string, revision: number) =>
      runner.check({ documentId, revision, format: 'json-schema-yaml', text: `title: ${title}\n` })
    await check('one', 'BÍ-MẬT', 1)
    const { units } = await check('two', 'công-khai', 1)
    expect(JSON.stringify(units)).not.toContain('BÍ-MẬT')
    expect(JSON.stringify(units)).toContain('công-khai')
  })

  it('[V16] believes nothing: answers of another shape, places that do not exist, floods of findings', async () => {
    const bad = {
      flood: 'for (let i = 0; i < 3000; i++) say(node, String(i))',
      nowhere: `ctx.report({ node, below: ['không', 'x', 4], messageId: 'found', data: { what: 'chỗ gần nhất' } })`,
      elsewhere: `ctx.report({ node: { ...node, path: [], unit: '/etc/passwd' }, messageId: 'found' })`,
      shapes: `ctx.report({ node: { unit: 5, path: [], value: 1 }, messageId: 'found' })`,
      long: `ctx.report({ node, messageId: 'found', data: { what: 'x'.repeat(100000) } })`,
      pollution: `ctx.report({ node, messageId: '__proto__' })`,
      poison: `ctx.report({ node, messageId: 'found', data: JSON.parse('{"__proto__": {"what": "x"}}') })`,
    }
    const faults: Record<string, string[]> = {}
    for (const [id, code] of Object.entries(bad)) {
      const runner = await runnerWith({ [id]: bundle({ rule: { create: `{ schema(node) { ${code} } }` } }) })
      faults[id] = (await checkOnce(runner, 'json-schema-yaml', document)).map(
        ({ message, severity, marked }) => `${severity} ${message.en.slice(0, 60)} «${marked}»`,
      )
      await runner.stop()
    }
    expect(faults.flood?.length).toBe(501)
    expect(faults.flood?.find(line => line.startsWith('fault'))).toContain('found too much')
    expect(faults.nowhere).toEqual([`warning Found chỗ gần nhất «${document.trimEnd()}»`])
    expect(faults.elsewhere).toEqual([expect.stringMatching(/^fault Plugin elsewhere failed/)])
    expect(faults.shapes).toEqual([expect.stringMatching(/^fault Plugin shapes failed/)])
    expect(faults.long?.[0]?.length).toBeLessThan(200)
    expect(faults.pollution).toEqual([expect.stringMatching(/^fault Plugin pollution failed/)])
    expect(faults.poison).toEqual([expect.stringMatching(/^warning Found {what} /)])
  })

  it('[V11] says what a plugin lacks', async () => {
    const runner = await runnerWith({})
    const load = (code: string) => runner.load({ id: 'odd', code })
    await expect(load('export default {}')).rejects.toThrow(/definePlugin/)
    await expect(
      load('export default { rules: { a: { meta: {}, scope: "unit", create() {} } } }'),
    ).rejects.toThrow(/rule a: title/)
    await expect(load('for (;;) {}')).rejects.toMatchObject({ kind: 'too-slow' })
    await expect(load('export default (')).rejects.toThrow(/SyntaxError/)
    await expect(
      load(`const a = []; for (;;) a.push('x'.repeat(1e6)); export default a`),
    ).rejects.toBeInstanceOf(PluginFault)
  })
})
