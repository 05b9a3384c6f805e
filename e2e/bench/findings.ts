import { ServerConnection } from '@lienthong/protocol/client'
import { createDocument } from '../documents.ts'
import { startProduct } from '../product.ts'
import { pause, until } from '../until.ts'
import type { Bench } from './bench.ts'
import { quantile } from './resources.ts'

const keystrokes = 60

/** One person breaks and mends a reference in a 2,000-line schema; how long until the other person's list of findings says so. */
export const findings: Bench = {
  title: 'Keystroke to finding on another person’s screen, 2,000-line schema',
  run: async () => {
    const product = await startProduct({ isDemo: true })
    try {
      const [an, binh] = await product.people()
      if (!an || !binh) throw new Error('the demo has too few people')
      const documentId = await createDocument(product, an.token, { text: schemaOf(2000) })
      const [writer, reader] = [an, binh].map(
        p => new ServerConnection({ url: product.url, token: async () => p.token }),
      )
      if (!writer || !reader) throw new Error('unreachable')
      const [mine, theirs] = [writer.open(documentId), reader.open(documentId)]
      await Promise.all([mine.ready, theirs.ready])
      const isBroken = () => theirs.findings.all.some(f => f.ruleId === 'schema-core/ref-resolves')
      await until('the first findings', () => theirs.findings.all.length > 0 || !isBroken(), {
        withinMs: 30_000,
      })
      const waits: number[] = []
      for (let i = 0; i < keystrokes; i++) {
        const breaks = i % 2 === 0
        const at =
          mine.text.toString().indexOf("'#/$defs/Type", 40_000 * (i % 3 === 0 ? 0 : 1)) +
          "'#/$defs/Type".length
        const started = performance.now()
        if (breaks) mine.text.insert(at, 'X')
        else mine.text.delete(mine.text.toString().indexOf('TypeX') + 4, 1)
        await until('the finding', () => isBroken() === breaks, { withinMs: 10_000, everyMs: 1 })
        waits.push(performance.now() - started)
        await pause(150)
      }
      writer.close()
      reader.close()
      return `| keystrokes | p50 | p95 | max |\n|---|---|---|---|\n| ${waits.length} | ${quantile(waits, 0.5).toFixed(0)} ms | ${quantile(waits, 0.95).toFixed(0)} ms | ${quantile(waits, 1).toFixed(0)} ms |`
    } finally {
      await product.stop()
    }
  },
}

/** A valid JSON Schema in YAML of about so many lines: definitions of ten lines that refer to one another. */
export function schemaOf(lines: number): string {
  const count = Math.floor(lines / 10)
  const definitions = Array.from({ length: count }, (_, i) =>
    [
      `  Type${i}:`,
      '    type: object',
      `    description: Đối tượng số ${i} của tài liệu đo.`,
      '    properties:',
      '      maDinhDanh:',
      '        type: string',
      '        maxLength: 36',
      '      lienKet:',
      `        $ref: '#/$defs/Type${(i + 1) % count}'`,
      '    additionalProperties: false',
    ].join('\n'),
  )
  return `$schema: https://json-schema.org/draft/2020-12/schema\n$id: https://example.vn/bench.schema.yaml\n$ref: '#/$defs/Type0'\n$defs:\n${definitions.join('\n')}\n`
}
