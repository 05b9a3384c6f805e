import type { CheckRequest, CheckResult } from '../src/engine/finding.ts'
import type { Runner } from '../src/runner/runner.ts'
import { Client } from './client.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'
import { around, format } from './surroundings.ts'

const plugins = {
  reach: bundle({
    reach: {
      create: `{ 'schema.ref': node => say(node, ctx.reach(node.ref) + ' ' + (ctx.resolve(node.ref)?.path.join('/') ?? '-')) }`,
    },
  }),
  seen: bundle({
    seen: { create: `{ 'schema.ref': node => say(node, ctx.resolve(node.ref)?.value ?? null) }` },
  }),
  behind: bundle({
    behind: {
      create: `{ 'schema.ref': node => say(node, ctx.resolve(String(ctx.resolve(node.ref)?.ref))?.path.join('/') ?? '-') }`,
    },
  }),
  stated: bundle({
    stated: {
      create: `{ schema: node => node.value['x-ref'] && say(node, ctx.reach(node.value['x-ref'])) }`,
    },
  }),
}

const refTo = (...refs: string[]) =>
  `properties:\n${refs.map((ref, at) => `  a${at}: { $ref: '${ref}' }\n`).join('')}`

describe('references between documents that are hard to follow', () => {
  let runner: Runner
  let count = 0

  beforeAll(async () => {
    runner = await runnerWith(plugins)
  })

  const check = (
    text: string,
    surroundings: CheckRequest['surroundings'],
    more: Partial<CheckRequest> = {},
  ) => {
    const revision = ++count
    return runner.check({ documentId: `edge-${revision}`, revision, format, text, surroundings, ...more })
  }
  const said = ({ units }: CheckResult, rule: string) =>
    units
      .flatMap(({ findings }) => findings)
      .filter(({ ruleId }) => ruleId === `${rule}/${rule}`)
      .map(({ message }) => message.en.replace('Found ', ''))

  it('[V41] are followed to anchors of schemas, not of data', async () => {
    const there = 'examples: [{ $anchor: nhan }]\n$defs:\n  N: { $anchor: nhan }\n'
    expect(said(await check(refTo('ma.yaml#nhan'), around({ 'ma.yaml': there })), 'reach')).toEqual([
      'known $defs/N',
    ])
    const written = '{"$defs":{"A":{"\\u0024anchor":"nhan"}}}'
    const { documents, ...rest } = around({ 'ma.json': written })
    const inJson = documents.map(document => ({ ...document, format: 'json-schema-json' as const }))
    const found = await check(refTo('ma.json#nhan'), { ...rest, documents: inJson })
    expect(said(found, 'reach')).toEqual(['known $defs/A'])
  })

  it('[V41] are those of schemas: data that looks like one is left as it is', async () => {
    const there = around({ 'ma.yaml': "const: { $ref: '#/a' }\n" })
    expect(said(await check(refTo('ma.yaml'), there), 'seen')).toEqual(['{"const":{"$ref":"#/a"}}'])
    const data = "const: { $ref: 'khac.yaml' }\nexamples: [{ $ref: 'https://vidu.vn/y' }]\n"
    expect((await check(data, around({}))).wanted).toEqual([])
    const escaped = 'properties:\n  a: { "\\x24ref": \'ma.yaml\' }\n'
    expect(said(await check(escaped, there), 'reach')).toEqual(['known '])
  })

  it('[V41] have fragments of any letters, here and behind others', async () => {
    const surroundings = around({
      'ma.yaml':
        "$defs:\n  A: { $ref: 'goc.yaml#nhãn' }\n  B: { $ref: 'goc.yaml#/$defs/Tỷ lệ %' }\n  'C#': { $ref: '#/$defs/A' }\n",
      'goc.yaml': "$defs:\n  X: { $anchor: nhãn }\n  'Tỷ lệ %': {}\n",
    })
    const text = refTo('ma.yaml#/$defs/A', 'ma.yaml#/$defs/B', 'ma.yaml#/$defs/C#')
    expect(said(await check(text, surroundings), 'behind')).toEqual(['$defs/X', '$defs/Tỷ lệ %', '$defs/A'])
    const own = `$id: 'https://vidu.vn/ho-so#'\n$defs:\n  A: {}\n${refTo('https://vidu.vn/ho-so#/$defs/A')}`
    expect(said(await check(own, around({})), 'reach')).toEqual(['known $defs/A'])
  })

  it('[V42] show of documents with other readers what they demand, as it is, and nothing else', async () => {
    const bare = async (text: string) =>
      said(await check(refTo('ma.yaml'), around({ 'ma.yaml': text }, { isBare: true })), 'seen').join()
    const words =
      'type: object\nexample: KÍN\nx-ghi-chu: KÍN\nexternalDocs: { url: KÍN }\nitems: [{ example: KÍN }]\n'
    expect(await bare(words)).toBe('{"type":"object","items":[{}]}')
    const demands = '{"const":{"title":"a"},"dependentRequired":{"title":["b"]},"enum":[{"default":1}]}'
    expect(await bare(demands)).toBe(demands)
  })

  it('[V39] are unknown alike beyond what is shown, however the document came to be as it is', async () => {
    const large = (letter: string) => `$defs:\n  X:\n    title: ${letter.repeat(100_000)}\n`
    const surroundings = around({ 'a.yaml': large('a'), 'b.yaml': large('b') })
    const texts = [refTo('a.yaml#/$defs/X', 'b.yaml#/$defs/X'), refTo('b.yaml#/$defs/X', 'a.yaml#/$defs/X')]
    const kept = new Client()
    for (const text of texts) kept.take(await check(text, surroundings, { documentId: 'swapped' }))
    const fresh = new Client()
    fresh.take(await check(String(texts[1]), surroundings))
    expect(kept.placed(String(texts[1]))).toEqual(fresh.placed(String(texts[1])))
  })

  it('[V39] are forgotten where settings change with them', async () => {
    const surroundings = around({ 'ma.yaml': '$defs:\n  Ma: {}\n' })
    const rules = { 'stated/stated': { options: { a: 1 } } }
    const documentId = 'settings'
    await check(`x-ref: ma.yaml\n${refTo('ma.yaml')}`, surroundings, { documentId })
    const kept = await check('x-ref: ma.yaml\n', surroundings, { documentId, rules })
    expect(said(kept, 'stated')).toEqual(
      said(await check('x-ref: ma.yaml\n', surroundings, { rules }), 'stated'),
    )
  })

  it('[V41] keep little of large documents in memory', async () => {
    const large = (name: number) =>
      `$defs:\n  A: {}\n${Array.from({ length: 9_000 }, (_, n) => `  T${name}x${n}: { type: string, title: Trường số ${n}, maxLength: ${n} }\n`).join('')}`
    const texts = Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`m${n}.yaml`, large(n)]))
    const text = refTo(...Object.keys(texts).map(path => `${path}#/$defs/A`))
    const reached = said(await check(text, around(texts)), 'reach')
    expect(reached).toEqual(reached.map(() => 'known $defs/A'))
    expect(reached).toHaveLength(16)
  }, 120_000)
})
