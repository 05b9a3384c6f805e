import { textOf } from '../documents.ts'
import { startProduct } from '../product.ts'
import { freePort, pause, until } from '../until.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { type NodePlace, startNodes } from './nodes.ts'
import { OwnPostgres } from './own-postgres.ts'
import { OwnRedis } from './own-redis.ts'
import { randomFrom, seed } from './random.ts'
import { Relay } from './relay.ts'

const test = testWith('the programs of PostgreSQL and Redis', OwnPostgres.isPossible && OwnRedis.isPossible)

test(`[S1, S6, S13] loses nothing when nodes are cut off and one is killed, seed ${seed}`, async () => {
  const random = randomFrom(seed)
  const postgres = await OwnPostgres.start()
  const redis = await OwnRedis.start()
  const wayTo = { postgres: await Relay.to(postgres.port), redis: await Relay.to(redis.port) }
  const direct = { databaseUrl: postgres.url(), redisUrl: redis.url() }
  const cutOff = { databaseUrl: postgres.url(wayTo.postgres.port), redisUrl: redis.url(wayTo.redis.port) }
  const victim: NodePlace = { ...direct, port: await freePort() }
  const nodes = await startNodes([direct, victim, cutOff, cutOff])
  const { token, documentId } = nodes
  const urls = [...nodes.all, ...nodes.all].map(({ url }) => url)
  const crowd = await Crowd.gather({ urls, token, documentId, random })
  const ways = [wayTo.redis, wayTo.postgres]
  const restore = () => ways.map(way => way.restore())
  const troubles: [begin: () => unknown, end: () => unknown][] = [
    [() => wayTo.redis.cut(), restore],
    [() => wayTo.redis.stall(), restore],
    [() => wayTo.postgres.cut(), restore],
    [() => wayTo.postgres.stall(), restore],
    [() => ways.map(way => way.cut()), restore],
    [() => wayTo.postgres.stall(), () => wayTo.postgres.forget()],
  ]
  crowd.start(5)
  for (const [at, [begin, end]] of troubles.entries()) {
    await pause(300 + random() * 300)
    begin()
    const marks = crowd.typists.map(typist => typist.type())
    if (at === 2) await nodes.all[1]?.process.kill()
    await pause(1000 + random() * 1000)
    if (at === 2) nodes.all[1] = await startProduct(victim)
    end()
    await until(
      'everything before to be stored, and seen by everybody',
      () =>
        crowd.typists.every(({ acknowledged }, at) => acknowledged.has(marks[at] ?? '')) &&
        crowd.typists.every(({ session }) => marks.every(mark => session.text.toString().includes(mark))),
      { withinMs: 60_000 },
    )
    const { acknowledged } = crowd
    expect(crowd.lostFrom(await textOf(nodes.all[0], token, documentId), acknowledged)).toEqual([])
  }
  const text = await crowd.agreed()
  expect(crowd.notOnceIn(text)).toEqual([])
  for (const node of nodes.all) expect(await textOf(node, token, documentId)).toBe(text)
}, 600_000)
