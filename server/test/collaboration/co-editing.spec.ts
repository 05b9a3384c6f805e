import { DocumentChunkSent, DocumentClosed, DocumentUpdated, maxChunkBytes } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as Y from 'yjs'
import { DocumentUpdateRow } from '../../src/documents/document-update.entity.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe.each(databases)('co-editing on %s', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
  })

  const two = async (text = '') => {
    const { id } = await createDocument(server, an, { text })
    const a = await (await Editor.connect(server, an)).join(id)
    const b = await (await Editor.connect(server, binh)).join(id)
    return { id, a, b }
  }

  const storedText = async (id: string) =>
    (await server.fetch(`/documents/${id}/text`, { token: an.token })).text()

  it('[S3] brings what one types to the other and never back to who typed it', async () => {
    const { a, b } = await two('Xin chào')
    a.text.insert(8, ' các bạn')
    await until('the words', () => b.text.toString() === 'Xin chào các bạn')
    await a.whenStored()
    b.text.insert(0, '# ')
    await until('both texts', () => a.text.toString() === '# Xin chào các bạn')
    await b.whenStored()
    expect(a.noticed(DocumentUpdated)).toHaveLength(1)
    expect(b.noticed(DocumentUpdated)).toHaveLength(1)
  })

  it('[S1] has on disk what it acknowledges, under the seq that it answers', async () => {
    const { id, a, b } = await two('một')
    a.text.insert(3, ' hai')
    await a.whenStored()
    expect(await storedText(id)).toBe('một hai')
    b.text.insert(b.text.length, ' ba')
    await b.whenStored()
    const rows = await server.app
      .get(EntityManager)
      .find(DocumentUpdateRow, { where: { documentId: id }, order: { seq: 'ASC' } })
    expect(rows.map(({ seq, author }) => [seq, author])).toEqual([
      [1, an.personId],
      [2, an.personId],
      [3, binh.personId],
    ])
    expect(rows[1]?.clientRanges).toEqual([[a.doc.clientID, 0, 4]])
  })

  it('[S1] asks the database to keep what it has confirmed', async () => {
    const manager = server.app.get(EntityManager)
    const setting = database === 'sqlite' ? 'PRAGMA synchronous' : 'SHOW synchronous_commit'
    const [row] = await manager.query(setting)
    expect(Object.values(row)).toEqual([database === 'sqlite' ? 2 : 'on'])
  })

  it('[S2] numbers the rows of a document without a gap, however many write at once', async () => {
    const { id } = await createDocument(server, an)
    const editors = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => (await Editor.connect(server, at % 2 ? an : binh)).join(id)),
    )
    for (let round = 0; round < 10; round++) {
      for (const { text } of editors) text.insert(text.length, `${round} `)
      await Promise.all(editors.map(editor => editor.whenStored()))
    }
    const rows = await server.app
      .get(EntityManager)
      .find(DocumentUpdateRow, { where: { documentId: id }, order: { seq: 'ASC' } })
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
    expect(rows.length).toBeLessThan(80)
    const [first] = editors
    await until('one text', async () => (await storedText(id)) === first?.text.toString())
    await until('the same everywhere', () => new Set(editors.map(({ text }) => text.toString())).size === 1)
  })

  it('[S4] answers a join with what the caller lacks, and no more', async () => {
    const { id, a, b } = await two('x'.repeat(5000))
    b.socket.disconnect()
    a.text.insert(0, 'mới ')
    await a.whenStored()
    const again = await Editor.connect(server, binh)
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(b.doc))
    await again.join(id)
    expect(again.text.toString()).toBe(a.text.toString())
    expect(again.answer?.chunk.length).toBeLessThan(100)
  })

  it('[S4] cuts a large answer into chunks', async () => {
    const { id } = await createDocument(server, an, { text: 'dữ liệu '.repeat(100_000) })
    const editor = await (await Editor.connect(server, binh)).join(id)
    const chunks = [editor.answer?.chunk, ...editor.noticed(DocumentChunkSent).map(({ chunk }) => chunk)]
    expect(chunks).toHaveLength(editor.answer?.chunks ?? 0)
    expect(chunks.length).toBeGreaterThan(3)
    expect(chunks.every(chunk => chunk && chunk.length <= maxChunkBytes)).toBe(true)
    expect(editor.text.length).toBe(800_000)
  })

  it('[S5] loads a document once, however many join at the same moment', async () => {
    const { id } = await createDocument(server, an, { text: 'chung' })
    const editors = await Promise.all([an, binh, an, binh].map(person => Editor.connect(server, person)))
    await Promise.all(editors.map(editor => editor.join(id)))
    editors[0]?.text.insert(5, ' một phòng')
    await until('one room', () => editors.every(({ text }) => text.toString() === 'chung một phòng'))
  })

  it('[S5] refuses to open a document whose log has a gap', async () => {
    const { id, a, b } = await two('một')
    a.text.insert(3, ' hai')
    await a.whenStored()
    const manager = server.app.get(EntityManager)
    await manager.delete(DocumentUpdateRow, { documentId: id, seq: 1 })
    a.socket.disconnect()
    b.socket.disconnect()
    await server.restart()
    const editor = await Editor.connect(server, an)
    await expect(editor.join(id)).rejects.toThrow('DOCUMENT_UNAVAILABLE')
    expect(editor.text.toString()).toBe('')
  })

  it('[S5] refuses to show a document whose newest rows are gone, or one in the middle', async () => {
    const { id, a, b } = await two('một')
    a.text.insert(3, ' hai')
    await a.whenStored()
    a.text.insert(7, ' ba')
    await a.whenStored()
    a.socket.disconnect()
    b.socket.disconnect()
    await server.restart()
    for (const seq of [3, 2]) {
      await server.app.get(EntityManager).delete(DocumentUpdateRow, { documentId: id, seq })
      const editor = await Editor.connect(server, an)
      await expect(editor.join(id)).rejects.toThrow('DOCUMENT_UNAVAILABLE')
      for (const path of ['text', 'snapshot']) {
        const response = await server.fetch(`/documents/${id}/${path}`, { token: an.token })
        expect([response.status, (await response.json()).code]).toEqual([503, 'DOCUMENT_UNAVAILABLE'])
      }
    }
  })

  it('keeps everything over a graceful stop and says goodbye', async () => {
    const { id, a } = await two('trước')
    a.text.insert(5, ' khi dừng')
    await a.whenStored()
    await server.restart()
    await until('the goodbye', () => a.noticed(DocumentClosed).some(({ code }) => code === 'SERVER_STOPPING'))
    expect(await storedText(id)).toBe('trước khi dừng')
    const b = await (await Editor.connect(server, binh)).join(id)
    expect(b.text.toString()).toBe('trước khi dừng')
  })
})
