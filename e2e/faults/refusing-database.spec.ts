import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createDocument, textOf } from '../documents.ts'
import { type ProductOptions, startProduct } from '../product.ts'
import { pause, until } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { CarelessClient } from './careless.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { OwnPostgres } from './own-postgres.ts'
import { randomFrom, seed } from './random.ts'
import { marksIn } from './typist.ts'

/** Begins a trouble with the database; what it resolves with ends it. */
type Trouble = () => Promise<() => Promise<void>>

/** What everybody lives through while the trouble lasts. */
const live = async (place: ProductOptions, begin: Trouble): Promise<void> => {
  const server = await startProduct({ ...place, isDemo: true })
  afterwards(() => server.stop())
  const { token } = await server.person('dung')
  const documentId = await createDocument(server, token)
  const urls = Array.from({ length: 8 }, () => server.url)
  const crowd = await Crowd.gather({ urls, token, documentId, random: randomFrom(seed) })
  crowd.start(10)
  await until('the first to be stored', () =>
    crowd.typists.every(({ acknowledged }) => acknowledged.size > 0),
  )
  const careless = new CarelessClient(token, documentId)
  const vandal = new CarelessClient(token, documentId)
  const [socket, another] = [await careless.join(server), await vandal.join(server)]
  careless.type(5)
  vandal.type(1)
  const end = await begin()
  // Records are written meanwhile too, or are not.
  const record = createDocument(server, token).then(() => 'stored', String)
  const answers = careless.sendInOrder(socket, [0, 0, 2, 1, 2, 4, 3, 4])
  try {
    expect(await vandal.sendHalf(another)).toBe('UPDATE_MALFORMED')
    const [one, other] = crowd.typists
    const mark = one?.type() ?? ''
    await until('others to see it', () => other?.session.text.toString().includes(mark), { withinMs: 15_000 })
    await until('the degraded health', async () => !(await fetch(`${server.url}/health/ready`)).ok)
    await pause(1000)
  } finally {
    await end()
  }
  expect(await answers).toEqual([
    'ok',
    'ok',
    'UPDATE_INCOMPLETE',
    'ok',
    'ok',
    'UPDATE_INCOMPLETE',
    'ok',
    'ok',
  ])
  expect(await record).toMatch(/^stored$|SERVER_DEGRADED/)
  const late = await until('joining again, as often as it takes', () => careless.join(server))
  expect(await careless.sendInOrder(late, [3, 0, 4])).toEqual(['ok', 'ok', 'ok'])
  const text = await crowd.agreed()
  expect(crowd.notOnceIn(text)).toEqual([])
  expect(careless.marks.map(sent => marksIn(text).get(sent))).toEqual(careless.marks.map(() => 1))
  expect(await textOf(server, token, documentId)).toBe(text)
  await until('the good health', async () => (await fetch(`${server.url}/health/ready`)).ok)
  expect(server.process.output()).not.toContain('a bug')
  for (const opened of [socket, another, late]) opened.disconnect()
  crowd.end()
  await server.stop()
}

it(`[S1, S6, S7, O17] loses and doubles nothing while another process holds SQLite's write lock, seed ${seed}`, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-locked-'))
  afterwards(() => rm(dataDir, { recursive: true, force: true }))
  await live({ dataDir }, async () => {
    const database = new Sqlite(join(dataDir, 'lienthong.db'))
    database.exec('BEGIN IMMEDIATE')
    return async () => void database.close()
  })
}, 300_000)

const test = testWith('the programs of PostgreSQL', OwnPostgres.isPossible)

describe('with PostgreSQL', () => {
  let postgres: OwnPostgres

  beforeAll(async () => {
    if (OwnPostgres.isPossible) postgres = await OwnPostgres.start()
  })

  test(`[S1, S6, S7, O17] loses and doubles nothing while a table is locked, seed ${seed}`, async () => {
    await live({ databaseUrl: postgres.url() }, async () => {
      const held = postgres
        .query('BEGIN', 'LOCK TABLE document_updates', "SELECT 'holds', pg_sleep(600)")
        .catch(() => {})
      const holder = "FROM pg_stat_activity WHERE query LIKE '%holds%' AND pid <> pg_backend_pid()"
      await until('the lock', async () => Number(await postgres.query(`SELECT count(*) ${holder}`)) > 0)
      return async () => {
        await postgres.query(`SELECT pg_terminate_backend(pid) ${holder}`)
        await held
      }
    })
  }, 300_000)

  test(`[S1, S6, S7, O17] loses and doubles nothing while its connections are ended, seed ${seed}`, async () => {
    await live({ databaseUrl: postgres.url() }, async () => {
      let isOver = false
      const ending = (async () => {
        while (!isOver)
          await postgres.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
          )
      })()
      return async () => {
        isOver = true
        await ending
      }
    })
  }, 300_000)
})
