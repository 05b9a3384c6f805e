import {
  type Anchor,
  ListThreads,
  OpenThread,
  ReplyToThread,
  SetThreadState,
  ThreadChanged,
} from '@lienthong/protocol'
import * as Y from 'yjs'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe.each(databases)('comments on %s', database => {
  let server: TestServer
  let an: TestPerson
  let reviewer: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an } = await stage(server))
    reviewer = await server.person({ name: 'Lê Quốc Chi', roles: [['reviewer', 'VN']] })
  })

  const anchorOn = ({ text }: Editor, words: string): Anchor => {
    const start = text.toString().indexOf(words)
    const place = (index: number, side: number) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side))
    return { start: place(start, 0), end: place(start + words.length, -1), quote: words }
  }

  const wordsAt = ({ doc, text }: Editor, { start, end }: Anchor): string => {
    const [from, to] = [start, end].map(place =>
      Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(place), doc),
    )
    return text.toString().slice(from?.index, to?.index)
  }

  const open = async () => {
    const { id: documentId } = await createDocument(server, an, { text: 'Số định danh gồm 12 chữ số.' })
    const a = await (await Editor.connect(server, an)).join(documentId)
    const c = await (await Editor.connect(server, reviewer)).join(documentId)
    const anchor = anchorOn(c, '12 chữ số')
    const { thread } = await c.ask(OpenThread, { documentId, anchor, body: 'Theo thông tư nào?' })
    return { documentId, a, c, thread }
  }

  it('[B11] shows a comment, its replies and its state to everybody within a second', async () => {
    const { a, c, thread } = await open()
    await until('the comment', () => a.noticed(ThreadChanged).length > 0, aSecondMs)
    expect(a.noticed(ThreadChanged)[0]?.thread).toMatchObject({
      state: 'open',
      comments: [{ displayName: 'Lê Quốc Chi', body: 'Theo thông tư nào?' }],
    })
    await a.ask(ReplyToThread, { threadId: thread.id, body: 'Nghị định 137.' })
    await a.ask(SetThreadState, { threadId: thread.id, state: 'resolved' })
    await until(
      'the resolution',
      () => c.noticed(ThreadChanged).at(-1)?.thread.state === 'resolved',
      aSecondMs,
    )
    const last = c.noticed(ThreadChanged).at(-1)?.thread
    expect(last?.comments.map(({ displayName, body }) => `${displayName}: ${body}`)).toEqual([
      'Lê Quốc Chi: Theo thông tư nào?',
      'Nguyễn Văn An: Nghị định 137.',
    ])
    await c.ask(SetThreadState, { threadId: thread.id, state: 'open' })
    await until('the reopening', () => a.noticed(ThreadChanged).at(-1)?.thread.state === 'open', aSecondMs)
  })

  it('[B11] keeps a comment on its words while others edit around them, and over a restart', async () => {
    const { documentId, a, thread } = await open()
    a.text.insert(0, '# Yêu cầu 1\n')
    a.text.insert(a.text.length, ' Không được trống.')
    await a.whenStored()
    await server.restart()
    const b = await (await Editor.connect(server, an)).join(documentId)
    const { threads } = await b.ask(ListThreads, { documentId })
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({ id: thread.id, anchor: { quote: '12 chữ số' } })
    expect(threads.map(({ anchor }) => wordsAt(b, anchor))).toEqual(['12 chữ số'])
    const response = await server.fetch(`/documents/${documentId}/threads`, { token: an.token })
    const start = Buffer.from(thread.anchor.start).toString('base64')
    expect(await response.json()).toMatchObject([{ id: thread.id, anchor: { start } }])
  })

  it('[B11] refuses anchors that are none, and people who may not comment', async () => {
    const { documentId, c, thread } = await open()
    const anchor = { start: new Uint8Array([255]), end: new Uint8Array([255]), quote: 'x' }
    await expect(c.ask(OpenThread, { documentId, anchor, body: 'x' })).rejects.toThrow('MESSAGE_INVALID')
    await expect(c.ask(OpenThread, { documentId, anchor: thread.anchor, body: '  ' })).rejects.toThrow(
      'MESSAGE_INVALID',
    )
    const viewer = await server.person({ roles: [['viewer', 'BCA']] })
    const reader = await (await Editor.connect(server, viewer)).join(documentId)
    expect((await reader.ask(ListThreads, { documentId })).threads).toHaveLength(1)
    const reply = { threadId: thread.id, body: 'x' }
    await expect(reader.ask(ReplyToThread, reply)).rejects.toThrow('RIGHT_MISSING')
    const elsewhere = await Editor.connect(server, await server.person({ roles: [['editor', 'BTP']] }))
    await expect(elsewhere.ask(ReplyToThread, reply)).rejects.toThrow('THREAD_NOT_FOUND')
    await expect(elsewhere.ask(ListThreads, { documentId })).rejects.toThrow('DOCUMENT_NOT_JOINED')
  })
})
