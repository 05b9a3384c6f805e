import * as Y from 'yjs'
import { Shelf } from '../../test/shelf.ts'
import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import { type DocumentId, ProtocolError, textName } from '../index.ts'
import { ServerConnection } from './connection.ts'
import type { UnsentStore } from './unsent-store.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId

let server: TinyServer
const connections: ServerConnection[] = []
const opened = async (unsent: UnsentStore) => {
  const connection = new ServerConnection({
    url: server.url,
    token: async () => 'token',
    unsent: () => unsent,
  })
  connections.push(connection)
  const session = connection.open(documentId)
  await session.ready
  return session
}

/** The server as it is after a crash of everybody: at another address, so that nobody who is still alive can reach it. */
const movedServer = async () => {
  const { doc } = server
  await server.stop()
  server = await new TinyServer().start()
  server.doc = doc
}

/** Somebody types `before` with a server and `after` without, and their editor ends without a word. */
const crashed = async (shelf: Shelf, before: string, after: string) => {
  const session = await opened(shelf)
  session.text.insert(0, before)
  await session.whenStored()
  await server.stop()
  await until(() => session.state.kind === 'offline')
  for (const letter of after) session.text.insert(session.text.length, letter)
  await until(() => shelf.edits === after.length)
  await movedServer()
}

beforeEach(async () => {
  server = await new TinyServer().start()
})
afterEach(async () => {
  await Promise.all(connections.splice(0).map(connection => connection.close()))
  await server.stop()
})

