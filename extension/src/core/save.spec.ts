import { ProtocolError } from '@lienthong/protocol'
import type { SessionState } from '@lienthong/protocol/client'
import * as Y from 'yjs'
import { type Savable, saveText } from './save.ts'

const access = { canEdit: true, canComment: true }

/** A session whose server answers when it is told to. */
class ScriptedSession implements Savable {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText('content')
  readonly deltas: unknown[] = []
  state: SessionState = { kind: 'live', access, pending: 0 }
  answer: () => void = () => {}
  private readonly listeners = new Set<(state: SessionState) => void>()

  constructor(content: string) {
    this.text.insert(0, content)
    this.text.observe(event => this.deltas.push(event.delta))
  }

  onState(listener: (state: SessionState) => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  enter(state: SessionState) {
    this.state = state
    for (const listener of this.listeners) listener(state)
  }

  whenStored(): Promise<void> {
    return new Promise(resolve => {
      this.answer = resolve
    })
  }
}

describe('saving', () => {
  it('[B8] is done when every edit made so far is on disk', async () => {
    const session = new ScriptedSession('tên: a\n')
    let isSaved = false
    const saved = saveText(session, 'tên: a\n').then(() => {
      isSaved = true
    })
    await Promise.resolve()
    expect(isSaved).toBe(false)
    session.answer()
    await saved
    expect(session.deltas).toEqual([])
  })

  it('[B8] writes what another program changed as a difference, in LF', async () => {
    const session = new ScriptedSession('tên: a\ntuổi: 1\n')
    const saved = saveText(session, 'tên: a\r\ntuổi: 21\r\n')
    session.answer()
    await saved
    expect(session.deltas).toEqual([[{ retain: 13 }, { insert: '2' }]])
    expect(session.text.toString()).toBe('tên: a\ntuổi: 21\n')
  })

  it('[B8] waits while offline', async () => {
    const session = new ScriptedSession('')
    session.enter({ kind: 'offline', access, pending: 1, unkept: 0 })
    const saved = saveText(session, 'mới\n')
    session.enter({ kind: 'live', access, pending: 1 })
    session.answer()
    await saved
    expect(session.text.toString()).toBe('mới\n')
  })

  it('[B8] fails with the reason when the server does not take the words, and keeps them', async () => {
    const session = new ScriptedSession('')
    const saved = saveText(session, 'giữ lại\n')
    session.enter({
      kind: 'stuck',
      access,
      pending: 1,
      unkept: 0,
      error: new ProtocolError('RIGHT_MISSING', { action: 'document:edit' }),
    })
    await expect(saved).rejects.toMatchObject({ code: 'RIGHT_MISSING' })
    expect(session.text.toString()).toBe('giữ lại\n')
  })
})
