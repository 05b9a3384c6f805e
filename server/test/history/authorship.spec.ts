import { type DocumentId, type PersonId, UpdateDocument } from '@lienthong/protocol'
import * as Y from 'yjs'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { TestHistory, type } from './test-history.ts'

describe.each(databases)('authorship on %s', database => {
  let server: TestServer
  let history: TestHistory
  let an: TestPerson
  let binh: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
    ;({ an, binh, steward } = history)
  })

  const wordsOf = async (id: DocumentId) => {
    const text = await (await history.get(`/documents/${id}/text`)).text()
    const { runs, authors } = await history.authorship(id)
    const nameOf = (personId: PersonId | null) =>
      authors.find(author => author.personId === personId)?.displayName ?? null
    return runs.map(({ start, end, personId, seq }) => [text.slice(start, end), nameOf(personId), seq])
  }

  it('[H4] tells who wrote what, in which entry, whole pairs included', async () => {
    const id = await history.document(
      'một 😀 ba',
      text => text.insert(4, 'hai '),
      text => text.insert(0, '😁'),
    )
    await type(
      await history.join(id, an),
      text => text.delete(2, 2),
      text => text.insert(text.length, '😁'),
    )
    await history.date(id, { 1: '08:01:00', 2: '08:02:00', 3: '08:02:10', 4: '08:03:00', 5: '08:03:01' })
    expect(await wordsOf(id)).toEqual([
      ['😁', 'Trần Thị Bình', 2],
      ['t ', 'Nguyễn Văn An', 1],
      ['hai ', 'Trần Thị Bình', 2],
      ['😀 ba', 'Nguyễn Văn An', 1],
      ['😁', 'Nguyễn Văn An', 4],
    ])
  })

  it('[H4] gives words that were typed offline to who typed them, also when they are sent twice', async () => {
    const id = await history.document('một ba')
    const a = await history.join(id, an)
    const offline = await history.join(id, binh)
    offline.socket.disconnect()
    offline.text.insert(4, 'hai ')
    await type(a, text => text.insert(0, 'không '))
    const back = await Editor.connect(server, binh)
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(offline.doc))
    await back.join(id)
    const update = Y.encodeStateAsUpdate(back.doc, back.answer?.stateVector)
    await back.ask(UpdateDocument, { documentId: id, update })
    await back.ask(UpdateDocument, { documentId: id, update })
    offline.doc.getText('content').insert(8, 'thật ')
    const more = Y.encodeStateAsUpdate(offline.doc, back.answer?.stateVector)
    await back.ask(UpdateDocument, { documentId: id, update: more })
    await until('the words', () => a.text.toString() === 'không một hai thật ba')
    expect((await history.rows(id)).map(({ seq, author }) => [seq, author])).toEqual([
      [1, an.personId],
      [2, an.personId],
      [3, binh.personId],
      [4, binh.personId],
    ])
    await history.date(id, { 1: '08:01:00', 2: '08:02:00', 3: '08:03:00', 4: '08:04:00' })
    expect(await wordsOf(id)).toEqual([
      ['không ', 'Nguyễn Văn An', 2],
      ['một ', 'Nguyễn Văn An', 1],
      ['hai ', 'Trần Thị Bình', 3],
      ['thật ', 'Trần Thị Bình', 4],
      ['ba', 'Nguyễn Văn An', 1],
    ])
  })

  it('[H4] covers the whole text while several write', async () => {
    const id = await history.document('đầu 😀')
    const editors = [
      await history.join(id, an),
      await history.join(id, binh),
      await history.join(id, steward),
    ]
    for (let round = 0; round < 20; round++) {
      for (const { text } of editors) text.insert((round * 7) % (text.length + 1), '𝔞b')
      if (round % 5 === 4) await Promise.all(editors.map(editor => editor.whenStored()))
    }
    const { runs, seq } = await history.authorship(id)
    const text = await history.textAt(id, seq)
    expect(runs.map(({ start }) => start)).toEqual([0, ...runs.map(({ end }) => end)].slice(0, -1))
    expect(runs.at(-1)?.end).toBe(text.length)
    const { items } = await history.timeline(id)
    const whose = new Map(items.map(({ fromSeq, author }) => [fromSeq, author?.personId ?? null]))
    for (const { seq: entry, personId } of runs) expect(whose.get(entry)).toBe(personId)
  })
})
