import { jest } from '@jest/globals'
import {
  DocumentAccessChanged,
  type DocumentId,
  OpenThread,
  PresenceChanged,
  ThreadChanged,
  textName,
  UpdateDocument,
} from '@lienthong/protocol'
import * as Y from 'yjs'
import { RoomsService } from '../../src/collaboration/rooms.service.ts'
import { DocumentsService } from '../../src/documents/documents.service.ts'
import { NodesService } from '../../src/nodes/nodes.service.ts'
import { ServerProcess } from '../server-process.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'
import { inTheNameOf } from './forgery.ts'
import { startAnotherNode, writeBehindItsBack } from './other-process.ts'
import { RedisRelay } from './redis-relay.ts'

/** Whom an editor is told to be here, by session. */
const presentFor = (editor: Editor): Set<string> => {
  const present = new Set<string>()
  for (const told of editor.noticed(PresenceChanged)) {
    for (const { sessionId } of told.present) present.add(sessionId)
    for (const sessionId of told.left) present.delete(sessionId)
  }
  return present
}

const sees = (editor: Editor, other: Editor): boolean => presentFor(editor).has(other.answer?.sessionId ?? '')

describe.each(databases)('a log on %s that others write to as well', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
  })

  it('[S13] is read where the numbers jump, and what was missing reaches everybody', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const a = await (await Editor.connect(server, an)).join(id)
    const b = await (await Editor.connect(server, binh)).join(id)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(a.doc))
    other.getText(textName).insert(0, 'không ')
    expect(await writeBehindItsBack(server, id, an.personId, other)).toBe(2)
    b.text.insert(3, ' hai')
    await b.whenStored()
    await until('both texts', () => [a, b].every(({ text }) => text.toString() === 'không một hai'))
    const [room] = server.app.get(RoomsService).open.filter(({ documentId }) => documentId === id)
    expect(room?.content.seq).toBe(3)
  })
})

