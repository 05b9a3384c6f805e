import { type DatabaseId, type DocumentId, type DocumentSummary, textName } from '@lienthong/protocol'
import { Logger } from '@nestjs/common'
import * as Y from 'yjs'
import { sessionOf } from '../../test/collaboration/session.ts'
import type { StoredContent } from '../documents/document-content.service.ts'
import { Beat } from './beat.ts'
import type { Outbox } from './outbox.ts'
import { RoomRegistry } from './room-registry.ts'
import { SlowReceivers } from './slow-receivers.ts'
import { UpdateLog } from './update-log.ts'

const document: DocumentSummary = {
  id: 'd' as DocumentId,
  databaseId: 'b' as DatabaseId,
  databaseCode: 'dan-cu',
  path: 'a.md',
  title: 'A',
  format: 'markdown',
  isIllustrative: false,
  seq: 0,
  updatedAt: '',
}
const nothing = Y.encodeStateVector(new Y.Doc())

/** Rooms over a disk in memory that can be slow. */
class Stage {
  loads = 0
  rows: Uint8Array[] = []
  load = async (): Promise<StoredContent> => ({ seq: this.rows.length, snapshotSeq: 0, updates: this.rows })
  commit = async (): Promise<void> => {}
  compactions = 0
  waitingBytes = 0
  cutOff: unknown[] = []
  compact = async () => {
    this.compactions++
    return { seq: this.rows.length, bytes: 0 }
  }
  readonly outbox: Outbox = {
    broadcast: () => {},
    send: () => {},
    waitingBytes: () => this.waitingBytes,
    waitingAbove: bytes => (this.waitingBytes > bytes ? ['an'] : []),
    cutOff: (...told) => this.cutOff.push(told),
    expel: () => {},
  }
  readonly beat = new Beat({ afterPauseMs: 1, underLoadMs: 1, perPersonMs: 0, longestMs: 1, maxBytes: 1 })
  readonly registry = new RoomRegistry(
    {
      load: () => {
        this.loads++
        return this.load()
      },
      rowsAfter: async (_, seq) => this.rows.slice(seq),
      compact: () => this.compact(),
    },
    {
      log: new UpdateLog(
        {
          append: async rows => {
            await this.commit()
            return rows.map(({ bytes }) => this.rows.push(bytes))
          },
          close: async () => {},
        },
        { failed: () => {}, recovered: () => {}, committed: () => {} },
      ),
      beat: this.beat,
      areOthersKnown: () => true,
      whenOthersAnswered: async () => {},
      presenceTold: () => {},
      outbox: this.outbox,
      watcher: {
        wantsDeltas: () => false,
        opened: () => {},
        changed: () => {},
        closed: () => {},
        troubled: () => {},
      },
      idleTimeoutMs: 5,
    },
  )
}

const updateOf = (words: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 1))
}

describe('rooms', () => {
  beforeAll(() => Logger.overrideLogger(false))

  it('[S5] load a document once, however many ask', async () => {
    const stage = new Stage()
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => stage.registry.open(document)))
    expect(others).toEqual([first, first])
    expect(stage.loads).toBe(1)
  })

  it('[S5] are not there after a failed load, and are tried afresh', async () => {
    const stage = new Stage()
    const { load } = stage
    stage.load = () => Promise.reject(new Error('no disk'))
    await expect(stage.registry.open(document)).rejects.toThrow('could not be loaded')
    expect(stage.registry.all).toEqual([])
    stage.load = load
    expect((await stage.registry.open(document)).text.toString()).toBe('')
  })

  it('[S5] close some time after the last one has left', async () => {
    const stage = new Stage()
    const room = await stage.registry.open(document)
    room.enter(sessionOf('an'), nothing)
    room.leave('an')
    expect(room.state.kind).toBe('draining')
    await until(() => room.state.kind === 'closed')
    expect(stage.registry.all).toEqual([])
  })

  it('[S5] stay open for who joins while they drain', async () => {
    const stage = new Stage()
    const room = await stage.registry.open(document)
    room.enter(sessionOf('an'), nothing)
    room.leave('an')
    expect(await stage.registry.open(document)).toBe(room)
    room.enter(sessionOf('binh'), nothing)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(room.state.kind).toBe('ready')
  })

  it('[S5] never close while something is not on disk', async () => {
    const stage = new Stage()
    let release = () => {}
    stage.commit = () =>
      new Promise(resolve => {
        release = resolve
      })
    const room = await stage.registry.open(document)
    const an = sessionOf('an')
    room.enter(an, nothing)
    const stored = room.content.submit(an, updateOf('xin chào'))
    room.leave('an')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(room.state.kind).toBe('draining')
    release()
    expect(await stored).toBe(1)
    await until(() => room.state.kind === 'closed')
  })

  const typing = async (rows: number) => {
    const stage = new Stage()
    const room = await stage.registry.open(document)
    const an = sessionOf('an')
    room.enter(an, nothing)
    for (let row = 0; row < rows; row++) await room.content.submit(an, updateOf(`${row} `))
    return { stage, room }
  }

  it('[S8] leave a snapshot of many rows for the next opening, and none of a few', async () => {
    for (const [rows, compactions] of [
      [60, 1],
      [40, 0],
    ] as const) {
      const { stage, room } = await typing(rows)
      room.leave('an')
      await until(() => room.state.kind === 'closed')
      expect(stage.compactions).toBe(compactions)
    }
  })

  it('[S8] leave a snapshot while people type, but not all the time', async () => {
    const { stage, room } = await typing(450)
    expect([stage.compactions, room.state.kind]).toEqual([1, 'ready'])
    expect(room.content.rowsSinceSnapshot).toBeLessThan(260)
  })

  it('[S8] go on when a snapshot fails', async () => {
    const stage = new Stage()
    stage.compact = () => Promise.reject(new Error('no thread'))
    const room = await stage.registry.open(document)
    const an = sessionOf('an')
    room.enter(an, nothing)
    for (let row = 0; row < 210; row++) await room.content.submit(an, updateOf(`${row} `))
    room.leave('an')
    await until(() => room.state.kind === 'closed')
  })

  it('[S10] give up on a connection with more than 8 MB waiting, or that has not caught up for 30 s', async () => {
    const stage = new Stage()
    const room = await stage.registry.open(document)
    const receivers = new SlowReceivers(stage.outbox)
    const reason = ['an', [document.id], 'RECEIVER_SLOW']
    room.enter(sessionOf('an'), nothing)
    stage.waitingBytes = 9 * 1024 * 1024
    receivers.look([room], 0)
    expect(stage.cutOff).toEqual([reason])
    stage.waitingBytes = 2 * 1024 * 1024
    for (const now of [0, 20_000, 30_000]) receivers.look([room], now)
    expect(stage.cutOff).toEqual([reason])
    receivers.look([room], 30_001)
    expect(stage.cutOff).toEqual([reason, reason])
  })
})
