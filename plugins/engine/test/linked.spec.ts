import { Gathering } from '../src/linked/gathering.ts'
import type { Surroundings } from '../src/linked/linked.ts'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'
import { address, around, at, format } from './surroundings.ts'

const plugins = {
  reach: bundle({
    reach: {
      create: `{
        'schema.ref': node => say(node, ctx.reach(node.ref) + ' ' + (ctx.resolve(node.ref)?.path.join('/') ?? '-')),
      }`,
    },
  }),
  seen: bundle({
    seen: { create: `{ 'schema.ref': node => say(node, ctx.resolve(node.ref)?.value ?? null) }` },
  }),
  chain: bundle({
    chain: {
      create: `{ 'schema.ref': node => say(node, ctx.resolve(String(ctx.resolve(node.ref)?.ref))?.value ?? null) }`,
    },
  }),
  fields: bundle({
    fields: { create: `{ field: ({ value, ...node }) => say(node, [value.type, value.definition]) }` },
  }),
  whole: bundle({
    whole: {
      scope: 'document',
      create: `{ document({ root, refs }) { for (const { ref } of refs) say(root, [ctx.reach(ref), ctx.resolve(ref)?.value.title ?? null]) } }`,
    },
  }),
  noting: bundle({
    noting: {
      scope: 'document',
      create: `{
        'schema.ref': node => ctx.note(node, ctx.resolve(node.ref)?.value.title ?? null),
        notes(notes) { for (const { node, fact } of notes) say(node, String(fact)) },
      }`,
    },
  }),
}

