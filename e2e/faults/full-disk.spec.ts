import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { startProduct } from '../product.ts'
import { refusedStart } from '../refused-start.ts'
import { freePort, until } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { Crowd } from './crowd.ts'
import { testWith } from './means.ts'
import { rowsOnDisk, wordsOf } from './on-disk.ts'
import { randomFrom, seed } from './random.ts'
import { SmallDisk } from './small-disk.ts'

const test = testWith('a small file system (mounted by root on Linux)', SmallDisk.isPossible)

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
  /** What freed pages give is used up when trying again has been in vain a few times. */
  const isFull = async () => {
    const { troubles } = await (await fetch(`${server.url}/health/ready`)).json()
    return Number(/(\d+) attempts/.exec(troubles?.['update-log'])?.[1] ?? 0) >= 4
  }
  crowd.start(10)
  disk.fill(100_000)
  await until('the degraded health', isFull)
  const [one, other] = crowd.typists
  const mark = one?.type() ?? ''
  await until('the others to see it', () => other?.session.text.toString().includes(mark))
  expect(one?.acknowledged.has(mark)).toBe(false)
  expect(crowd.lostFrom(words())).toEqual([])
  disk.free()
  await until('the acknowledgement', () => one?.acknowledged.has(mark))
  await until('the good health', async () => (await fetch(`${server.url}/health/ready`)).ok)

  disk.fill(100_000)
  await until('the degraded health', isFull)
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
