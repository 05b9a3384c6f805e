import * as Y from 'yjs'
import { Shelf } from '../../test/shelf.ts'
import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import { type DocumentId, ProtocolError, textName } from '../index.ts'
import { ServerConnection } from './connection.ts'
import { type LastState, unsentText } from './last-state.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId

let server: TinyServer
let shelf: Shelf
const connections: ServerConnection[] = []
const opened = (unsent = shelf) => {
  const token = async () => 'token'
  const connection = new ServerConnection({ url: server.url, token, unsent: () => unsent })
  connections.push(connection)
  return connection.open(documentId)
}

/** Somebody writes `before` with a server and `after` without; then both are gone. */
const left = async (before: string, after: string): Promise<LastState> => {
  const session = opened()
  await session.ready
  session.text.insert(0, before)
  await session.whenStored()
  const last = session.lastState as LastState
  await server.stop()
  await until(() => session.state.kind === 'offline')
  if (after !== '') session.text.insert(session.text.length, after)
  await until(() => shelf.records.length === (after === '' ? 0 : 1))
  await connections.pop()?.close()
  return last
}

/** Opened where no server answers. */
const openedFrom = async (last: LastState) => {
  const session = opened()
  await until(() => session.state.kind === 'offline')
  await session.startFrom(last)
  await session.ready
  return session
}

beforeEach(async () => {
  server = await new TinyServer().start()
  shelf = new Shelf()
})
afterEach(async () => {
  await Promise.all(connections.splice(0).map(connection => connection.close()))
  await server.stop()
})

describe('a document that was open before', () => {
  it('[B9] opens without a server as it was, with unsent words, and is written on; all of it arrives once', async () => {
    const last = await left('có mạng', ', mất mạng')
    const session = await openedFrom(last)
    expect(session.text.toString()).toBe('có mạng, mất mạng')
    expect(session.state).toEqual({
      kind: 'offline',
      access: { canEdit: true, canComment: true },
      asOf: last.at,
      pending: 1,
      unkept: 0,
    })
    session.text.insert(session.text.length, ', viết tiếp')
    expect(session.state).toMatchObject({ pending: 2 })
    const { doc } = server
    doc.getText(textName).insert(0, 'Bình: ')
    await server.restart(doc)
    await session.whenStored()
    expect(server.text).toBe('Bình: có mạng, mất mạng, viết tiếp')
    expect(session.text.toString()).toBe(server.text)
    expect(session.state).toEqual({ kind: 'live', access: server.access, pending: 0 })
    await until(() => shelf.records.length === 0)
  })

  it('[B9] is kept with the words of the moment, so that unsent ones that build on them are shown', async () => {
    const session = opened()
    await session.ready
    server.isHoldingAnswers = true
    session.text.insert(0, 'chưa xác nhận')
    await until(() => server.held.length === 1)
    await server.stop()
    await until(() => session.state.kind === 'offline')
    const last = session.lastState as LastState
    session.text.insert(4, ' được')
    await until(() => shelf.edits === 2)
    await connections.pop()?.close()
    const again = await openedFrom(last)
    expect(again.text.toString()).toBe('chưa được xác nhận')
    expect(again.state).toMatchObject({ pending: 2, unkept: 0 })
    server.isHoldingAnswers = false
    await server.restart(server.doc)
    await again.whenStored()
    expect(server.text).toBe('chưa được xác nhận')
  })

  it('[B9] can only be read by who could only read', async () => {
    server.access = { canEdit: false, canComment: true }
    const session = await openedFrom({ ...(await left('', '')), access: server.access })
    expect(session.state).toMatchObject({ kind: 'offline', access: { canEdit: false }, pending: 0 })
  })

  it('[B9] is the server’s once that has answered: what was kept comes too late', async () => {
    const last = await left('cũ', '')
    server.doc = new Y.Doc()
    server.doc.getText(textName).insert(0, 'mới')
    await server.restart(server.doc)
    const session = opened()
    await session.ready
    await session.startFrom(last)
    expect(session.text.toString()).toBe('mới')
    expect(server.updates).toHaveLength(1)
  })

  it('[B9] opens as it was while the server holds the answer to a join back, and is joined again with what was written', async () => {
    const last = await left('có mạng', ', mất mạng')
    server.isHoldingJoins = true
    await server.restart(server.doc)
    const session = opened()
    await until(() => server.held.length === 1)
    await session.startFrom(last)
    await session.ready
    expect(session.state).toMatchObject({ kind: 'offline', asOf: last.at, pending: 1 })
    session.text.insert(session.text.length, ', viết tiếp')
    server.isHoldingJoins = false
    for (const answer of server.held.splice(0)) answer()
    await session.whenStored()
    expect(server.text).toBe('có mạng, mất mạng, viết tiếp')
    expect(session.text.toString()).toBe(server.text)
    expect(session.state).toEqual({ kind: 'live', access: server.access, pending: 0 })
  })

  it.each<[string, (shelf: Shelf) => void]>([
    ['is slow', broken => Object.assign(broken, { isSlow: true })],
    ['fails', broken => Object.assign(broken, { failsToLoad: true })],
    ['is full', broken => Object.assign(broken, { isFull: true })],
  ])('[B9] opens without a server although the store of unsent words %s', async (_, spoil) => {
    const last = await left('có mạng', '')
    spoil(shelf)
    const session = await openedFrom(last)
    session.text.insert(0, 'Đã ')
    expect(session.text.toString()).toBe('Đã có mạng')
    await server.restart(server.doc)
    await session.whenStored()
    expect(server.text).toBe('Đã có mạng')
    shelf.isSlow = false
  })

  it('[B9] shows unsent words without a server although the store is slow to say them', async () => {
    const last = await left('có mạng', ', mất mạng')
    shelf.isSlow = true
    const session = await openedFrom(last)
    expect(session.state).toMatchObject({ kind: 'offline', pending: 0 })
    shelf.isSlow = false
    await until(() => session.text.toString() === 'có mạng, mất mạng')
    expect(session.state).toMatchObject({ kind: 'offline', pending: 1, unkept: 0 })
    await server.restart(server.doc)
    await session.whenStored()
    expect(server.text).toBe('có mạng, mất mạng')
  })

  it('[B9] is no longer kept once the server says that it is not there for this person; unsent words are counted', async () => {
    const session = await openedFrom(await left('của chung', ', của tôi'))
    expect(session.lastState?.update.length).toBeGreaterThan(0)
    server.joinRefusals.push(new ProtocolError('DOCUMENT_NOT_FOUND'))
    await server.restart(server.doc)
    await until(() => session.state.kind === 'refused')
    expect(session.state).toMatchObject({ pending: 1, error: { code: 'DOCUMENT_NOT_FOUND' } })
    expect(session.lastState).toBeUndefined()
    expect(session.text.toString()).toBe('của chung, của tôi')
  })

  it('[C4] whose right to edit went meanwhile keeps the words, stuck, and sends them when the right is back', async () => {
    const session = await openedFrom(await left('a', 'b'))
    server.access = { canEdit: false, canComment: true }
    await server.restart(server.doc)
    await until(() => session.state.kind === 'stuck')
    expect(session.state).toMatchObject({ pending: 1, error: { code: 'RIGHT_MISSING' } })
    server.access = { canEdit: true, canComment: true }
    await session.resynchronise()
    await session.whenStored()
    expect(server.text).toBe('ab')
  })

  it('[E6] tells what was never sent, for whoever is not let in any more', async () => {
    const last = await left('a', 'b')
    expect(await unsentText(last, shelf)).toBe('ab')
    expect(await unsentText(last, new Shelf())).toBeUndefined()
  })
})
