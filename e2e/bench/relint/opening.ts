import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { createDocument } from '../../documents.ts'
import { startProduct } from '../../product.ts'
import { pause, until } from '../../until.ts'
import type { Bench } from '../bench.ts'
import { installPeers } from '../peers.ts'
import { quantile } from '../resources.ts'
import { schemaOf, yamlOf } from './documents.ts'
import { measurePeer } from './peer.ts'

const openings = 5
/** Findings that come no more for so long are all. */
const quietMs = 4_000

/** Somebody opens a document that nobody has open, on a running server; the clock stops when the list of problems has the first of them, and all. */
export const opening: Bench = {
  title:
    'A document is opened: the first findings and all of them on screen, with the nine rule sets of the product',
  run: async () => {
    const peers = await installPeers()
    const folder = await mkdtemp(join(tmpdir(), 'lienthong-opening-'))
    const product = await startProduct({ isDemo: true })
    try {
      const rows: string[] = []
      for (const definitions of [43, 690]) rows.push(await row(product, peers, folder, definitions))
      return [
        '| definitions | lines | first, p50 | max | all, p50 | max | Spectral, whole | findings |',
        '|---|---|---|---|---|---|---|---|',
        ...rows,
      ].join('\n')
    } finally {
      await product.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function row(
  product: Awaited<ReturnType<typeof startProduct>>,
  peers: string,
  folder: string,
  definitions: number,
): Promise<string> {
  const text = yamlOf(schemaOf(definitions))
  const [an] = await product.people()
  if (!an) throw new Error('the demo has nobody')
  const first: number[] = []
  const all: number[] = []
  let findings = 0
  for (let n = 0; n < openings; n++) {
    const path = `mo-${definitions}-${n}.schema.yaml`
    const documentId = await createDocument(product, an.token, { path, text })
    const connection = new ServerConnection({ url: product.url, token: async () => an.token })
    const startedAt = performance.now()
    const session = connection.open(documentId)
    const times = await timesOf(session, startedAt)
    first.push(times.first)
    all.push(times.all)
    findings = session.findings.all.length
    await session.close()
    connection.close()
  }
  const spectral = await measurePeer('spectral', peers, folder, text)
  const cells = [
    ...[definitions, text.split('\n').length],
    ...[first, all].flatMap(times => [ms(quantile(times, 0.5)), ms(Math.max(...times))]),
    ...[ms(quantile(spectral.ms, 0.5)), findings],
  ]
  return `| ${cells.join(' | ')} |`
}

async function timesOf(session: DocumentSession, startedAt: number) {
  const times = { first: 0, all: 0 }
  let count = -1
  let changedAt = performance.now()
  const look = (): boolean => {
    const now = session.findings.all.length
    if (now !== count) {
      changedAt = performance.now()
      count = now
      times.all = changedAt - startedAt
      if (now > 0) times.first ||= times.all
    }
    return now > 0 && performance.now() - changedAt > quietMs
  }
  await until('all findings', look, { withinMs: 60_000, everyMs: 5 })
  await pause(100)
  return times
}

const ms = (value: number): string => `${value.toFixed(0)} ms`
