import { type DocumentId, DocumentUpdated, ProtocolError, textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import { sessionOf } from '../../test/collaboration/session.ts'
import { Beat } from './beat.ts'
import type { Outbox } from './outbox.ts'
import { RoomText } from './room-text.ts'
import type { Session } from './session.ts'
import { type LogRow, UpdateLog } from './update-log.ts'

const documentId = 'd' as DocumentId

/** A room's text over a log in memory; beats come when the test says so. */
class Stage {
  readonly rows: LogRow[] = []
  readonly sent: { to: string; update: Uint8Array }[] = []
  readonly expelled: string[] = []
  readonly events: string[] = []
  readonly beat = new Beat({
    afterPauseMs: 60_000,
    underLoadMs: 60_000,
    perPersonMs: 0,
    longestMs: 60_000,
    maxBytes: Number.POSITIVE_INFINITY,
  })
  isDiskSlow = false
  private release = () => {}
  private readonly log = new UpdateLog(
    {
      append: async rows => {
        if (this.isDiskSlow)
          await new Promise<void>(resolve => {
            this.release = resolve
          })
        return rows.map(row => this.rows.push(row))
      },
      close: async () => {},
    },
    { failed: () => {}, recovered: () => {}, committed: () => {} },
  )
  private readonly outbox: Outbox = {
    broadcast: (_, notice, payload, except = []) =>
      this.keep(notice.name, `all but ${except.join()}`, payload),
    send: (socketId, notice, payload) => this.keep(notice.name, socketId, payload),
    waitingBytes: () => 0,
    waitingAbove: () => [],
    cutOff: () => {},
    expel: (socketId, _, code) => this.expelled.push(`${socketId} ${code}`),
  }
  readonly text = new RoomText(
    documentId,
    {
      load: async () => ({ seq: this.rows.length, snapshotSeq: 0, updates: this.rows.map(row => row.bytes) }),
      areOthersKnown: () => true,
      rowsAfter: async seq => this.rows.slice(seq).map(row => row.bytes),
      log: this.log,
      beat: this.beat,
      outbox: this.outbox,
    },
    {
      audience: () => 2,
      behind: () => [],
      wantsDeltas: () => true,
      opened: () => this.events.push('opened'),
      changed: () => this.events.push('changed'),
      grown: () => {},
      closed: () => this.events.push('closed'),
      readingFailed: () => this.events.push('readingFailed'),
    },
  )

  static async open(): Promise<Stage> {
    const stage = new Stage()
    await stage.text.open()
    for (const name of ['an', 'binh']) stage.text.leases.lease(sessionOf(name))
    return stage
  }

  get words(): string {
    return this.text.live.text.toString()
  }

  letDiskGo(): void {
    this.isDiskSlow = false
    this.release()
  }

  private keep(name: string, to: string, payload: unknown): void {
    if (name === DocumentUpdated.name)
      this.sent.push({ to, update: (payload as { update: Uint8Array }).update })
  }
}

/** Somebody who types at the end of their own copy. */
class Typist {
  readonly session: Session
  readonly doc = new Y.Doc()

  constructor(name: string, clientId = name.length) {
    this.doc.clientID = clientId
    this.session = sessionOf(name, clientId)
  }

  types(words: string): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    const text = this.doc.getText(textName)
    text.insert(text.length, words)
    return Y.encodeStateAsUpdate(this.doc, before)
  }
}

const outcomeOf = (promise: Promise<number>): Promise<number | string> =>
  promise.catch((error: unknown) => (error instanceof ProtocolError ? error.code : Promise.reject(error)))

const wordsOf = (update: Uint8Array | undefined): string => {
  const doc = new Y.Doc()
  if (update) Y.applyUpdate(doc, update)
  return doc.getText(textName).toString()
}

