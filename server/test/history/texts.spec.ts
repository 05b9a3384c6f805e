import type { DocumentId } from '@lienthong/protocol'
import * as Y from 'yjs'
import { DocumentUpdateRow } from '../../src/documents/document-update.entity.ts'
import { HistoryStateRow } from '../../src/history/history.entities.ts'
import { LogReaderService } from '../../src/history/log-reader.service.ts'
import { refusal } from '../json.ts'
import { databases, startServer, type TestServer } from '../start-server.ts'
import { TestHistory } from './test-history.ts'

describe.each(databases)('texts of the past on %s', database => {
  let server: TestServer
  let history: TestHistory

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
  })

  it('[H1] tells the text of every state, the empty one included, and of no other', async () => {
    const id = await history.document(
      'một\r\nhai',
      text => text.insert(0, '# '),
      text => text.delete(0, 5),
      text => text.insert(text.length, ' 😀'),
    )
    const texts = await Promise.all([0, 1, 2, 3, 4].map(seq => history.textAt(id, seq)))
    expect(texts).toEqual(['', 'một\nhai', '# một\nhai', '\nhai', '\nhai 😀'])
    expect(await refusal(await history.get(`/documents/${id}/history/5/text`))).toBe('404 RECORD_NOT_FOUND')
    expect(await refusal(await history.get(`/documents/${id}/history/first/text`))).toBe(
      '400 MESSAGE_INVALID',
    )
    const first = await history.get(`/documents/${id}/history/2/text`)
    expect(first.headers.get('etag')).toBe('"2"')
    const again = await history.get(`/documents/${id}/history/2/text`, history.an, { 'if-none-match': '"2"' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('[H1] never shows a part of a document whose log has a gap', async () => {
    const id = await history.document(
      'một',
      text => text.insert(3, ' hai'),
      text => text.insert(7, ' ba'),
    )
    await history.manager.delete(DocumentUpdateRow, { documentId: id, seq: 2 })
    for (const seq of [1, 3])
      expect(await refusal(await history.get(`/documents/${id}/history/${seq}/text`))).toBe(
        seq === 1 ? '200' : '503 DOCUMENT_UNAVAILABLE',
      )
  })

  it('[H1] keeps states so that no text is far away, in no more than twice the room of the rows', async () => {
    const id = await history.document('')
    const { texts, bytes } = await writeMuch(history, id, [1, 700, 1300, 1900, 2599, 2600])
    for (const seq of [1, 1300, 2600]) expect(await history.textAt(id, seq)).toBe(texts.get(seq))
    const states = await history.manager.findBy(HistoryStateRow, { documentId: id })
    expect(states.length).toBeGreaterThan(1)
    expect(states.reduce((sum, state) => sum + state.bytes.length, 0)).toBeLessThan(2 * bytes)
    const log = server.app.get(LogReaderService)
    for (const seq of [700, 1900, 2599]) {
      const replay = await log.replayAt(id, seq)
      expect(replay.text.toString()).toBe(texts.get(seq))
      // A state is taken between two stretches, hence the tenth above.
      expect(replay.bytesSinceState).toBeLessThan(1.1 * Math.max(256 * 1024, replay.stateBytes) + 64 * 1024)
    }
    const { items } = await history.timeline(id, '?limit=200')
    const grown = items.reduce((sum, entry) => sum + entry.insertedChars - entry.deletedChars, 0)
    expect(grown).toBe(texts.get(2600)?.length)
  })
})

/** The log of a document that one person has typed at for long, and its text at some times. */
const writeMuch = async ({ manager, an }: TestHistory, documentId: DocumentId, at: readonly number[]) => {
  const doc = new Y.Doc()
  const text = doc.getText('content')
  const texts = new Map<number, string>()
  const rows: DocumentUpdateRow[] = []
  doc.on('update', (update: Uint8Array) => {
    const { from, to } = Y.parseUpdateMeta(update)
    rows.push({
      documentId,
      seq: rows.length + 1,
      author: an.personId,
      clientRanges: [...to].map(([client, end]) => [client, from.get(client) ?? 0, end] as const),
      bytes: Buffer.from(update),
      createdAt: new Date(Date.UTC(2026, 0, 31) + rows.length * 500).toISOString(),
    })
  })
  const count = Math.max(...at)
  for (let seq = 1; seq <= count; seq++) {
    doc.transact(() => {
      text.insert((seq * 7919) % (text.length + 1), `${seq} ${'đặc tả '.repeat(40)}`)
      if (seq % 4 === 3) text.delete(0, 150)
    })
    if (at.includes(seq)) texts.set(seq, text.toString())
  }
  for (let from = 0; from < count; from += 500)
    await manager.insert(DocumentUpdateRow, rows.slice(from, from + 500))
  await manager.update('documents', { id: documentId }, { headSeq: count })
  return { texts, bytes: rows.reduce((sum, row) => sum + row.bytes.length, 0) }
}
