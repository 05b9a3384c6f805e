import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DocumentId } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { pause, until } from '../until.ts'
import type { Bench } from './bench.ts'
import type { Contender } from './contender.ts'
import { type EditingTrace, readTrace, traceFile } from './editing-trace.ts'
import { startHocuspocus } from './hocuspocus.ts'
import { startLienthong } from './lienthong.ts'
import { cpuMsOf, quantile } from './resources.ts'
import { startYWebsocket } from './y-websocket.ts'

/** So many edits may be on their way to the other editor. */
const maxAhead = 2_000

/** The recorded edits of a whole paper are sent as fast as the server takes them; another editor receives them all. */
export const trace: Bench = {
  title: 'The editing trace of a LaTeX paper, replayed as fast as it goes',
  leftOut: () => (traceFile() ? null : 'LIENTHONG_BENCH_TRACE names no file; see the README'),
  run: async () => {
    const recorded = readTrace(traceFile() ?? '')
    const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-trace-'))
    try {
      const starts = [
        () => startLienthong({ dataDir, settings: withoutRates }),
        () => startHocuspocus(),
        () => startHocuspocus(20),
        () => startYWebsocket(),
      ]
      const rows: string[] = []
      for (const start of starts) {
        const contender = await start()
        try {
          rows.push(await replay(contender, recorded))
          if (contender.isDurable)
            await until('its snapshot', () => isCompacted(dataDir), { withinMs: 90_000, everyMs: 500 })
        } finally {
          await contender.stop()
        }
      }
      return [
        '| server | time | edits/s | core busy |',
        '|---|---|---|---|',
        ...rows,
        '',
        await whatIsStored(dataDir, recorded),
      ].join('\n')
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** Nobody types a paper in a minute: the bounds that keep one client from using up a server are far below this. */
const withoutRates = {
  LIENTHONG_MESSAGES_PER_SECOND_PER_PERSON: '1000000',
  LIENTHONG_EDITS_PER_SECOND_PER_CONNECTION: '1000000',
  LIENTHONG_EDITS_PER_SECOND_PER_DOCUMENT: '1000000',
}

async function replay(
  contender: Contender,
  { clientId, updates, typed, text }: EditingTrace,
): Promise<string> {
  const [sending, receiving] = [await contender.connect(), await contender.connect()]
  const writer = await sending.join(clientId, 0)
  const reader = await receiving.join(1, 0)
  const doc = new Y.Doc()
  let arrived = 0
  reader.onUpdate(update => {
    Y.applyUpdate(doc, update)
    const known = Y.getState(doc.store, clientId)
    while (arrived < typed.length && (typed[arrived] ?? 0) <= known) arrived++
  })
  const cpuBefore = await cpuMsOf(contender.pid)
  const startedAt = performance.now()
  let unstored = 0
  for (const [at, update] of updates.entries()) {
    unstored++
    void writer.send(update).then(() => unstored--)
    if (at % 100 === 0) await new Promise(resolve => setImmediate(resolve))
    while (at - arrived > maxAhead) await pause(1)
  }
  await until('the whole text', () => unstored === 0 && doc.getText('content').toString() === text, {
    withinMs: 300_000,
  })
  const seconds = (performance.now() - startedAt) / 1000
  const busy = ((await cpuMsOf(contender.pid)) - cpuBefore) / seconds / 10
  for (const connection of [sending, receiving]) connection.close()
  return `| ${contender.name} | ${seconds.toFixed(1)} s | ${(updates.length / seconds).toFixed(0)} | ${busy.toFixed(0)}% |`
}

interface Stored {
  documentId: DocumentId
  rows: number
  rowBytes: number
  headSeq: number
  snapshotSeq: number
  snapshot: Uint8Array
}

/** The one document of the bench, as it lies in the data folder. */
function stored(dataDir: string): Stored | undefined {
  const database = new Sqlite(join(dataDir, 'lienthong.db'), { readonly: true })
  try {
    return database
      .prepare<[], Stored>(
        `SELECT d.id AS documentId, d.head_seq AS headSeq, s.seq AS snapshotSeq, s.bytes AS snapshot,
           (SELECT COUNT(*) FROM document_updates u WHERE u.document_id = d.id) AS rows,
           (SELECT SUM(LENGTH(u.bytes) + LENGTH(u.client_ranges)) FROM document_updates u WHERE u.document_id = d.id) AS rowBytes
         FROM documents d JOIN document_snapshots s ON s.document_id = d.id WHERE d.path LIKE 'bench-%'`,
      )
      .get()
  } finally {
    database.close()
  }
}

/** Fewer rows than these are not worth a snapshot (rule S8). */
const rowsToReplayOnLeaving = 50

const isCompacted = (dataDir: string): boolean => {
  const found = stored(dataDir)
  return found !== undefined && found.headSeq - found.snapshotSeq < rowsToReplayOnLeaving
}

/** Size on disk, and how long a server that has just started takes to show the document, beside Yjs reading its snapshot. */
async function whatIsStored(dataDir: string, { updates }: EditingTrace): Promise<string> {
  const found = stored(dataDir)
  if (!found) throw new Error('nothing is stored')
  const [applied, opened]: [number[], number[]] = [[], []]
  const file = join(dataDir, 'snapshot')
  await writeFile(file, found.snapshot)
  for (let times = 0; times < 5; times++) {
    applied.push(await applyingMs(file))
    opened.push(await openingMs(dataDir, found.documentId))
  }
  const doc = new Y.Doc()
  Y.applyUpdate(doc, found.snapshot)
  const encoded = Y.encodeStateAsUpdate(doc).length
  const [yjsMs, ourMs] = [quantile(applied, 0.5), quantile(opened, 0.5)]
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  return [
    '| what is kept of it | figure |',
    '|---|---|',
    `| snapshot, beside \`Y.encodeStateAsUpdate\` of ${kb(encoded)} | ${kb(found.snapshot.length)}, ratio ${(found.snapshot.length / encoded).toFixed(2)} |`,
    `| history: ${found.rows} rows | ${kb(found.rowBytes)}, ${(found.rowBytes / updates.length).toFixed(1)} bytes an edit |`,
    `| opening it in a server that has just started, beside \`Y.applyUpdate\` of ${yjsMs.toFixed(0)} ms | ${ourMs.toFixed(0)} ms, ratio ${(ourMs / yjsMs).toFixed(2)} |`,
  ].join('\n')
}

/** On one core, as the server is: reading a document in one go, V8 compiles and collects garbage beside it where it has a second one. */
async function applyingMs(file: string): Promise<number> {
  const program = fileURLToPath(new URL('./apply-snapshot.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)('taskset', ['-c', '0', process.execPath, program, file])
  return Number(stdout)
}

async function openingMs(dataDir: string, documentId: DocumentId): Promise<number> {
  const ours = await startLienthong({ dataDir, documentIds: [documentId] })
  try {
    const connection = await ours.connect()
    const startedAt = performance.now()
    await connection.join(1, 0)
    const ms = performance.now() - startedAt
    connection.close()
    return ms
  } finally {
    await ours.stop()
  }
}
