import { cp, mkdtemp, open, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentId } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import { createDocument, textOf } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import { refusedStart } from '../refused-start.ts'
import { freePort, pause } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { Crowd } from './crowd.ts'
import { rowsOnDisk, wordsOf } from './on-disk.ts'
import { randomFrom, seed } from './random.ts'
import { Relay } from './relay.ts'

/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const headerBytes = 32
const pageBytes = 4096
const frameBytes = 24 + pageBytes

/** Where the frame around this place begins. */
const frameAt = (place: number): number =>
  headerBytes + Math.floor(Math.max(0, place - headerBytes) / frameBytes) * frameBytes

const overwrite = async (path: string, from: number, bytes: number): Promise<void> => {
  const file = await open(path, 'r+')
  await file.write(new Uint8Array(bytes).fill(0xa5), 0, bytes, from)
  await file.close()
}

describe(`a write-ahead log of SQLite that is damaged while the server is down, seed ${seed}`, () => {
  const random = randomFrom(seed)
  let server: RunningProduct
  let place: { dataDir: string; port: number }
  let file: string
  let token: string
  let documentId: DocumentId
  let relay: Relay
  let crowd: Crowd

  beforeAll(async () => {
    place = { dataDir: await mkdtemp(join(tmpdir(), 'lienthong-damaged-')), port: await freePort() }
    afterwards(() => rm(place.dataDir, { recursive: true, force: true, maxRetries: 5 }))
    file = join(place.dataDir, 'lienthong.db')
    server = await startProduct({ ...place, isDemo: true })
    afterwards(() => server.stop())
    ;({ token } = await lastingPerson(server, 'dung'))
    documentId = await createDocument(server, token, { text: 'bắt đầu\n' })
    relay = await Relay.to(place.port)
    const urls = Array.from({ length: 8 }, () => `http://127.0.0.1:${relay.port}`)
    crowd = await Crowd.gather({ urls, token, documentId, random })
  })

  /** What is in the log already is taken into the database's file, which does not depend on the log any more then. */
  const checkpoint = () => {
    const database = new Sqlite(file)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
  }

  /** Read from a copy: whoever closes a database last takes its log into the file. */
  const rows = async () => {
    const copy = await mkdtemp(join(tmpdir(), 'lienthong-copy-'))
    await cp(place.dataDir, copy, { recursive: true })
    const found = rowsOnDisk(copy, documentId)
    await rm(copy, { recursive: true })
    return found
  }

  it.each<[string, (log: string, place: number) => Promise<void>]>([
    ['cut at a random place', truncate],
    ['cut in the middle of a frame', (log, place) => truncate(log, frameAt(place) + frameBytes / 2)],
    ['with a page of garbage', (log, place) => overwrite(log, frameAt(place) + 24, pageBytes)],
  ])(
    '[S1, S5] %s: whole commits up to there are shown, and the editors bring the rest',
    async (_, damage) => {
      checkpoint()
      crowd.start(10)
      await pause(800)
      await server.process.kill()
      crowd.stop()
      relay.cut()
      const before = await rows()
      const { size } = await stat(`${file}-wal`)
      await damage(`${file}-wal`, Math.floor(random() * size))
      const left = await rows()
      expect(left).toEqual(before.slice(0, left.length))
      server = await startProduct(place)
      expect(await textOf(server, token, documentId)).toBe(wordsOf(left))
      relay.restore()
      await crowd.allLive()
      const text = await crowd.agreed()
      expect(await textOf(server, token, documentId)).toBe(text)
      expect(crowd.notOnceIn(text)).toEqual([])
    },
  )

  it('[O12] and a page of the file that no start reads: the server does not start', async () => {
    checkpoint()
    crowd.typists[0]?.type()
    await crowd.agreed()
    await server.process.kill()
    const database = new Sqlite(file, { readonly: true })
    const [{ rootpage }] = database
      .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'comment_threads'")
      .all() as [{ rootpage: number }]
    database.close()
    await overwrite(file, (rootpage - 1) * pageBytes, pageBytes)
    expect(await refusedStart(place.dataDir)).toMatchObject({ code: 'DATABASE_DAMAGED' })
  })
})