describe('edits that the server does not have', () => {
  it('[B9] outlive a crash and arrive once, on top of what others wrote meanwhile', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'trên tàu', ' hoả')
    server.doc.getText(textName).insert(0, 'Bình: ')
    const session = await opened(shelf)
    expect(session.text.toString()).toBe('Bình: trên tàu hoả')
    await session.whenStored()
    expect(server.text).toBe('Bình: trên tàu hoả')
    await until(() => shelf.records.length === 0)
    const again = await opened(shelf)
    expect(again.text.toString()).toBe('Bình: trên tàu hoả')
    expect(again.state).toMatchObject({ kind: 'live', pending: 0 })
  })

  it('[B9] are announced to the server with a second join, and counted until they are on its disk', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'a', 'bcd')
    server.isHoldingAnswers = true
    const session = await opened(shelf)
    expect(session.state).toMatchObject({ kind: 'live', pending: 3 })
    expect(server.joins).toBe(2)
    await until(() => server.held.length === 1)
    expect(shelf.edits).toBe(3)
    server.held[0]?.()
    await until(() => shelf.records.length === 0)
  })

  it('[B9] are forgotten once they are acknowledged, and not before', async () => {
    const shelf = new Shelf()
    const session = await opened(shelf)
    server.isHoldingAnswers = true
    session.text.insert(0, 'chờ')
    await until(() => shelf.edits === 1 && server.held.length === 1)
    server.held[0]?.()
    await until(() => shelf.records.length === 0)
    expect(shelf.added).toBe(1)
  })

  it('[B9] wait for their author: another person’s store is another one', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'của chung', ', của An')
    const binh = await opened(new Shelf())
    expect(binh.text.toString()).toBe('của chung')
    expect(server.updates).toHaveLength(0)
    const an = await opened(shelf)
    await an.whenStored()
    await until(() => binh.text.toString() === 'của chung, của An')
  })

  it('[B9] stay when the right to edit went meanwhile, and are sent when it is back', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'a', 'bc')
    server.access = { canEdit: false, canComment: true }
    const session = await opened(shelf)
    expect(session.state).toMatchObject({ kind: 'stuck', pending: 2, error: { code: 'RIGHT_MISSING' } })
    expect(session.text.toString()).toBe('abc')
    await session.close()
    expect(session.state).toMatchObject({ pending: 2 })
    expect(shelf.edits).toBe(2)
    server.access = { canEdit: true, canComment: true }
    await (await opened(shelf)).whenStored()
    expect(server.text).toBe('abc')
  })

  it('[B9] are safe when a session is closed without a server', async () => {
    const shelf = new Shelf()
    const session = await opened(shelf)
    await server.stop()
    await until(() => session.state.kind === 'offline')
    session.text.insert(0, 'vội')
    await session.close()
    expect(shelf.edits).toBe(1)
  })

  it('[B9] of two windows arrive once each, whoever finds them', async () => {
    const shelf = new Shelf()
    await crashed(shelf, '', 'một')
    await Promise.all(
      (await Promise.all([opened(shelf), opened(shelf)])).map(session => session.whenStored()),
    )
    expect(server.text).toBe('một')
    await until(() => shelf.records.length === 0)
  })

  it('[B9] become few records however long it takes', async () => {
    const shelf = new Shelf()
    const session = await opened(shelf)
    await server.stop()
    await until(() => session.state.kind === 'offline')
    for (let typed = 1; typed <= 40; typed++) {
      session.text.insert(0, 'x')
      await until(() => shelf.edits === typed)
    }
    expect(shelf.records.length).toBeLessThan(20)
    await movedServer()
    expect((await opened(shelf)).text.length).toBe(40)
  })

  it('[B9] that build on what the server lost wait, and nobody has to wait for them', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'mất', ' gốc')
    server.doc = new Y.Doc()
    const session = await opened(shelf)
    session.text.insert(0, 'mới')
    await session.whenStored()
    expect(server.text).toBe('mới')
    expect(shelf.edits).toBe(4)
  })

  it('[B9] are typed and sent although the store is full, and kept as soon as it is not', async () => {
    const shelf = new Shelf()
    const session = await opened(shelf)
    server.refusals.push(new ProtocolError('DOCUMENT_FULL', { maxBytes: 1 }))
    shelf.isFull = true
    session.text.insert(0, 'a')
    await until(() => session.state.kind === 'stuck')
    shelf.isFull = false
    server.isHoldingAnswers = true
    session.text.insert(1, 'b')
    await until(() => shelf.edits === 2)
    await until(() => server.held.length === 1)
    server.held[0]?.()
    await session.whenStored()
    expect(server.text).toBe('ab')
  })

  it('[B9] are counted as not kept until the store has them, which is tried again by itself', async () => {
    const shelf = new Shelf()
    const session = await opened(shelf)
    await server.stop()
    await until(() => session.state.kind === 'offline')
    shelf.isFull = true
    session.text.insert(0, 'a')
    session.text.insert(1, 'b')
    await until(() => shelf.refused > 0)
    expect(session.state).toMatchObject({ kind: 'offline', pending: 2, unkept: 2 })
    let isTold = false
    session.onState(state => {
      isTold = state.kind === 'offline' && state.unkept === 0
    })
    shelf.isFull = false
    await until(() => isTold)
    expect(session.state).toMatchObject({ kind: 'offline', pending: 2, unkept: 0 })
    expect(shelf.edits).toBe(2)
    await movedServer()
    expect((await opened(shelf)).text.toString()).toBe('ab')
  })

  it('[B9] without a store are all not kept', async () => {
    const connection = new ServerConnection({ url: server.url, token: async () => 'token' })
    connections.push(connection)
    const session = connection.open(documentId)
    await session.ready
    await server.stop()
    await until(() => session.state.kind === 'offline')
    session.text.insert(0, 'a')
    expect(session.state).toMatchObject({ pending: 1, unkept: 1 })
  })

  it('[B9] do not keep a document closed when their store does not answer, and come when it does', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'mở được', ', về muộn')
    shelf.isSlow = true
    const session = await opened(shelf)
    expect(session.text.toString()).toBe('mở được')
    session.text.insert(0, 'Đã ')
    await session.whenStored()
    shelf.isSlow = false
    await until(() => server.text === 'Đã mở được, về muộn')
    await session.whenStored()
    expect(session.text.toString()).toBe(server.text)
    await until(() => shelf.records.length === 0)
  })

  it('[B9] that come late while the connection is away are shown, and sent when it is back', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'trước', ', sau')
    shelf.isSlow = true
    const session = await opened(shelf)
    const { doc } = server
    await server.stop()
    await until(() => session.state.kind === 'offline')
    shelf.isSlow = false
    await until(() => session.text.toString() === 'trước, sau')
    expect(session.state).toMatchObject({ pending: ', sau'.length, unkept: 0 })
    await server.restart(doc)
    await session.whenStored()
    expect(server.text).toBe('trước, sau')
  })

  it('[B9] come as soon as their store can be read', async () => {
    const shelf = new Shelf()
    await crashed(shelf, 'trước', ', sau')
    shelf.failsToLoad = true
    const session = await opened(shelf)
    expect(session.text.toString()).toBe('trước')
    shelf.failsToLoad = false
    await until(() => server.text === 'trước, sau')
    await until(() => shelf.records.length === 0)
  })
})
