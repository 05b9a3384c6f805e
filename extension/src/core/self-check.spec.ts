import { createHash } from 'node:crypto'
import type { SessionState, Verdict } from '@lienthong/protocol/client'
import * as Y from 'yjs'
import { SimulatedEditor } from '../../test/simulated-editor.ts'
import { BufferBinding } from './binding.ts'
import { SelfCheck, type Shown } from './self-check.ts'

const access = { canEdit: true, canComment: true }

/** A document, its copy at the server, and an editor that shows it with line endings of its own. */
const shownDocument = (start: string) => {
  const doc = new Y.Doc()
  const text = doc.getText('content')
  text.insert(0, start)
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
  const editor = new SimulatedEditor(start, '\r\n')
  let binding = new BufferBinding(editor, text)
  editor.onEvent = changes => binding.onBufferChanged(changes)
  const told: number[] = []
  const session = {
    doc,
    text,
    state: { kind: 'live', access, pending: 0 } as SessionState,
    resynchronised: 0,
    check: async (textHash: Promise<Uint8Array>): Promise<Verdict> => {
      const isThere = Buffer.from(Y.encodeStateVector(doc)).equals(Y.encodeStateVector(server))
      if (!isThere) return 'elsewhere'
      const hash = createHash('sha256').update(server.getText('content').toString()).digest()
      return hash.equals(await textHash) ? 'same' : 'different'
    },
    resynchronise: async () => {
      session.resynchronised++
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    },
  }
  const shown: Shown = {
    session,
    text: () => (binding.isSettled ? editor.text() : undefined),
    showAnew: () => {
      binding.dispose()
      binding = new BufferBinding(editor, text)
    },
    onDifferent: times => told.push(times),
  }
  const settle = async () => {
    while (editor.isBusy || !binding.isSettled) {
      editor.stepAll()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  return { check: new SelfCheck(shown), session, server: server.getText('content'), editor, told, settle }
}

describe('the check of what an editor shows', () => {
  it('[S14] is content when the server has the same, whatever the line endings here', async () => {
    const { check, session, told } = shownDocument('một\nhai\n')
    expect(await check.run()).toBe('same')
    expect(check.last).toBe('same')
    expect(session.resynchronised).toBe(0)
    expect(told).toEqual([])
  })

  it('[S14] shows the document anew in a buffer that is wrong, and says so each time', async () => {
    const { check, session, editor, told, settle } = shownDocument('một\nhai\n')
    for (const times of [1, 2]) {
      const { onEvent } = editor
      editor.onEvent = () => {}
      editor.person(3, 0, ' lạc')
      editor.stepAll()
      editor.onEvent = onEvent
      expect(await check.run()).toBe('different')
      await settle()
      expect(editor.screen).toBe('một\nhai\n')
      expect(session.text.toString()).toBe('một\nhai\n')
      expect(told).toHaveLength(times)
    }
    expect(told).toEqual([1, 2])
    expect(await check.run()).toBe('same')
  })

  it('[S14] brings what never arrived into the document and its editor', async () => {
    const { check, server, editor, told, settle } = shownDocument('một\nhai\n')
    server.delete(0, 4)
    expect(await check.run()).toBe('different')
    await settle()
    expect(editor.screen).toBe('hai\n')
    expect(told).toEqual([1])
    expect(await check.run()).toBe('same')
  })

  it('[S14] catches up when nothing has come for two checks and the server is still elsewhere', async () => {
    const { check, session, server, told, settle } = shownDocument('một\n')
    server.insert(0, 'không\n')
    expect(await check.run()).toBe('elsewhere')
    session.text.insert(0, '# ')
    await settle()
    expect(await check.run()).toBe('elsewhere')
    expect(session.resynchronised).toBe(0)
    expect(await check.run()).toBe('elsewhere')
    expect(session.resynchronised).toBe(1)
    expect(session.text.toString()).toContain('không\n')
    expect(told).toEqual([])
  })

  it('[S14] does not ask while something is on its way', async () => {
    const { check, session, editor, settle } = shownDocument('một\n')
    session.text.insert(0, '# ')
    expect(await check.run()).toBeUndefined()
    await settle()
    expect(editor.screen).toBe('# một\n')
    session.state = { kind: 'live', access, pending: 1 }
    expect(await check.run()).toBeUndefined()
    session.state = { kind: 'offline', access, pending: 0, unkept: 0 }
    expect(await check.run()).toBeUndefined()
  })
})
