import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Format } from '@lienthong/plugin-sdk'
import { loadModule } from 'libpg-query'
import { readDocument } from './read.ts'

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
  markdown: parts(at => `## Mục ${at}\n\nở đây ${filling}\n\n`),
  sql: parts(at => `CREATE TABLE b${at} (c text DEFAULT 'ở đây ${filling}');\n`),
  'json-schema-yaml': `$defs:\n${parts(at => `  D${at}:\n    description: ở đây ${filling}\n`)}`,
  'json-schema-json': `{"$defs": {${parts(at => `"D${at}": {"description": "ở đây ${filling}"}`, ',\n')}}}`,
}

describe('what is kept of a document', () => {
  beforeAll(() => loadModule())

  it.each(Object.entries(samples) as [Format, string][])(
    '[V40] %s edited in all its parts, is no more than its text',
    (format, sample) => {
      let text = sample
      let model = readDocument(format, text, null)
      const before = heapMb()
      for (let part = 0; part < count; part++) {
        const at = text.indexOf('ở đây', Math.floor((text.length * part) / count))
        // As it comes from another process: a string of its own.
        text = Buffer.from(`${text.slice(0, at)}chữ ${text.slice(at)}`).toString()
        model = readDocument(format, text, model)
      }
      expect(model.units.length).toBeGreaterThanOrEqual(count)
      // A hundred of its texts are more than 150 MB.
      expect(heapMb() - before).toBeLessThan(40)
    },
  )
})
