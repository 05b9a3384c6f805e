import {
  DocumentClosed,
  type DocumentId,
  maxClockAdvance,
  textName,
  UpdateDocument,
} from '@lienthong/protocol'
import * as Y from 'yjs'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'
import { type ForgedStruct, forged, inTheNameOf } from './forgery.ts'

describe.each(databases)('whose words they are, on %s', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson
  let documentId: DocumentId

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
  })

  beforeEach(async () => {
    ;({ id: documentId } = await createDocument(server, an, { text: 'một' }))
  })

  const join = async (person: TestPerson) => (await Editor.connect(server, person)).join(documentId)
  const send = (editor: Editor, update: Uint8Array) => editor.ask(UpdateDocument, { documentId, update })

  it('[S7] keeps others from pushing an editor’s clock, whether the editor is here or away', async () => {
    const [a, b, c] = [await join(an), await join(binh), await join(binh)]
    b.text.insert(3, ' hai')
    await b.whenStored()
    await until('the words', () => a.text.toString() === 'một hai')
    const clientId = b.doc.clientID
    const poison = forged({ clientId, clock: 4, kind: 'deleted', length: 1_000_000 })
    await expect(send(a, poison)).rejects.toThrow('UPDATE_FOREIGN')
    await expect(send(a, forged({ clientId, clock: 10 ** 9, kind: 'text' }))).rejects.toThrow(
      'UPDATE_INCOMPLETE',
    )
    b.socket.disconnect()
    await expect(send(a, poison)).rejects.toThrow('UPDATE_FOREIGN')
    b.text.insert(7, ' ba')
    const again = await Editor.connect(server, binh)
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(b.doc))
    again.doc.clientID = clientId
    await again.join(documentId)
    await send(again, Y.encodeStateAsUpdate(again.doc, again.answer?.stateVector))
    await until('the words', () => [a, c].every(({ text }) => text.toString() === 'một hai ba'))
  })

  it('[S7] lets nobody write in another’s name, nor take another’s client by joining with it', async () => {
    const [a, b] = [await join(an), await join(binh)]
    await expect(send(a, inTheNameOf(b.doc, 'giả '))).rejects.toThrow('UPDATE_FOREIGN')
    const thief = await Editor.connect(server, an)
    thief.doc.clientID = b.doc.clientID
    await thief.join(documentId)
    await expect(send(thief, inTheNameOf(b.doc, 'giả '))).rejects.toThrow('UPDATE_FOREIGN')
    b.text.insert(3, ' hai')
    await b.whenStored()
    await until('the words', () => a.text.toString() === 'một hai')
  })

  it('[S7] takes words that a server passed on and lost from whoever has them', async () => {
    const b = await join(binh)
    b.text.insert(3, ' hai')
    await b.whenStored()
    await server.restart()
    const a = await Editor.connect(server, an)
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
    Y.applyUpdate(a.doc, inTheNameOf(b.doc, 'lạc '))
    a.text.insert(a.text.length, ' ba')
    await a.join(documentId)
    await send(a, Y.encodeStateAsUpdate(a.doc, a.answer?.stateVector))
    const c = await join(binh)
    expect(c.text.toString()).toBe('lạc một hai ba')
    await expect(send(c, inTheNameOf(b.doc, 'giả giả '))).rejects.toThrow('UPDATE_FOREIGN')
  })

  it('[S7] takes work that a person did earlier without a server, under the client of that time', async () => {
    const earlier = new Y.Doc()
    earlier.getText(textName).insert(0, 'ngoại tuyến ')
    const a = await join(an)
    await send(a, Y.encodeStateAsUpdate(earlier))
    const b = await join(binh)
    expect(b.text.toString()).toContain('ngoại tuyến')
  })

  const structs: [string, [ForgedStruct, ...ForgedStruct[]]][] = [
    ['a garbage-collected struct', [{ clientId: 1, kind: 'gc', length: 5 }]],
    [
      'a gap',
      [
        { clientId: 1, kind: 'text' },
        { clientId: 1, kind: 'skip', length: 3 },
      ],
    ],
    ['an embed', [{ clientId: 1, kind: 'embed' }]],
    ['words where nobody sees them', [{ clientId: 1, kind: 'text', parent: 'hidden' }]],
    ['an implausible clock', [{ clientId: 1, kind: 'deleted', length: maxClockAdvance + 1 }]],
  ]
  it.each(structs)('[S7] refuses %s and lets go of who sent it', async (_, forgedStructs) => {
    const [a, b] = [await join(an), await join(binh)]
    await expect(send(a, forged(...forgedStructs))).rejects.toThrow('UPDATE_MALFORMED')
    await until('the goodbye', () => a.noticed(DocumentClosed).length > 0 && !a.socket.connected)
    b.text.insert(3, ' hai')
    await b.whenStored()
    expect((await join(an)).text.toString()).toBe('một hai')
  })

  it('[S7] stores every good change of a burst that has a bad one in its middle', async () => {
    const [a, b, c] = [await join(an), await join(binh), await join(binh)]
    for (let at = 0; at < 10; at++) {
      b.text.insert(b.text.length, `b${at} `)
      c.text.insert(0, `c${at} `)
      if (at === 5)
        void expect(send(a, new Uint8Array([1, 1, 200, 1, 4, 9]))).rejects.toThrow('UPDATE_MALFORMED')
    }
    await Promise.all([b.whenStored(), c.whenStored()])
    await until('one text', () => b.text.toString() === c.text.toString())
    const words = Array.from({ length: 10 }, (_, at) => [`b${at}`, `c${at}`]).flat()
    expect(
      (await join(an)).text
        .toString()
        .match(/[bc]\d/g)
        ?.sort(),
    ).toEqual(words.sort())
  })
})
