import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import { refusedStart } from '../refused-start.ts'
import { freePort, until } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { rowsInPostgres, rowsOnDisk, wordsOf } from './on-disk.ts'
import { OwnPostgres } from './own-postgres.ts'
import { randomFrom, seed } from './random.ts'
import { SmallDisk } from './small-disk.ts'

const smallDisk = 'a small file system (mounted by root on Linux)'
const test = testWith(smallDisk, SmallDisk.isPossible)
const testWithPostgres = testWith(
  `${smallDisk} and the programs of PostgreSQL`,
  SmallDisk.isPossible && OwnPostgres.isPossible,
)

const isReady = async ({ url }: RunningProduct) => (await fetch(`${url}/health/ready`)).ok

/** What freed pages give is used up when trying again has been in vain a few times. */
const isFull = async ({ url }: RunningProduct) => {
  const { troubles } = await (await fetch(`${url}/health/ready`)).json()
  return Number(/(\d+) attempts/.exec(troubles?.['update-log'])?.[1] ?? 0) >= 4
}

test(`[S1, S6, O15] loses nothing acknowledged to a full disk, also when killed on it, seed ${seed}`, async () => {
  const disk = new SmallDisk(32)
  const place = { port: await freePort(), dataDir: disk.folder }
  let server = await startProduct({ ...place, isDemo: true })
  afterwards(() => server.stop())
  const { token } = await lastingPerson(server, 'dung')
  const documentId = await createDocument(server, token, { text: 'bắt đầu\n' })
  const urls = Array.from({ length: 6 }, () => server.url)
  const crowd = await Crowd.gather({ urls, token, documentId, random: randomFrom(seed) })
  const words = () => wordsOf(rowsOnDisk(disk.folder, documentId))
  crowd.start(10)
  disk.fill(100_000)
  await until('the degraded health', () => isFull(server))
  const [one, other] = crowd.typists
  const mark = one?.type() ?? ''
  await until('the others to see it', () => other?.session.text.toString().includes(mark))
  expect(one?.acknowledged.has(mark)).toBe(false)
  expect(crowd.lostFrom(words())).toEqual([])
  disk.free()
  await until('the acknowledgement', () => one?.acknowledged.has(mark))
  await until('the good health', () => isReady(server))

  disk.fill(100_000)
  await until('the degraded health', () => isFull(server))
  await server.process.kill()
  for (const room of [0, 4096]) {
    disk.fill(room)
    expect(await refusedStart(disk.folder)).toMatchObject({ code: 'DISK_FULL' })
  }
  expect(crowd.lostFrom(words())).toEqual([])
  disk.free()
  server = await startProduct(place)
  await crowd.allLive()
  const text = await crowd.agreed()
  expect(words()).toBe(text)
  expect(crowd.notOnceIn(text)).toEqual([])
}, 120_000)

testWithPostgres(
  `[S1, S6] loses nothing acknowledged to a full disk under PostgreSQL, seed ${seed}`,
  async () => {
    const disk = new SmallDisk(96)
    const postgres = await OwnPostgres.start(disk.folder)
    const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-full-disk-'))
    afterwards(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
    const place = { port: await freePort(), dataDir, databaseUrl: postgres.url() }
    let server = await startProduct({ ...place, isDemo: true })
    afterwards(() => server.stop())
    const { token } = await lastingPerson(server, 'dung')
    const documentId = await createDocument(server, token, { text: 'bắt đầu\n' })
    const urls = Array.from({ length: 6 }, () => server.url)
    const crowd = await Crowd.gather({ urls, token, documentId, random: randomFrom(seed) })
    const words = async () => wordsOf(await rowsInPostgres(postgres, documentId))
    crowd.start(10)
    for (const isKilled of [false, true]) {
      disk.fill(0)
      await until('the degraded health', () => isFull(server))
      const [one, other] = crowd.typists
      const mark = one?.type() ?? ''
      await until('the others to see it', () => other?.session.text.toString().includes(mark))
      expect(one?.acknowledged.has(mark)).toBe(false)
      if (isKilled) await server.process.kill()
      disk.free()
      // Where it could not write its own log, it has ended by itself.
      await postgres.startAgain()
      if (isKilled) {
        expect(crowd.lostFrom(await words())).toEqual([])
        server = await startProduct(place)
        await crowd.allLive()
      }
      await until('the acknowledgement', () => one?.acknowledged.has(mark))
      await until('the good health', () => isReady(server))
    }
    const text = await crowd.agreed()
    expect(await words()).toBe(text)
    expect(crowd.notOnceIn(text)).toEqual([])
  },
  120_000,
)