for (const database of databases.filter(name => name === 'postgres'))
  describe('several nodes over one PostgreSQL', () => {
    const relay = new RedisRelay()
    let first: TestServer
    let second: TestServer
    let an: TestPerson
    let binh: TestPerson
    let id: DocumentId

    beforeAll(async () => {
      const settings = { LIENTHONG_REDIS_URL: (await relay.open()).url }
      first = await startServer({ database, settings })
      ;({ an, binh } = await stage(first))
      second = await startAnotherNode(first, settings)
      await until('the nodes to hear each other', () => bothConnected())
    })

    afterEach(() => jest.restoreAllMocks())
    afterAll(() => relay.cut())

    const bothConnected = () => [first, second].every(({ app }) => app.get(NodesService).isConnected)

    beforeEach(async () => {
      ;({ id } = await createDocument(first, an))
    })

    /** Finds nothing any more by looking at the log now and then: what arrives has been told. */
    const neverLooks = ({ app }: TestServer) =>
      jest.spyOn(app.get(DocumentsService), 'headsOf').mockResolvedValue(new Map())

    const two = async () => {
      const a = await (await Editor.connect(first, an)).join(id)
      const b = await (await Editor.connect(second, binh)).join(id)
      return { a, b }
    }

    const storedWords = async () =>
      (await (await first.fetch(`/documents/${id}/text`, { token: an.token })).text())
        .trim()
        .split(' ')
        .sort()

    it('[S13] keep every acknowledged edit, also in the snapshots that they leave', async () => {
      const { a, b } = await two()
      for (let round = 0; round < 40; round++) {
        a.text.insert(a.text.length, `a${round} `)
        b.text.insert(0, `b${round} `)
        await Promise.all([a.whenStored(), b.whenStored()])
      }
      const words = Array.from({ length: 40 }, (_, round) => [`a${round}`, `b${round}`]).flat()
      expect(await storedWords()).toEqual(words.sort())
      await until('one text', () => a.text.toString() === b.text.toString())
    })

    it('[S13] bring edits, people and comments to each other within a second', async () => {
      const { a, b } = await two()
      await until('each other', () => sees(a, b) && sees(b, a), aSecondMs)
      neverLooks(second)
      a.text.insert(0, 'xin chào')
      await a.whenStored()
      await until('the words', () => b.text.toString() === 'xin chào', aSecondMs)
      const place = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(a.text, 0))
      const anchor = { start: place, end: place, quote: 'xin' }
      const { thread } = await a.ask(OpenThread, { documentId: id, anchor, body: 'Có đúng không?' })
      const heard = () => b.noticed(ThreadChanged).some(told => told.thread.id === thread.id)
      await until('the comment', heard, aSecondMs)
      a.socket.disconnect()
      await until('the goodbye', () => !sees(b, a), aSecondMs)
    })

    it('[S7, S13] let nobody write in the name of who is at another node', async () => {
      const a = await (await Editor.connect(first, an)).join(id)
      a.text.insert(0, 'một')
      await a.whenStored()
      const update = inTheNameOf(a.doc, 'x'.repeat(1000))
      const forger = async () => {
        const thief = await Editor.connect(second, binh)
        Y.applyUpdate(thief.doc, Y.encodeStateAsUpdate(a.doc))
        Y.applyUpdate(thief.doc, update)
        return thief
      }
      const thief = await (await forger()).join(id)
      const send = (editor: Editor) => editor.ask(UpdateDocument, { documentId: id, update })
      await expect(send(thief)).rejects.toThrow('UPDATE_FOREIGN')
      await new Promise(resolve => setTimeout(resolve, 1_500))
      await expect(send(thief)).rejects.toThrow('UPDATE_FOREIGN')
      const another = await forger()
      another.doc.clientID = a.doc.clientID
      await another.join(id)
      await expect(send(another)).rejects.toThrow('UPDATE_FOREIGN')
      a.text.insert(a.text.length, ' hai')
      await a.whenStored()
      expect(await storedWords()).toEqual(['hai', 'một'])
    })

    it('[S7, S13] take words that another node passed on and lost from whoever has them', async () => {
      const lost = new Y.Doc()
      const b = await Editor.connect(second, binh)
      await writeBehindItsBack(first, id, an.personId, lost)
      lost.getText(textName).insert(0, 'một')
      await writeBehindItsBack(first, id, an.personId, lost)
      Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(lost))
      Y.applyUpdate(b.doc, inTheNameOf(lost, 'lạc '))
      await b.join(id)
      const update = Y.encodeStateAsUpdate(b.doc, b.answer?.stateVector)
      const taken = () =>
        b.ask(UpdateDocument, { documentId: id, update }).then(
          () => true,
          () => false,
        )
      await until('the words to be taken', taken)
      expect(await storedWords()).toEqual(['lạc', 'một'])
    })

    it('[S12] make a change of rights felt at the other node within a second', async () => {
      const administrator = await first.person({ roles: [['administrator', 'VN']] })
      const roles: Parameters<typeof first.person>[0] = {
        roles: [
          ['editor', 'BCA'],
          ['viewer', 'BCA'],
        ],
      }
      const person = await first.person(roles)
      const b = await (await Editor.connect(second, person)).join(id)
      const people = await first.fetch(`/people/${person.personId}`, { token: administrator.token })
      const { grants } = await people.json()
      const grant = grants.find(({ role }: { role: string }) => role === 'editor')
      const path = `/people/${person.personId}/grants/${grant.id}`
      await first.fetch(path, { token: administrator.token, method: 'DELETE' })
      await until('the downgrade', () => b.noticed(DocumentAccessChanged).length > 0, aSecondMs)
      expect(b.noticed(DocumentAccessChanged)[0]?.access.canEdit).toBe(false)
    })

    it('[S13] go on while Redis is away, and hear each other again when it is back', async () => {
      const { a, b } = await two()
      await until('each other', () => sees(a, b) && sees(b, a))
      await relay.cut()
      a.text.insert(0, 'một ')
      b.text.insert(b.text.length, 'hai ')
      await Promise.all([a.whenStored(), b.whenStored()])
      b.socket.disconnect()
      await until('the words', () => ['một', 'hai'].every(word => a.text.toString().includes(word)))
      await until('the silence', () => !first.app.get(NodesService).isConnected)
      await relay.open()
      await until('the nodes to hear each other', () => bothConnected())
      await until('who has left meanwhile', () => !sees(a, b))
      const again = await (await Editor.connect(second, binh)).join(id)
      neverLooks(first)
      again.text.insert(0, 'ba ')
      await again.whenStored()
      await until('the new words', () => a.text.toString().includes('ba'), aSecondMs)
    })

    it('[S13] lose nothing acknowledged when one is killed, and its people disappear', async () => {
      const third = new ServerProcess({
        LIENTHONG_DATABASE_URL: first.config.databaseUrl ?? '',
        LIENTHONG_REDIS_URL: relay.url,
        LIENTHONG_DATA_DIR: `${first.config.dataDir}/third`,
      })
      const url = await third.listening()
      const { a, b } = await two()
      const c = await (await Editor.connect({ url }, binh)).join(id)
      await until('three people', () => sees(a, c) && sees(b, c) && sees(c, a))
      const acknowledged: string[] = []
      const typing = async (editor: Editor, name: string, seed: number) => {
        for (let at = 0; at < 40 && editor.socket.connected; at++) {
          editor.text.insert((at * seed) % 7 === 0 ? 0 : editor.text.length, ` ${name}${at} `)
          await editor.whenStored()
          acknowledged.push(`${name}${at}`)
          if (name === 'c' && at === 20) third.signal('SIGKILL')
        }
      }
      const ended = typing(c, 'c', 3).catch(() => {})
      await Promise.all([typing(a, 'a', 2), typing(b, 'b', 5)])
      await until('the end of the third', () => !c.socket.connected)
      await until('one text', () => a.text.toString() === b.text.toString())
      c.socket.disconnect()
      await Promise.race([ended, Promise.resolve()])
      const words = new Set(a.text.toString().split(' '))
      expect(acknowledged.filter(word => !words.has(word))).toEqual([])
      expect(new Set(await storedWords())).toEqual(words)
      await until('who has gone', () => !sees(a, c) && !sees(b, c))
    }, 180_000)
  })
