import { jest } from '@jest/globals'
import type { LastState, SessionState } from '@lienthong/protocol/client'
import * as Y from 'yjs'
import { StateKeeper } from './state-keeper.ts'

const access = { canEdit: true, canComment: true }
const live: SessionState = { kind: 'live', access, pending: 0 }
const offline: SessionState = { kind: 'offline', access, asOf: 1, pending: 0, unkept: 0 }

/** A session whose state the test sets. */
class Session {
  readonly doc = new Y.Doc()
  state = live
  private listener: (state: SessionState) => void = () => {}

  get lastState(): LastState | undefined {
    return this.state.kind === 'refused' ? undefined : { update: new Uint8Array(), access, at: 1 }
  }
  onState(listener: (state: SessionState) => void) {
    this.listener = listener
    return () => {}
  }
  become(state: SessionState) {
    this.state = state
    this.listener(state)
  }
  type() {
    this.doc.getText('content').insert(0, 'a')
  }
}

let session: Session
let kept: number
let isFull: boolean
let written: number
let keeper: StateKeeper
const startedWith = (state: SessionState) => {
  session = new Session()
  session.state = state
  keeper = new StateKeeper(
    session,
    async () => {
      if (isFull) throw new Error('disk full')
      kept++
    },
    () => written++,
  )
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  jest.useFakeTimers()
  kept = written = 0
  isFull = false
  startedWith(live)
})
afterEach(() => {
  keeper.dispose()
  jest.useRealTimers()
})

describe('keeping the state of an open document', () => {
  it('[E30] begins soon after opening, and goes on every 30 s at most while it changes', async () => {
    await pass(2_000)
    expect(kept).toBe(1)
    for (let second = 0; second < 90; second++) {
      session.type()
      await pass(1_000)
    }
    expect(kept).toBe(4)
    await pass(300_000)
    expect(kept).toBe(4)
  })

  it('[E30] is done at once when the connection breaks, once, and again when the server is back', async () => {
    await pass(2_000)
    session.type()
    session.become(offline)
    expect(kept).toBe(2)
    session.type()
    session.become({ ...offline, pending: 1 })
    await pass(300_000)
    expect(kept).toBe(2)
    session.become(live)
    await pass(2_000)
    expect(kept).toBe(3)
  })

  it('[E30] leaves alone what was kept while the document is only as it was', async () => {
    keeper.dispose()
    startedWith(offline)
    session.type()
    await pass(300_000)
    await keeper.write()
    expect(kept).toBe(0)
  })

  it('[E30] is done for another right, and not for who is not let in any more', async () => {
    await pass(2_000)
    session.become({ ...live, access: { ...access, canEdit: false } })
    await pass(2_000)
    expect(kept).toBe(2)
    session.become({ kind: 'refused', pending: 0 } as SessionState)
    session.type()
    await keeper.write()
    expect(kept).toBe(2)
  })

  it('[E30] says whether it is kept as it is by now', async () => {
    expect(keeper.isKept).toBe(false)
    await pass(2_000)
    expect([keeper.isKept, written]).toEqual([true, 1])
    session.type()
    expect(keeper.isKept).toBe(false)
    isFull = true
    session.become(offline)
    await pass(0)
    expect(keeper.isKept).toBe(false)
    isFull = false
    await pass(30_000)
    expect(keeper.isKept).toBe(true)
  })

  it('[E30] is tried again when there was no room', async () => {
    isFull = true
    await pass(2_000)
    isFull = false
    await pass(30_000)
    expect(kept).toBe(1)
  })
})
