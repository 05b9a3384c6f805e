import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { jest } from '@jest/globals'
import type { Format } from '@lienthong/plugin-sdk'
import { loadModule } from 'libpg-query'
import { readDocument } from './read.ts'

// A loaded machine collects slowly.
jest.setTimeout(60_000)

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const heapMb = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const count = 100
const filling = 'Một câu đủ dài để đoạn này có nhiều chữ. '.repeat(200)
const parts = (part: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(between)

const samples: Readonly<Record<Format, string>> = {
  markdown: `# tên\n\n${parts(at => `## Mục ${at}\n\nở đây ${filling}\n\n`)}`,
  sql: `COMMENT ON TABLE b0 IS 'tên';\n${parts(at => `CREATE TABLE b${at} (c text DEFAULT 'ở đây ${filling}');\n`)}`,
  'json-schema-yaml': `title: tên\n$defs:\n${parts(at => `  D${at}:\n    description: ở đây ${filling}\n`)}`,
  'json-schema-json': `{"title": "tên", "$defs": {${parts(at => `"D${at}": {"description": "ở đây ${filling}"}`, ',\n')}}}`,
}

const formats = Object.keys(samples) as Format[]

/** As it comes from another process: a string of its own. */
const inserted = (text: string, at: number, words: string): string =>
  Buffer.from(text.slice(0, at) + words + text.slice(at)).toString()

describe('what is kept of a document', () => {
  beforeAll(() => loadModule())

  it.each(formats)('[V40] %s edited all over, is its text of now and what was read of it', async format => {
    const sample = samples[format]
    let model = readDocument(format, sample, null)
    const replaced: WeakRef<object>[] = []
    const before = heapMb()
    for (let part = 0; part < count; part++) {
      const { text, units } = model
      for (const { parsed } of units) replaced.push(new WeakRef(parsed))
      const at = text.indexOf('ở đây', Math.floor((text.length * part) / count))
      model = readDocument(format, inserted(text, at, 'chữ '), model)
      model = readDocument(format, inserted(model.text, model.text.indexOf('tên'), 'x'), model)
    }
    // What a weak reference was asked for is kept until the next turn.
    await new Promise(resolve => setTimeout(resolve))
    // A hundred of its texts are more than 150 MB.
    expect(heapMb() - before).toBeLessThan(40)
    const kept = new Set(replaced.map(unit => unit.deref()).filter(unit => unit !== undefined))
    const now = new Set<unknown>(model.units.map(({ parsed }) => parsed))
    expect([...kept].filter(parsed => !now.has(parsed)).length).toBeLessThan(5)
  })
})
