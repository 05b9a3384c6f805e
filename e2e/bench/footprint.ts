import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ServerConnection } from '@lienthong/protocol/client'
import Sqlite from 'better-sqlite3'
import { createDocument } from '../documents.ts'
import { root, startProduct } from '../product.ts'
import { pause } from '../until.ts'
import type { Bench } from './bench.ts'
import { residentKbOf } from './resources.ts'

const letters = 4000

/** What the product costs before anybody does anything, and what history costs who types. */
export const footprint: Bench = {
  title: 'Start and footprint',
  run: async () => {
    const started = performance.now()
    const product = await startProduct()
    const readyMs = performance.now() - started
    try {
      // Ten quiet seconds: what start-up needed only once has been given back.
      await pause(10_000)
      const rows = [
        ['migrate, seed and listen on an empty data folder', `${(readyMs / 1000).toFixed(1)} s`],
        ['server idle, resident', `${((await residentKbOf(product.process.pid)) / 1024).toFixed(0)} MB`],
        ...(await bundles()),
        ['history, typed letter by letter, on disk', `${await historyPerEdit()} bytes an edit`],
      ]
      return [
        '| what | figure |',
        '|---|---|',
        ...rows.map(([what, figure]) => `| ${what} | ${figure} |`),
      ].join('\n')
    } finally {
      await product.stop()
    }
  },
}

/** Each edit waits for the one before it, so each has a row of its own: what history costs at most. */
async function historyPerEdit(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-history-'))
  const product = await startProduct({ dataDir, isDemo: true })
  try {
    const editor = (await product.people()).find(({ role }) => role === 'editor')
    const token = editor?.token ?? ''
    const documentId = await createDocument(product, token, { format: 'markdown', path: 'bench.md' })
    const connection = new ServerConnection({ url: product.url, token: async () => token })
    const session = connection.open(documentId)
    await session.ready
    const before = bytesOf(dataDir)
    for (let at = 0; at < letters; at++) {
      session.text.insert(at, 'x')
      await session.whenStored()
    }
    const perEdit = (bytesOf(dataDir) - before) / letters
    await connection.close()
    return Math.round(perEdit)
  } finally {
    await product.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Of the database, whether its pages are in the file yet or still in the write-ahead log. */
function bytesOf(dataDir: string): number {
  const database = new Sqlite(join(dataDir, 'lienthong.db'), { readonly: true })
  try {
    const size = (name: string) => Number(database.pragma(name, { simple: true }))
    return size('page_count') * size('page_size')
  } finally {
    database.close()
  }
}

async function bundles(): Promise<[string, string][]> {
  const folder = join(root, 'extension/dist')
  const names = (await readdir(folder)).filter(name => /\.c?js$/.test(name))
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const { size } = await stat(join(folder, name))
      return [`extension bundle ${name}, minified`, `${(size / 1000).toFixed(0)} kB`]
    }),
  )
}
