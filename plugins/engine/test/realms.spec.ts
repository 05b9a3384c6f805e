import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const counting = bundle({
  counting: {
    create: `{ schema: node => { globalThis.runs = (globalThis.runs ?? 0) + 1; say(node, 'lần ' + globalThis.runs) } }`,
  },
})

const large = (name: string) =>
  `$defs:\n${Array.from({ length: 6000 }, (_, i) => `  ${name}${i}: { title: ${'đ'.repeat(120)} }\n`).join('')}`

describe('many documents at once', () => {
  it('[V15] lets the document that was not used for longest give way, and finds the same when it returns', async () => {
    const runner = await runnerWith({ counting })
    const check = (documentId: string, revision: number, text: string) =>
      runner.check({ documentId, revision, format: 'json-schema-yaml', text })
    for (let i = 0; i < 20; i++) await check(`d${i}`, 1, `title: Tài liệu ${i}\n`)
    const kept = await check('d19', 2, 'title: Tài liệu mới\n')
    expect(kept.units[0]?.findings[0]?.message.vi).toBe('Thấy lần 2')
    const anew = await check('d0', 2, 'title: Tài liệu mới\n')
    expect(anew.units[0]?.findings[0]?.message.vi).toBe('Thấy lần 1')
  })

  it('[V15] holds several documents of a megabyte without a fault', async () => {
    const runner = await runnerWith({
      honest: bundle({ honest: { create: `{ 'schema.ref': node => say(node, 'x') }` } }),
    })
    for (const name of ['A', 'B', 'C', 'D']) {
      const { units } = await runner.check({
        documentId: name,
        revision: 1,
        format: 'json-schema-yaml',
        text: large(name),
      })
      expect(units).toEqual([])
    }
  }, 120_000)

  it('[V6] hands a large document in by portions: rules see all of it, first and last', async () => {
    const seeing = bundle({
      ends: {
        create: `{ 'schema.ref': node => say(node, String(ctx.resolve(node.ref)?.value.title)) }`,
      },
      whole: {
        scope: 'document',
        create: `{ document: ({ root, definitions }) => say(root, definitions.length + ' định nghĩa', 'key') }`,
      },
    })
    const runner = await runnerWith({ seeing })
    const filled = (i: number) => `  A${i}: { title: T${i}, description: ${'đ'.repeat(1_000)} }\n`
    const ends = `  First: { $ref: '#/$defs/A599' }\n`
    const text = (last: string) =>
      `$defs:\n${ends}${Array.from({ length: 600 }, (_, i) => filled(i)).join('')}  Last: { $ref: '#/$defs/${last}' }\n`
    const check = async (revision: number, last: string) => {
      const { units } = await runner.check({
        documentId: 'large',
        revision,
        format: 'json-schema-yaml',
        text: text(last),
      })
      return units.flatMap(({ findings }) => findings.map(({ message }) => message.vi)).sort()
    }
    expect(await check(1, 'First')).toEqual(['Thấy 602 định nghĩa', 'Thấy T599', 'Thấy undefined'])
    expect(await check(2, 'A0')).toEqual(['Thấy T0'])
  })
})
