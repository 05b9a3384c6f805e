import { textOf } from '../documents.ts'
import { pause, until } from '../until.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { startNodes } from './nodes.ts'
import { OwnPostgres } from './own-postgres.ts'
import { OwnRedis } from './own-redis.ts'
import { randomFrom, seed } from './random.ts'

const test = testWith('the programs of PostgreSQL and Redis', OwnPostgres.isPossible && OwnRedis.isPossible)

test(`[S1, S6, S13] loses nothing when PostgreSQL and Redis are killed under two nodes, seed ${seed}`, async () => {
  const random = randomFrom(seed)
  const postgres = await OwnPostgres.start()
  const redis = await OwnRedis.start()
  const place = { databaseUrl: postgres.url(), redisUrl: redis.url() }
  const nodes = await startNodes([place, place])
  const { token, documentId } = nodes
  const [one, other] = nodes.all.map(({ url }) => url)
  const crowd = await Crowd.gather({
    urls: [one, other, one, other, one, other].map(String),
    token,
    documentId,
    random,
  })
  const isReady = async () =>
    (await Promise.all(nodes.all.map(({ url }) => fetch(`${url}/health/ready`)))).every(({ ok }) => ok)
  crowd.start(8)
  for (const service of [redis, postgres, postgres]) {
    await pause(500 + random() * 500)
    await service.kill()
    const marks = crowd.typists.map(typist => typist.type())
    if (service === postgres) await until('the degraded health', async () => !(await isReady()))
    await service.startAgain()
    await until('everything before to be stored', () =>
      crowd.typists.every(({ acknowledged }, at) => acknowledged.has(marks[at] ?? '')),
    )
    await until('the good health', isReady)
    const { acknowledged } = crowd
    for (const node of nodes.all)
      expect(crowd.lostFrom(await textOf(node, token, documentId), acknowledged)).toEqual([])
  }
  const text = await crowd.agreed()
  expect(crowd.notOnceIn(text)).toEqual([])
  for (const node of nodes.all) expect(await textOf(node, token, documentId)).toBe(text)
}, 600_000)
