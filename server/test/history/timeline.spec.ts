import type { HistoryEntry } from '@lienthong/protocol'
import type * as Y from 'yjs'
import { HistoryIndexService } from '../../src/history/history-index.service.ts'
import { HistoryStoreService } from '../../src/history/history-store.service.ts'
import { LogReaderService } from '../../src/history/log-reader.service.ts'
import { refusal } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { TestHistory, type } from './test-history.ts'

describe.each(databases)('the timeline on %s', database => {
  let server: TestServer
  let history: TestHistory
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
    ;({ an, binh } = history)
  })

  it('[H2] has an entry for each author and minute, newest first, with what came and went', async () => {
    const id = await history.document(
      'Đất đai',
      text => text.insert(7, ' và nhà'),
      text => text.delete(0, 4),
    )
    await type(await history.join(id, an), text => text.insert(0, 'Nhà, '))
    await history.date(id, { 1: '08:04:59', 2: '08:05:00', 3: '08:05:10', 4: '08:05:11' })
    await history.name(id, { name: 'Bản đầu', seq: 1 })
    await history.name(id, { name: 'Bản hai' })
    await history.publish(id, { number: '0.9.0', seq: 2 })
    await history.publish(id, { number: '0.10.0', seq: 3 })
    const { items, total, next } = await history.timeline(id)
    expect([total, next]).toEqual([3, null])
    expect(items).toEqual([
      {
        ...{ fromSeq: 4, toSeq: 4, insertedChars: 5, deletedChars: 0 },
        author: { personId: an.personId, displayName: 'Nguyễn Văn An', organisationName: 'BCA' },
        ...{ startedAt: '2026-01-31T08:05:11.000Z', endedAt: '2026-01-31T08:05:11.000Z' },
        checkpoints: [{ name: 'Bản hai', seq: 4 }],
        versions: [],
      },
      {
        ...{ fromSeq: 2, toSeq: 3, insertedChars: 7, deletedChars: 4 },
        author: { personId: binh.personId, displayName: 'Trần Thị Bình', organisationName: 'BCA' },
        ...{ startedAt: '2026-01-31T08:05:00.000Z', endedAt: '2026-01-31T08:05:10.000Z' },
        checkpoints: [],
        versions: [
          { number: '0.9.0', seq: 2 },
          { number: '0.10.0', seq: 3 },
        ],
      },
      expect.objectContaining({
        ...{ fromSeq: 1, insertedChars: 7, versions: [] },
        checkpoints: [{ name: 'Bản đầu', seq: 1 }],
      }),
    ])
  })

  it('[H2] comes in pages; what is written meanwhile neither repeats nor hides an entry', async () => {
    const edits = Array.from({ length: 5 }, (_, at) => (text: Y.Text) => text.insert(0, `${at} `))
    const id = await history.document('', ...edits)
    await history.date(id, { 1: '08:01:00', 2: '08:02:00', 3: '08:03:00', 4: '08:04:00', 5: '08:05:00' })
    await history.name(id, { name: 'Bản ba', seq: 3 })
    for (const seq of [2, 3]) await history.publish(id, { number: `1.${seq}.0`, seq })
    const first = await history.timeline(id, '?limit=2')
    await type(await history.join(id, an), text => text.insert(0, 'mới '))
    const second = await history.timeline(id, `?limit=2&cursor=${first.next}`)
    const third = await history.timeline(id, `?limit=2&cursor=${second.next}`)
    const pages = [first, second, third].map(({ items }) => items.map(({ fromSeq }) => fromSeq))
    expect(pages).toEqual([[5, 4], [3, 2], [1]])
    expect(second.items.map(({ checkpoints }) => checkpoints.length)).toEqual([1, 0])
    expect([first, second, third].map(({ items }) => items.map(versionsOf))).toEqual([
      ['', ''],
      ['1.3.0', '1.2.0'],
      [''],
    ])
    expect([first.total, second.total, third.next]).toEqual([5, 6, null])
    expect(await refusal(await history.get(`/documents/${id}/history?cursor=x`))).toBe('400 MESSAGE_INVALID')
  })

  it('[H2] counts each row once, however many nodes read the log at the same time', async () => {
    const id = await history.document('')
    const [a, b] = [await history.join(id, an), await history.join(id, binh)]
    const nodes = Array.from(
      { length: 3 },
      () => new HistoryIndexService(server.app.get(HistoryStoreService), server.app.get(LogReaderService)),
    )
    for (let round = 0; round < 15; round++) {
      a.text.insert(0, 'x')
      b.text.insert(b.text.length, 'yz')
      await Promise.all([a.whenStored(), b.whenStored()])
      const seq = (await history.rows(id)).length
      await Promise.all(nodes.map(node => node.reach(id, seq)))
    }
    const { items } = await history.timeline(id)
    const charsOf = ({ personId }: TestPerson) =>
      items
        .filter(({ author }) => author?.personId === personId)
        .reduce((sum, { insertedChars, deletedChars }) => sum + insertedChars - deletedChars, 0)
    expect([charsOf(an), charsOf(binh)]).toEqual([15, 30])
    expect(items[0]?.toSeq).toBeGreaterThan(0)
  })
})

const versionsOf = ({ versions }: HistoryEntry) => versions.map(({ number }) => number).join()
