import type { Runner } from '../src/runner/runner.ts'
import { runnerWith } from './runners.ts'

const rule = (create: string) => `export default { rules: { names: {
  meta: { title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'], messages: { found: { vi: 'a', en: 'a' } } },
  scope: 'unit', create: ctx => (${create}) } } }`

const naming = rule("{ 'schema.property'(node) { ctx.report({ node, messageId: 'found' }) } }")
const failing = rule("{ 'schema.property'(node) { if (node.key === 'x') throw new Error('on purpose') } }")

describe('the health of a plugin', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ naming, failing })
  })

  const check = (documentId: string, revision: number, text: string) =>
    runner.check({ documentId, revision, format: 'json-schema-yaml', text })

  it('[RG13] says what it costs, what it finds where documents are open, and how it failed', async () => {
    expect((await runner.health()).naming).toEqual({
      runs: 0,
      totalMs: 0,
      p95Ms: 0,
      peakMemoryBytes: 0,
      documents: 0,
      findings: { names: 0 },
      faults: 0,
      lastFault: null,
    })
    await check('a', 1, 'properties:\n  a: {}\n')
    await check('a', 2, 'properties:\n  a: {}\n  b: {}\n')
    await check('b', 1, 'properties:\n  x: {}\n')
    const { naming, failing } = await runner.health()
    expect(naming).toMatchObject({ runs: 3, documents: 2, findings: { names: 3 }, faults: 0 })
    expect(naming?.totalMs).toBeGreaterThan(0)
    expect(naming?.p95Ms).toBeGreaterThan(0)
    expect(naming?.p95Ms).toBeLessThanOrEqual(naming?.totalMs ?? 0)
    expect(naming?.peakMemoryBytes).toBeGreaterThan(1_000_000)
    expect(naming?.peakMemoryBytes).toBeLessThanOrEqual(64 * 1024 * 1024)
    expect(failing).toMatchObject({ faults: 1, lastFault: { kind: 'threw', rule: 'names' } })
    await runner.close('a')
    expect((await runner.health()).naming).toMatchObject({ documents: 1, findings: { names: 1 } })
  })
})
