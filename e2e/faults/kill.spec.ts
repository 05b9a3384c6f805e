import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { startProduct } from '../product.ts'
import { freePort, pause } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { Crowd } from './crowd.ts'
import { rowsOnDisk, wordsOf } from './on-disk.ts'
import { randomFrom, seed } from './random.ts'

const editorCount = 20
const editsPerSecond = 10
const kills = 10

it(`[S1] loses no acknowledged edit in ${kills} × kill -9 under ${editorCount} editors, seed ${seed}`, async () => {
  const random = randomFrom(seed)
  const place = { port: await freePort(), dataDir: join(tmpdir(), `lienthong-kill-${process.pid}-${seed}`) }
  afterwards(() => rm(place.dataDir, { recursive: true, force: true, maxRetries: 5 }))
  // Only the first start is a demo: each demo start would give everybody a new token.
  let server = await startProduct({ ...place, isDemo: true })
  afterwards(() => server.stop())
  const { token } = await lastingPerson(server, 'dung')
  const documentId = await createDocument(server, token, { text: 'bắt đầu\n' })
  const urls = Array.from({ length: editorCount }, () => server.url)
  const crowd = await Crowd.gather({ urls, token, documentId, random })
  const words = () => wordsOf(rowsOnDisk(place.dataDir, documentId))
  crowd.start(editsPerSecond)
  for (let kill = 0; kill < kills; kill++) {
    await pause(400 + random() * 1200)
    await server.process.kill()
    expect(crowd.lostFrom(words())).toEqual([])
    server = await startProduct(place)
    await crowd.allLive()
  }
  const text = await crowd.agreed()
  expect(words()).toBe(text)
  expect(crowd.notOnceIn(text)).toEqual([])
}, 600_000)
