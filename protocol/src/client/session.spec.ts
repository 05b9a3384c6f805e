import * as Y from 'yjs'
import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import {
  DocumentAccessChanged,
  DocumentClosed,
  type DocumentId,
  maxUpdateBytes,
  ProtocolError,
  textName,
} from '../index.ts'
import { ServerConnection } from './connection.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId
const seeded = (text: string) => {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return doc
}

let server: TinyServer
const connections: ServerConnection[] = []
const connect = () => {
  const connection = new ServerConnection({ url: server.url, token: async () => 'token' })
  connections.push(connection)
  return connection
}
const opened = async () => {
  const connection = connect()
  const session = connection.open(documentId)
  await session.ready
  return { connection, session }
}

beforeEach(async () => {
  server = await new TinyServer().start()
})
afterEach(async () => {
  await Promise.all(connections.splice(0).map(connection => connection.close()))
  await server.stop()
})

describe('a document session', () => {
  it('[S15] shows the server’s text, never its own', async () => {
    server.doc = seeded('tên: dân cư\n')
    const { session } = await opened()
    expect(session.text.toString()).toBe('tên: dân cư\n')
    expect(server.updates).toHaveLength(0)
  })

  it('[S4] puts the chunks of a long answer together', async () => {
    server.chunkBytes = 100
    server.doc = seeded('ă'.repeat(5_000))
    const { session } = await opened()
    expect(session.text.length).toBe(5_000)
  })

  it('[C1] sends what is typed within a frame as one update and counts it until it is on disk', async () => {
    const { session } = await opened()
    server.isHoldingAnswers = true
    for (const [index, letter] of [...'dân cư'].entries()) session.text.insert(index, letter)
    expect(session.state).toMatchObject({ kind: 'live', pending: 6 })
    let isStored = false
    const stored = session.whenStored().then(() => {
      isStored = true
    })
    await until(() => server.held.length === 1)
    expect(server.text).toBe('dân cư')
    expect(isStored).toBe(false)
    server.held[0]?.()
    await stored
    expect(session.state).toMatchObject({ kind: 'live', pending: 0 })
    expect(server.updates).toHaveLength(1)
  })

  it('[C1] shows others what is typed while nothing is stored, once a second', async () => {
    const { session } = await opened()
    const { session: other } = await opened()
    server.isHoldingAnswers = true
    for (let sent = 1; sent <= 4; sent++) {
      session.text.insert(0, 'x')
      await until(() => server.held.length === sent)
    }
    for (const letter of 'dân cư') session.text.insert(session.text.length, letter)
    await until(() => other.text.toString() === 'xxxxdân cư')
    expect(server.held).toHaveLength(5)
    for (const answer of server.held) answer()
    await session.whenStored()
  })

  it('brings everybody to the same text', async () => {
    const { session: an } = await opened()
    const { session: binh } = await opened()
    an.text.insert(0, 'một ')
    binh.text.insert(0, 'hai ')
    await until(() => an.text.length === 8 && an.text.toString() === binh.text.toString())
    expect(server.text).toBe(an.text.toString())
  })

  it('[C2] keeps what is typed without a connection and sends it after the next join', async () => {
    const { session } = await opened()
    session.text.insert(0, 'trên tàu')
    await session.whenStored()
    await server.stop()
    await until(() => session.state.kind === 'offline')
    session.text.insert(8, ' hoả')
    session.text.delete(0, 5)
    const stored = session.whenStored()
    expect(session.state).toMatchObject({ kind: 'offline', pending: 2 })
    await server.restart()
    await stored
    expect(server.text).toBe('tàu hoả')
    expect(session.state).toMatchObject({ kind: 'live', pending: 0 })
  })

  it('[C2] sends back what a crashed server forgot, deletions too', async () => {
    const { session: an } = await opened()
    const { session: binh } = await opened()
    an.text.insert(0, 'sinh: date')
    await until(() => binh.text.length === 10)
    const remembered = Y.encodeStateAsUpdate(server.doc)
    an.text.delete(4, 6)
    await until(() => binh.text.length === 4)
    await connections[0]?.close()
    await server.stop()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, remembered)
    await server.restart(doc)
    await until(() => server.text === 'sinh')
    expect(binh.text.toString()).toBe('sinh')
  })

  it('[C3] joins again when the server misses something, and the edit arrives once', async () => {
    const { session } = await opened()
    server.refusals.push(
      new ProtocolError('UPDATE_INCOMPLETE'),
      new ProtocolError('RATE_LIMITED', { seconds: 1 }),
    )
    session.text.insert(0, 'một lần')
    await session.whenStored()
    expect(server.text).toBe('một lần')
    expect(server.joins).toBe(3)
  })

  it('[C4] keeps the words and says so when the right to edit is gone', async () => {
    const { session } = await opened()
    server.access = { canEdit: false, canComment: true }
    session.text.insert(0, 'chưa lưu')
    await until(() => session.state.kind === 'stuck')
    expect(session.state).toMatchObject({
      access: { canEdit: false, canComment: true },
      pending: 1,
      error: { code: 'RIGHT_MISSING' },
    })
    expect(session.text.toString()).toBe('chưa lưu')
    server.access = { canEdit: true, canComment: true }
    server.tell(DocumentAccessChanged, { documentId, access: server.access })
    await session.whenStored()
    expect(server.text).toBe('chưa lưu')
  })

  it('[C5] is stuck on a change that is too large until it has become smaller', async () => {
    const { session } = await opened()
    session.text.insert(0, 'x'.repeat(maxUpdateBytes + 1))
    await until(() => session.state.kind === 'stuck')
    expect(session.state).toMatchObject({ error: { code: 'UPDATE_TOO_LARGE' } })
    session.text.delete(5, maxUpdateBytes - 4)
    await session.whenStored()
    expect(server.text).toBe('xxxxx')
    expect(session.state.kind).toBe('live')
  })

  it('[C5] shows that storage is unavailable and tries again by itself', async () => {
    const { session } = await opened()
    const kinds: string[] = []
    session.onState(state => kinds.push(state.kind))
    server.refusals.push(new ProtocolError('STORAGE_UNAVAILABLE'), new ProtocolError('STORAGE_UNAVAILABLE'))
    session.text.insert(0, 'bền')
    await session.whenStored()
    expect(kinds).toContain('stuck')
    expect(session.state.kind).toBe('live')
  })

  it('[C5] does not send an unreadable change for ever', async () => {
    const { session } = await opened()
    server.refusals.push(...Array.from({ length: 50 }, () => new ProtocolError('UPDATE_MALFORMED')))
    session.text.insert(0, 'x')
    await until(() => session.state.kind === 'stuck')
    expect(server.refusals).toHaveLength(48)
    expect(session.state).toMatchObject({ pending: 1, error: { code: 'UPDATE_MALFORMED' } })
  })

  it('[C6] joins again when the server closes the session, unless the code says otherwise', async () => {
    const { session } = await opened()
    server.tell(DocumentClosed, { documentId, code: 'SERVER_STOPPING' })
    await until(() => server.joins === 2)
    await session.threads.refresh()
    server.tell(DocumentClosed, { documentId, code: 'RIGHT_MISSING' })
    await until(() => session.state.kind === 'refused')
    expect(session.state).toMatchObject({ error: { code: 'RIGHT_MISSING' }, pending: 0 })
  })

  it('[C6] asks once more when the session is closed while it is joined', async () => {
    const { session } = await opened()
    server.tell(DocumentClosed, { documentId, code: 'SERVER_STOPPING' })
    await until(() => server.joins === 2)
    server.joinRefusals.push(new ProtocolError('DOCUMENT_NOT_FOUND'))
    server.tell(DocumentClosed, { documentId, code: 'DOCUMENT_NOT_FOUND' })
    await until(() => session.state.kind === 'refused')
    expect(session.state).toMatchObject({ error: { code: 'DOCUMENT_NOT_FOUND' }, pending: 0 })
  })

  it('[C6] says why a document cannot be opened, and waits for one that cannot be loaded now', async () => {
    server.joinRefusals.push(
      new ProtocolError('DOCUMENT_UNAVAILABLE'),
      new ProtocolError('DOCUMENT_NOT_FOUND'),
    )
    await expect(opened()).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    expect(server.joins).toBe(2)
  })

  it('[C12] waits for a session that is closing before it closes the connection', async () => {
    const { connection, session } = await opened()
    server.isHoldingAnswers = true
    session.text.insert(0, 'trên đường')
    const closed = session.close()
    let isDisconnected = false
    const disconnected = connection.close().then(() => {
      isDisconnected = true
    })
    await until(() => server.held.length === 1)
    expect(isDisconnected).toBe(false)
    server.held[0]?.()
    await Promise.all([closed, disconnected])
    expect(session.state).toMatchObject({ pending: 0 })
  })

  it('[C12] tells what was not stored after it is closed, and whoever waited for it', async () => {
    const { session } = await opened()
    await server.stop()
    await until(() => session.state.kind === 'offline')
    session.text.insert(0, 'chưa gửi')
    const stored = session.whenStored()
    const answered = expect(stored).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
    await session.close()
    await answered
    expect(session.state).toMatchObject({ pending: 1 })
    expect(session.text.toString()).toBe('chưa gửi')
    await expect(session.whenStored()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  })

  it('leaves on closing, after what was typed is stored; opening again is another session', async () => {
    const { connection, session } = await opened()
    session.text.insert(0, 'xong')
    await session.close()
    expect(server.text).toBe('xong')
    await until(() => server.leaves === 1)
    const again = connection.open(documentId)
    expect(again).not.toBe(session)
    await again.ready
    expect(again.text.toString()).toBe('xong')
    expect(connection.open(documentId)).toBe(again)
  })
})
