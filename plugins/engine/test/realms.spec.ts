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
  }, 30_000)

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
})
