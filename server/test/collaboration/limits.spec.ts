import {
  AnnouncePresence,
  DocumentAccessChanged,
  DocumentClosed,
  JoinDocument,
  maxUpdateBytes,
  PresenceChanged,
  UpdateDocument,
} from '@lienthong/protocol'
import * as Y from 'yjs'
import { DocumentContentService } from '../../src/documents/document-content.service.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe.each(databases)('the limits of co-editing on %s', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson
  let documentId: Awaited<ReturnType<typeof createDocument>>['id']

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
  })

  beforeEach(async () => {
    ;({ id: documentId } = await createDocument(server, an, { text: 'một' }))
  })

  const join = async (person: TestPerson) => (await Editor.connect(server, person)).join(documentId)

  it('[S7] refuses an update that is too large, and keeps the connection', async () => {
    const a = await join(an)
    const update = new Uint8Array(maxUpdateBytes + 1)
    await expect(a.ask(UpdateDocument, { documentId, update })).rejects.toThrow('UPDATE_TOO_LARGE')
    expect(a.socket.connected).toBe(true)
  })

  it('[S7] refuses the edits of viewers and of who has not joined', async () => {
    const viewer = await server.person({ roles: [['viewer', 'BCA']] })
    const reader = await join(viewer)
    expect(reader.answer?.access).toEqual({ canEdit: false, canComment: false })
    const update = Y.encodeStateAsUpdate(new Y.Doc())
    await expect(reader.ask(UpdateDocument, { documentId, update })).rejects.toThrow('RIGHT_MISSING')
    const stranger = await Editor.connect(server, an)
    await expect(stranger.ask(UpdateDocument, { documentId, update })).rejects.toThrow('DOCUMENT_NOT_JOINED')
  })

  it('[S7] hides documents from who may not read them', async () => {
    const elsewhere = await server.person({ roles: [['editor', 'BTP']] })
    await expect(join(elsewhere)).rejects.toThrow('DOCUMENT_NOT_FOUND')
    const response = await server.fetch(`/documents/${documentId}`, { token: elsewhere.token })
    expect(response.status).toBe(404)
  })

  it('[S7] lets go of who sends garbage; the others go on', async () => {
    const [a, b, c] = [await join(an), await join(binh), await join(binh)]
    const update = new Uint8Array([1, 1, 200, 1, 4, 250, 9, 9, 9])
    await expect(a.ask(UpdateDocument, { documentId, update })).rejects.toThrow('UPDATE_MALFORMED')
    await until('the goodbye', () => !a.socket.connected)
    expect(a.noticed(DocumentClosed)).toEqual([{ documentId, code: 'UPDATE_MALFORMED' }])
    b.text.insert(3, ' hai')
    await until('the words', () => c.text.toString() === 'một hai')
    await b.whenStored()
  })

  it('[S7] rebuilds after an update that builds on nothing; nobody loses a word', async () => {
    const [a, b] = [await join(an), await join(binh)]
    const stranger = new Y.Doc()
    stranger.getText('content').insert(0, 'lạ')
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(stranger))
    const before = Y.encodeStateVector(forger)
    forger.getText('content').insert(2, 'mặt')
    const update = Y.encodeStateAsUpdate(forger, before)
    b.text.insert(3, ' hai')
    await expect(a.ask(UpdateDocument, { documentId, update })).rejects.toThrow('UPDATE_INCOMPLETE')
    b.text.insert(7, ' ba')
    await b.whenStored()
    await until('the words', () => a.text.toString() === 'một hai ba')
    const c = await join(binh)
    expect(c.text.toString()).toBe('một hai ba')
  })

  it('[S7] answers a join with a broken state vector', async () => {
    const a = await Editor.connect(server, an)
    const stateVector = new Uint8Array([255, 255, 255])
    await expect(a.ask(JoinDocument, { documentId, stateVector, clientId: 1 })).rejects.toThrow(
      'MESSAGE_INVALID',
    )
    expect(await (await a.join(documentId)).text.toString()).toBe('một')
  })

  it('[S11] stamps who it is, tells the newest place only, and who has left', async () => {
    const [a, b] = [await join(an), await join(binh)]
    await until('who is here', () => b.noticed(PresenceChanged).some(({ present }) => present.length > 0))
    const places = Array.from({ length: 20 }, (_, at) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(a.text, at % 3)),
    )
    const forged = { displayName: 'Ai đó', personId: binh.personId }
    for (const place of places)
      await a.ask(AnnouncePresence, {
        documentId,
        selections: [{ anchor: place, head: place }],
        isAway: false,
        ...forged,
      })
    const seen = () =>
      b
        .noticed(PresenceChanged)
        .flatMap(({ present }) => present)
        .filter(({ sessionId, selections }) => sessionId === a.answer?.sessionId && selections.length > 0)
    const last = places.at(-1) ?? new Uint8Array()
    await until('the last place', () =>
      Buffer.from(last).equals(seen().at(-1)?.selections[0]?.head ?? new Uint8Array()),
    )
    expect(seen().length).toBeLessThan(places.length)
    expect(seen().at(-1)).toMatchObject({
      personId: an.personId,
      displayName: 'Nguyễn Văn An',
      canEdit: true,
      isAway: false,
    })
    const [{ sessionId } = { sessionId: null }] = seen()
    a.socket.disconnect()
    await until('who has left', () =>
      b.noticed(PresenceChanged).some(({ left }) => left.some(id => id === sessionId)),
    )
  })

  it('[S11] refuses places that are too many bytes', async () => {
    const a = await join(an)
    const place = new Uint8Array(2100)
    const selections = [{ anchor: place, head: place }]
    await expect(a.ask(AnnouncePresence, { documentId, selections, isAway: false })).rejects.toThrow(
      'MESSAGE_INVALID',
    )
  })

  it('[S12] makes a change of rights felt within a second', async () => {
    const administrator = await server.person({ roles: [['administrator', 'VN']] })
    const person = await server.person({
      roles: [
        ['editor', 'BCA'],
        ['viewer', 'BCA'],
      ],
    })
    const [a, b] = [await join(person), await join(binh)]
    const people = await server.fetch(`/people/${person.personId}`, { token: administrator.token })
    const { grants } = await people.json()
    const revoke = (role: string) =>
      server.fetch(
        `/people/${person.personId}/grants/${grants.find((g: { role: string }) => g.role === role).id}`,
        {
          token: administrator.token,
          method: 'DELETE',
        },
      )
    await revoke('editor')
    await until('the downgrade', () => a.noticed(DocumentAccessChanged).length > 0, aSecondMs)
    expect(a.noticed(DocumentAccessChanged)[0]?.access).toEqual({ canEdit: false, canComment: false })
    a.text.insert(0, 'không ')
    await expect(a.whenStored()).rejects.toThrow('RIGHT_MISSING')
    await revoke('viewer')
    await until('the end', () => a.noticed(DocumentClosed).length > 0, aSecondMs)
    expect(a.noticed(DocumentClosed)).toEqual([{ documentId, code: 'DOCUMENT_NOT_FOUND' }])
    b.text.insert(3, ' hai')
    await b.whenStored()
    expect(a.text.toString()).toBe('không một')
  })

  it('[S12] goes by the rights at the moment of entering, not of asking', async () => {
    const administrator = await server.person({ roles: [['administrator', 'VN']] })
    const person = await server.person({ roles: [['editor', 'BCA']] })
    const a = await Editor.connect(server, person)
    const content = server.app.get(DocumentContentService)
    const { load } = content
    let isAsked = false
    let letGo = () => {}
    const gate = new Promise<void>(resolve => {
      letGo = resolve
    })
    content.load = async id => {
      isAsked = true
      await gate
      return load.call(content, id)
    }
    const answer = a.join(documentId)
    await until('the loading', () => isAsked)
    content.load = load
    const people = await server.fetch(`/people/${person.personId}`, { token: administrator.token })
    const [{ id }] = (await people.json()).grants
    await server.fetch(`/people/${person.personId}/grants/${id}`, {
      token: administrator.token,
      method: 'DELETE',
    })
    letGo()
    await expect(answer).rejects.toThrow('DOCUMENT_NOT_FOUND')
  })
})