describe('[V41] references between documents', () => {
  let runner: Runner
  let documents = 0

  beforeAll(async () => {
    runner = await runnerWith(plugins)
  })

  /** What each rule says, one check after the other; only what changed is told. */
  const follow = async (text: string, given: readonly (Surroundings | null)[]) => {
    const documentId = `linked-${++documents}`
    const told: Record<string, string[]>[] = []
    for (const [n, surroundings] of given.entries()) {
      const { units } = await runner.check({ documentId, revision: n + 1, format, text, surroundings })
      const said: Record<string, string[]> = {}
      for (const { ruleId, message } of units.flatMap(({ findings }) => findings)) {
        const rule = ruleId.slice(ruleId.indexOf('/') + 1)
        said[rule] = [...(said[rule] ?? []), message.en.replace('Found ', '')]
      }
      told.push(said)
    }
    return told
  }

  const refTo = (ref: string) => `properties:\n  a: { $ref: '${ref}' }\n`
  const codes = '$defs:\n  Ma: { type: string, title: Mã }\n'

  it('are unknown, missing or known', async () => {
    const text = refTo('ma.yaml#/$defs/Ma')
    const empty = around({}, { missing: ['ma.yaml'] })
    const given = [
      null,
      around({}),
      empty,
      around({ 'ma.yaml': codes }),
      around({ 'ma.yaml': '$defs: {}\n' }),
    ]
    const told = await follow(text, given)
    expect(told.map(({ reach }) => reach)).toEqual([
      ['unknown -'],
      undefined,
      ['missing -'],
      ['known $defs/Ma'],
      ['known -'],
    ])
    expect(told.map(({ whole }) => whole)).toEqual([
      ['["unknown",null]'],
      undefined,
      ['["missing",null]'],
      ['["known","Mã"]'],
      ['["known",null]'],
    ])
    expect(told.map(({ noting }) => noting?.join())).toEqual(['null', undefined, 'null', 'Mã', 'null'])
  })

  it('are followed from document to document, and back', async () => {
    const [said] = await follow(refTo('ma.yaml#/$defs/Ma'), [
      around({
        'ma.yaml': "$defs:\n  Ma: { $ref: 'goc/kieu.yaml' }\n",
        'goc/kieu.yaml': "$ref: '../ho-so.schema.yaml#/properties/a'\n",
      }),
    ])
    expect(said?.seen).toEqual(['{"$ref":"lienthong:/danh-muc/goc/kieu.yaml"}'])
    expect(said?.chain).toEqual(['{"$ref":"lienthong:/danh-muc/ho-so.schema.yaml#/properties/a"}'])
  })

  it('give fields what is said there', async () => {
    const [said] = await follow(refTo('ma.yaml#/$defs/Ma'), [around({ 'ma.yaml': codes })])
    expect(said?.fields).toEqual(['["text","Ma"]'])
  })

  it('lead to anchors, the whole document, and this document by its address or id', async () => {
    const text = `$id: https://vidu.vn/ho-so\n$defs:\n  A: {}\n  B: { $anchor: nhan }\nproperties:\n  a: { $ref: 'ma.yaml#nhan' }\n  b: { $ref: ma.yaml }\n  c: { $ref: 'ho-so.schema.yaml#/$defs/A' }\n  d: { $ref: 'https://vidu.vn/ho-so#nhan' }\n  e: { $ref: 'ma.yaml#khac' }\n  f: { $ref: '__proto__' }\n`
    const [said] = await follow(text, [
      around(
        { 'ma.yaml': 'title: M\n$defs:\n  N: { $anchor: nhan }\n' },
        { missing: ['__proto__'], unknown: ['https://vidu.vn/__proto__'] },
      ),
    ])
    expect(said?.reach).toEqual([
      'known $defs/N',
      'known ',
      'known $defs/A',
      'known $defs/B',
      'known -',
      'missing -',
    ])
  })

  it('find a document by its id where there is none at the address', async () => {
    const text = `$id: https://vidu.vn/danh-muc/ho-so\n${refTo('ma#/$defs/Ma')}`
    const { documents: all, ...rest } = around({ 'ma.yaml': codes })
    const named = all.map(document => ({ ...document, names: ['https://vidu.vn/danh-muc/ma'] }))
    const given = [
      around({}),
      around({}, { missing: ['ma'] }),
      { ...rest, documents: named, missing: [at('ma')] },
    ]
    const told = await follow(text, given)
    expect(told.map(({ reach }) => reach)).toEqual([['unknown -'], undefined, ['known $defs/Ma']])
  })

  it('say nothing of what may be in a part that cannot be read', async () => {
    const broken = '$defs:\n\tMa: {}\n'
    const given = [around({ 'ma.yaml': codes }), around({ 'ma.yaml': broken })]
    const told = await follow(refTo('ma.yaml#/$defs/Ma'), given)
    expect(told.map(({ reach }) => reach)).toEqual([['known $defs/Ma'], undefined])
    const [said] = await follow(refTo('khac.yaml#/$defs/Ma'), [around({ 'khac.yaml': broken })])
    expect(said?.reach).toEqual(['unknown -'])
  })

  it('do not reach a part that is too large to be shown', async () => {
    const large = `$defs:\n  Ma:\n    title: ${'dài '.repeat(50_000)}\n  Nho: {}\n`
    const text = `$ref: 'ma.yaml#/$defs/Ma'\nproperties:\n  a: { $ref: 'ma.yaml#/$defs/Nho' }\n`
    const [said] = await follow(text, [around({ 'ma.yaml': large })])
    expect(said?.reach).toEqual(['unknown -', 'known $defs/Nho'])
  })

  it('[V42] show of documents with other readers no words and samples', async () => {
    const told =
      'type: object\ntitle: T\ndescription: Đ\nexamples: [{}]\nproperties:\n  title: { type: string, default: x, description: y }\n'
    const [said] = await follow(refTo('ma.yaml'), [around({ 'ma.yaml': told }, { isBare: true })])
    expect(said?.seen).toEqual(['{"type":"object","properties":{"title":{"type":"string"}}}'])
  })

  it('say which documents are wanted, those behind others once these are known', async () => {
    const text = `$ref: 'https://vidu.vn/x'\nproperties:\n  a: { $ref: 'ma.yaml#/$defs/Ma' }\n  b: { $ref: '#/$defs/B' }\n`
    const asked = () => ({ documentId: `linked-${++documents}`, revision: 1, format }) as const
    const wantedWith = async (surroundings: Surroundings | null) =>
      (await runner.check({ ...asked(), text, surroundings })).wanted
    expect(await wantedWith(null)).toEqual([])
    expect(await wantedWith(around({}))).toEqual(['https://vidu.vn/x', at('ma.yaml')])
    const many = `allOf:\n${Array.from({ length: 500 }, (_, n) => `  - $ref: m${n}.yaml\n`).join('')}`
    expect((await runner.check({ ...asked(), text: many, surroundings: around({}) })).wanted).toHaveLength(50)
    expect(await wantedWith(around({ 'ma.yaml': '$defs:\n  Ma: { $ref: goc.yaml }\n' }))).toEqual([
      'https://vidu.vn/x',
      at('ma.yaml'),
      at('goc.yaml'),
    ])
  })

  it('are gathered for a check that is made once', async () => {
    const texts = new Map([
      [at('ma.yaml'), "$defs:\n  Ma: { $ref: 'goc.yaml' }\n"],
      [at('goc.yaml'), 'type: integer\n'],
    ])
    const gathering = new Gathering(address, async wanted => {
      const text = texts.get(wanted)
      return text === undefined ? 'missing' : { address: wanted, revision: '1', format, text }
    })
    const found = await checkOnce(runner, format, refTo('ma.yaml#/$defs/Ma'), {}, gathering)
    expect(found.find(({ ruleId }) => ruleId === 'fields/fields')?.message.en).toBe('Found ["integer","Ma"]')
  })

  it('of two documents that refer to the same each have it at the revision that it was given', async () => {
    const check = async (documentId: string, revision: number, type: string) => {
      const surroundings = around({ 'ma.yaml': `$defs:\n  Ma: { type: ${type} }\n` })
      const text = refTo('ma.yaml#/$defs/Ma')
      const { units } = await runner.check({ documentId, revision, format, text, surroundings })
      const found = units.flatMap(({ findings }) => findings)
      return found.find(({ ruleId }) => ruleId === 'seen/seen')?.message.en
    }
    const said = [
      await Promise.all([check('one', 1, 'string'), check('two', 1, 'integer')]),
      await Promise.all([check('one', 2, 'integer'), check('two', 2, 'string')]),
    ]
    await runner.close('one')
    said.push(await Promise.all([check('two', 3, 'boolean'), check('one', 1, 'boolean')]))
    expect(said).toEqual([
      ['Found {"type":"string"}', 'Found {"type":"integer"}'],
      ['Found {"type":"integer"}', 'Found {"type":"string"}'],
      ['Found {"type":"boolean"}', 'Found {"type":"boolean"}'],
    ])
  })

  it('are for looking at, not for reporting on', async () => {
    const reporting = (create: string, scope: 'unit' | 'document') => bundle({ rule: { create, scope } })
    const other = await runnerWith({
      unit: reporting(`{ 'schema.ref': node => say(ctx.resolve(node.ref), 'x') }`, 'unit'),
      document: reporting(`{ document({ refs }) { say(ctx.resolve(refs[0].ref), 'x') } }`, 'document'),
    })
    const surroundings = around({ 'ma.yaml': codes })
    const text = refTo('ma.yaml#/$defs/Ma')
    const { units } = await other.check({ documentId: 'x', revision: 1, format, text, surroundings })
    const messages = units.flatMap(({ findings }) => findings.map(({ message }) => message.en))
    expect(messages).toHaveLength(2)
    for (const message of messages) expect(message).toContain('not on what it resolved in another')
  })
})
