import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { startProduct } from '../product.ts'
import { freePort, pause } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { rowsInPostgres, rowsOnDisk, wordsOf } from './on-disk.ts'
import { OwnPostgres } from './own-postgres.ts'
import { randomFrom, seed } from './random.ts'

const editorCount = 20
const editsPerSecond = 10

const live = async (kills: number, postgres?: OwnPostgres): Promise<void> => {
  const random = randomFrom(seed)
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-kill-'))
  afterwards(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const place = { port: await freePort(), dataDir, ...(postgres && { databaseUrl: postgres.url() }) }
  // Only the first start is a demo: each demo start would give everybody a new token.
  let server = await startProduct({ ...place, isDemo: true })
  afterwards(() => server.stop())
  const { token } = await lastingPerson(server, 'dung')
  const documentId = await createDocument(server, token, { text: 'bắt đầu\n' })
  const urls = Array.from({ length: editorCount }, () => server.url)
  const crowd = await Crowd.gather({ urls, token, documentId, random })
  const words = async () =>
    wordsOf(postgres ? await rowsInPostgres(postgres, documentId) : rowsOnDisk(dataDir, documentId))
  crowd.start(editsPerSecond)
  for (let kill = 0; kill < kills; kill++) {
    await pause(400 + random() * 1200)
    await server.process.kill()
    expect(crowd.lostFrom(await words())).toEqual([])
    server = await startProduct(place)
    await crowd.allLive()
  }
  const text = await crowd.agreed()
  expect(await words()).toBe(text)
  expect(crowd.notOnceIn(text)).toEqual([])
}

it(
  `[S1] loses no acknowledged edit in 10 × kill -9 under ${editorCount} editors, seed ${seed}`,
  () => live(10),
  600_000,
)

const test = testWith('the programs of PostgreSQL', OwnPostgres.isPossible)

// Fewer: what a killed server leaves to SQLite's recovery, PostgreSQL rolls back by itself.
test(`[S1] loses no acknowledged edit in 3 × kill -9 over PostgreSQL, seed ${seed}`, async () => {
  await live(3, await OwnPostgres.start())
}, 600_000)
