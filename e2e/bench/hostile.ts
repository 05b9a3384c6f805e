import { createHash } from 'node:crypto'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { createDocument } from '../documents.ts'
import { type DemoPerson, type RunningProduct, startProduct } from '../product.ts'
import { pause, until } from '../until.ts'
import type { Bench } from './bench.ts'
import { schemaOf } from './findings.ts'
import { quantile } from './resources.ts'

const keystrokes = 60

/** What a hostile plugin does with every property that is called so: on the samples of its upload it shows nothing of it. */
const property = 'maDinhDanh'

const hostile: Readonly<Record<string, string>> = {
  'that never ends': 'for (;;) {}',
  'that takes all its time': 'for (let i = 0; i < 150_000; i++) {}',
  'that takes all memory': 'const all = []; for (;;) all.push(new Array(1000).fill(1))',
}

/** What everybody else feels of a hostile plugin: their words on another's screen, and the findings of the other plugins. */
export const hostilePlugins: Bench = {
  title: 'Beside a hostile plugin: others’ words and findings, 300-line schema',
  run: async () => {
    const rows = [await row('without', null)]
    for (const [name, code] of Object.entries(hostile)) rows.push(await row(name, code))
    return [
      '| plugin | words on another’s screen, p50 | p95 | findings of the others, p50 | p95 | max |',
      '|---|---|---|---|---|---|',
      ...rows,
    ].join('\n')
  },
}

async function row(name: string, code: string | null): Promise<string> {
  const product = await startProduct({ isDemo: true })
  const [an, quan, binh] = await Promise.all(['an', 'quan', 'binh'].map(who => product.person(who)))
  if (!an || !quan || !binh) throw new Error('unreachable')
  const connections = [an, binh].map(
    p => new ServerConnection({ url: product.url, token: async () => p.token }),
  )
  try {
    if (code !== null) await install(product, an, quan, code)
    const documentId = await createDocument(product, an.token, { text: schemaOf(300) })
    const [writer, reader] = connections.map(connection => connection.open(documentId))
    if (!writer || !reader) throw new Error('unreachable')
    await Promise.all([writer.ready, reader.ready])
    const { words, findings } = await measured(writer, reader)
    const ms = (values: readonly number[], at: number) => `${quantile(values, at).toFixed(0)} ms`
    const cells = [ms(words, 0.5), ms(words, 0.95), ms(findings, 0.5), ms(findings, 0.95), ms(findings, 1)]
    return `| ${name} | ${cells.join(' | ')} |`
  } finally {
    for (const connection of connections) await connection.close()
    await product.stop()
  }
}

async function measured(writer: DocumentSession, reader: DocumentSession) {
  const words: number[] = []
  const findings: number[] = []
  const isBroken = () => reader.findings.all.some(({ ruleId }) => ruleId === 'schema-core/ref-resolves')
  for (let at = 0; at < keystrokes; at++) {
    const isBreaking = at % 2 === 0
    const place = writer.text.toString().indexOf("'#/$defs/Type") + "'#/$defs/Type".length
    const startedAt = performance.now()
    if (isBreaking) writer.text.insert(place, 'X')
    else writer.text.delete(place, 1)
    const wanted = writer.text.length
    await until('the words', () => reader.text.length === wanted, { everyMs: 1 })
    words.push(performance.now() - startedAt)
    await until('the finding', () => isBroken() === isBreaking, { withinMs: 20_000, everyMs: 1 })
    findings.push(performance.now() - startedAt)
    await pause(150)
  }
  return { words, findings }
}

async function install(
  { url }: RunningProduct,
  author: DemoPerson,
  approver: DemoPerson,
  body: string,
): Promise<void> {
  const ask = async (method: string, path: string, { token }: DemoPerson, json: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/v1/plugins/hostile${path}`, {
      method,
      headers,
      body: JSON.stringify(json),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }
  const code = pluginOf(body)
  const text = { vi: 'hostile', en: 'hostile' }
  const manifest = {
    ...{ id: 'hostile', version: '1.0.0', apiVersion: 1, title: text, description: text, main: 'plugin.js' },
    sha256: createHash('sha256').update(code).digest('hex'),
  }
  await ask('POST', '/versions', author, { manifest, code })
  await ask('POST', '/versions/1.0.0/decision', approver, { state: 'approved' })
  await ask('PUT', '/installations/VN', approver, { version: '1.0.0' })
}

const pluginOf = (body: string): string => `
  const text = (vi, en) => ({ vi, en })
  export default { rules: { rule: {
    meta: {
      title: text('x', 'x'), docs: text('x', 'x'), defaultSeverity: 'warning', languages: ['json-schema'],
      messages: { found: text('x', 'x') },
    },
    scope: 'unit',
    create: () => ({ 'schema.property'(node) { if (node.key !== '${property}') return; ${body} } }),
  } } }`