describe('the text of a room', () => {
  const an = () => new Typist('an')
  const binh = () => new Typist('binh')

  it('[S3] sends what several wrote in a window on as one update, to all of them', async () => {
    const stage = await Stage.open()
    const [a, b] = [an(), binh()]
    const stored = [
      stage.text.submit(a.session, a.types('một ')),
      stage.text.submit(b.session, b.types('hai ')),
      stage.text.submit(a.session, a.types('ba ')),
    ]
    stage.beat.now()
    expect(stage.sent.map(({ to }) => to)).toEqual(['all but '])
    expect(wordsOf(stage.sent[0]?.update)).toHaveLength('một hai ba '.length)
    expect(await Promise.all(stored)).toEqual([1, 2, 1])
    expect(stage.events).toEqual(['opened', 'changed'])
  })

  it('[S1] acknowledges a repeated update only when the first one is on disk', async () => {
    const stage = await Stage.open()
    const a = an()
    const update = a.types('một')
    stage.isDiskSlow = true
    const first = stage.text.submit(a.session, update)
    stage.beat.now()
    let isAnswered = false
    const again = stage.text.submit(a.session, update).finally(() => {
      isAnswered = true
    })
    stage.beat.now()
    await new Promise(resolve => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    stage.letDiskGo()
    expect(await Promise.all([first, again])).toEqual([1, 1])
    expect(stage.rows).toHaveLength(1)
  })

  it('[S7] refuses what cannot be read, and only that', async () => {
    const stage = await Stage.open()
    const [a, b] = [an(), binh()]
    const bad = stage.text.submit(a.session, new Uint8Array([1, 2, 3, 255, 255]))
    const good = stage.text.submit(b.session, b.types('tốt'))
    stage.beat.now()
    expect(await outcomeOf(bad)).toBe('UPDATE_MALFORMED')
    expect(await good).toBe(1)
    expect(stage.expelled).toEqual(['an UPDATE_MALFORMED'])
    expect(stage.words).toBe('tốt')
  })

  it('[S7] refuses structs that no live editor makes', async () => {
    const stage = await Stage.open()
    const a = an()
    const updates = [a.types('một'), a.types('hai'), a.types('ba')]
    const gap = Y.mergeUpdates([updates[0] ?? new Uint8Array(), updates[2] ?? new Uint8Array()])
    const answer = stage.text.submit(a.session, gap)
    stage.beat.now()
    expect(await outcomeOf(answer)).toBe('UPDATE_MALFORMED')
    expect(stage.words).toBe('')
  })

  it('[S7] does not store what builds on something it has not seen', async () => {
    const stage = await Stage.open()
    const a = an()
    a.types('chưa gửi ')
    const answer = stage.text.submit(a.session, a.types('đã gửi'))
    stage.beat.now()
    expect(await outcomeOf(answer)).toBe('UPDATE_INCOMPLETE')
    expect([stage.words, stage.rows.length, stage.expelled.length]).toEqual(['', 0, 0])
  })

  it('[S7] rebuilds the document when a change was taken in by half, and loses nothing of the others', async () => {
    const stage = await Stage.open()
    const [a, b] = [an(), binh()]
    stage.isDiskSlow = true
    const early = stage.text.submit(b.session, b.types('trước '))
    stage.beat.now()
    // Builds on words of a client that the server has never heard of: no gap of its own, yet incomplete.
    const stranger = new Typist('stranger')
    stranger.types('lạ ')
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(stranger.doc))
    const spoilt = stage.text.submit(a.session, a.types('hỏng'))
    const late = stage.text.submit(b.session, b.types('sau'))
    stage.beat.now()
    expect(await outcomeOf(spoilt)).toBe('UPDATE_INCOMPLETE')
    await stage.text.whenLive()
    expect(stage.words).toBe('trước ')
    stage.beat.now()
    expect(stage.words).toBe('trước sau')
    stage.letDiskGo()
    expect(await Promise.all([early, late])).toEqual([1, 2])
    expect(stage.events).toEqual(['opened', 'changed', 'closed', 'opened', 'changed'])
  })

  it('[S7] takes whatever bytes come and keeps to what is in the log, seeds 1–300', async () => {
    const stage = await Stage.open()
    const [a, b] = [an(), binh()]
    for (let seed = 1; seed <= 300; seed++) {
      const honest = stage.text.submit(b.session, b.types(`${seed} `))
      const forged = outcomeOf(
        stage.text.submit(a.session, damaged(editOf(stage.text.live.doc, 100 + seed), seed)),
      )
      stage.beat.now()
      await stage.text.whenLive()
      stage.beat.now()
      await stage.text.whenLive()
      stage.beat.now()
      await Promise.all([honest, forged])
    }
    expect(stage.events.filter(event => event === 'closed').length).toBeGreaterThan(0)
    const fresh = new Y.Doc()
    for (const { bytes } of stage.rows) Y.applyUpdate(fresh, bytes)
    expect(stage.words).toBe(fresh.getText(textName).toString())
    expect(stage.words.replaceAll(/[^0-9 ]/g, '')).toContain('299 300')
  })
})

/** An edit in the midst of what is there: an insertion with both neighbours, and a deletion. */
const editOf = (doc: Y.Doc, clientId: number): Uint8Array => {
  const copy = new Y.Doc()
  copy.clientID = clientId
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  const text = copy.getText(textName)
  text.insert(Math.floor(text.length / 2), 'xin chào')
  text.insert(text.length, 'các bạn')
  text.delete(Math.floor(text.length / 2), 3)
  return Y.encodeStateAsUpdate(copy, before)
}

/** Some bytes changed, cut or added, the same for the same seed. */
const damaged = (update: Uint8Array, seed: number): Uint8Array => {
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const bytes = [...update]
  for (let times = random(4) + 1; times > 0; times--) bytes[random(bytes.length)] = random(256)
  if (random(4) === 0) bytes.length = random(bytes.length)
  return Uint8Array.from(bytes)
}
