import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Runner, startRunner } from '@lienthong/plugin-engine'
import { build } from 'esbuild'
import { root } from '../../product.ts'
import type { Bench } from '../bench.ts'
import { installPeers } from '../peers.ts'
import { quantile } from '../resources.ts'
import { openApiOf, schemaOf, yamlOf } from './documents.ts'
import { measurePeer, relints } from './peer.ts'

const plugins = ['structure', 'names', 'values']
const keystrokes = 100

/** A text that is linted, and the same as OpenAPI where there is one. */
interface Subject {
  name: string
  text: string
  openApi: string | null
}

/** The same fifteen rules in three plugins of ours and in Spectral, beside Redocly's recommended ones. */
export const relint: Bench = {
  title: 'Fifteen rules: a keystroke and a whole document, beside Spectral and Redocly',
  run: async () => {
    const peers = await installPeers()
    const folder = await mkdtemp(join(tmpdir(), 'lienthong-relint-'))
    const runner = await startRunner()
    try {
      for (const id of plugins) await runner.load({ id, code: await bundled(id) })
      const rows: string[] = []
      for (const subject of [generated(43), generated(690), ...(await publicSchemas())])
        rows.push(await row(runner, peers, folder, subject))
      return [
        '| document | lines | keystroke p50 | p95 | Spectral ÷ keystroke | whole | Spectral | ÷ ours | Redocly | ÷ ours | findings, ours / Spectral’s |',
        '|---|---|---|---|---|---|---|---|---|---|---|',
        ...rows,
      ].join('\n')
    } finally {
      await runner.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const generated = (definitions: number): Subject => {
  const schema = schemaOf(definitions)
  return {
    name: `generated, ${definitions} definitions`,
    text: yamlOf(schema),
    openApi: yamlOf(openApiOf(schema)),
  }
}

/** Large schemas that others have published: whoever measures says where they lie. */
async function publicSchemas(): Promise<Subject[]> {
  const folder = process.env.LIENTHONG_BENCH_SCHEMAS
  if (!folder) return []
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async name => ({ name, text: await readFile(join(folder, name), 'utf8'), openApi: null })),
  )
}

async function row(
  runner: Runner,
  peers: string,
  folder: string,
  { name, text, openApi }: Subject,
): Promise<string> {
  const ours = await measureOurs(runner, name, text)
  const spectral = await measurePeer('spectral', peers, folder, text)
  const redocly = openApi === null ? null : await measurePeer('redocly', peers, folder, openApi)
  const half = (values: readonly number[]) => quantile(values, 0.5)
  const cells = [
    name,
    text.split('\n').length,
    ms(half(ours.keystrokes)),
    ms(quantile(ours.keystrokes, 0.95)),
    times(half(spectral.ms), half(ours.keystrokes)),
    ms(half(ours.whole)),
    ms(half(spectral.ms)),
    times(half(spectral.ms), half(ours.whole)),
    redocly ? ms(half(redocly.ms)) : '–',
    redocly ? times(half(redocly.ms), half(ours.whole)) : '–',
    `${ours.findings} / ${Object.values(spectral.byRule).reduce((sum, count) => sum + count, 0)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`
const times = (theirs: number, ours: number): string => `${(theirs / ours).toFixed(1)}×`

interface Ours {
  keystrokes: number[]
  whole: number[]
  findings: number
}

/** As the server does it: the text goes to the runner's process, what changed comes back. */
async function measureOurs(runner: Runner, name: string, text: string): Promise<Ours> {
  const format = text.startsWith('{') ? 'json-schema-json' : 'json-schema-yaml'
  const ours: Ours = { keystrokes: [], whole: [], findings: 0 }
  const check = async (documentId: string, revision: number, content: string) => {
    const startedAt = performance.now()
    const { units } = await runner.check({ documentId, revision, format, text: content })
    return { tookMs: performance.now() - startedAt, findings: units.flatMap(unit => unit.findings).length }
  }
  for (let run = 0; run < relints; run++) {
    const { tookMs, findings } = await check(`${name} ${run}`, 1, text)
    ours.whole.push(tookMs)
    ours.findings = findings
    if (run > 0) await runner.close(`${name} ${run}`)
  }
  const places = [...text.matchAll(/description"?: "?[A-Z]/g)].map(match => match.index + match[0].length)
  let typed = text
  for (let at = 0; at < keystrokes; at++) {
    // What was typed before stands, and has moved the rest.
    const place = (places[Math.floor((places.length * at) / keystrokes)] ?? 0) + at
    typed = `${typed.slice(0, place)}x${typed.slice(place)}`
    const { tookMs } = await check(`${name} 0`, at + 2, typed)
    ours.keystrokes.push(tookMs)
  }
  await runner.close(`${name} 0`)
  return ours
}

async function bundled(id: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, `e2e/bench/relint/rules/${id}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
    minifyWhitespace: true,
  })
  return outputFiles[0]?.text ?? ''
}
