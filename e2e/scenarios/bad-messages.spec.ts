import { createHmac } from 'node:crypto'
import { join as joinPath } from 'node:path'
import {
  AnnouncePresence,
  type DocumentId,
  JoinDocument,
  maxFrameBytes,
  maxUpdateBytes,
  protocolVersion,
  SignedIn,
  textName,
  UpdateDocument,
} from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import Sqlite from 'better-sqlite3'
import type { Socket } from 'socket.io-client'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { createDocument } from '../documents.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import { connect, type Handshake, join, send } from '../sockets.ts'
import { until } from '../until.ts'

/** Typed into the document; must never be in a log. */
const marker = 'Bí-mật-nhà-nước-3f9c'

let product: RunningProduct
let documentId: DocumentId
let bystander: ServerConnection
let session: DocumentSession
let token: string
const open: Socket[] = []

beforeAll(async () => {
  product = await startProduct({ isDemo: true, logLevel: 'debug' })
  token = (await product.person('an')).token
  documentId = await createDocument(product, token, {
    path: 'bad-input.md',
    format: 'markdown',
    text: marker,
  })
  const binh = await product.person('binh')
  bystander = new ServerConnection({ url: product.url, token: async () => binh.token })
  session = bystander.open(documentId)
  await session.ready
})
afterAll(async () => {
  bystander.close()
  await product.stop()
})

let typed = 0
/** Whatever was tried: the server is up, and somebody else’s work goes on in the same connection and is stored. */
afterEach(async () => {
  for (const socket of open.splice(0)) socket.disconnect()
  session.text.insert(session.text.length, `\n${marker} ${++typed}`)
  await session.whenStored()
  expect(session.state).toMatchObject({ kind: 'live', pending: 0 })
  expect(product.process.mustRun()).toBe(true)
})

describe('a handshake that is no good', () => {
  it.each<[string, Handshake, string]>([
    ['no token', {}, 'TOKEN_MISSING'],
    ['an empty token', { token: '' }, 'TOKEN_MISSING'],
    ['a made-up token', { token: 'rubbish' }, 'TOKEN_INVALID'],
    ['a made-up personal token', { token: `ltp_${'a'.repeat(43)}` }, 'TOKEN_INVALID'],
    ['a protocol of tomorrow', { token: 'x', protocolVersion: 99 }, 'PROTOCOL_INCOMPATIBLE'],
    ['a protocol that is no number', { token: 'x', protocolVersion: 'one' }, 'MESSAGE_INVALID'],
  ])('[A1] is refused: %s', async (_, handshake, code) => {
    await expect(connect(product, handshake)).rejects.toMatchObject({ message: code, data: { code } })
  })

  it('says which protocols would not understand each other', async () => {
    const refused = connect(product, { token, protocolVersion: 99 })
    await expect(refused).rejects.toMatchObject({ data: { params: { client: 99, server: protocolVersion } } })
  })

  it('[A1] is refused: an access token that has expired', async () => {
    const sessionId = await sessionIdOf('dung')
    open.push(await connect(product, { token: accessToken(sessionId, 60) }))
    const refused = connect(product, { token: accessToken(sessionId, -60) })
    await expect(refused).rejects.toMatchObject({ message: 'TOKEN_EXPIRED' })
  })
})

describe('a message that is no good', () => {
  const ask = UpdateDocument.name
  const someUpdate = () => {
    const doc = new Y.Doc()
    doc.getText(textName).insert(0, 'thêm')
    return Y.encodeStateAsUpdate(doc)
  }

  it.each<[string, string, () => unknown[], string]>([
    ['an unknown name', 'document:burn', () => [{}], 'MESSAGE_UNKNOWN'],
    ['no payload', JoinDocument.name, () => [], 'MESSAGE_INVALID'],
    ['a payload of another shape', JoinDocument.name, () => [{ documentId: 7 }], 'MESSAGE_INVALID'],
    ['bytes that are text', ask, () => [{ documentId, update: 'text' }], 'MESSAGE_INVALID'],
    ['an update of nothing', ask, () => [null], 'MESSAGE_INVALID'],
    [
      'a presence of rubbish',
      AnnouncePresence.name,
      () => [{ documentId, selections: 'x' }],
      'MESSAGE_INVALID',
    ],
    ['an update before joining', ask, () => [{ documentId, update: someUpdate() }], 'DOCUMENT_NOT_JOINED'],
  ])('[A12] is answered: %s', async (_, name, payload, code) => {
    expect(await send(await socketOf('an'), name, ...payload())).toMatchObject({ error: { code } })
  })

  it.each([
    ['never existed', '0192f1e4-0000-7000-8000-000000000000', 'DOCUMENT_NOT_FOUND'],
    ['has no proper id', '../../etc/passwd', 'MESSAGE_INVALID'],
  ])('is answered when the document %s', async (_, id, code) => {
    expect(await join(await socketOf('an'), id)).toMatchObject({ error: { code } })
  })

  it.each([
    ['ten bytes of garbage', Uint8Array.from([9, 255, 0, 254, 3, 7, 255, 255, 1, 200])],
    ['no bytes', new Uint8Array()],
  ])('[S7] changes nothing as an update and ends the connection: %s', async (_, update) => {
    const before = await storedText()
    const socket = await joined('an')
    expect(await send(socket, ask, { documentId, update })).toMatchObject({
      error: { code: 'UPDATE_MALFORMED' },
    })
    await until('the connection to close', () => socket.disconnected)
    expect(await storedText()).toBe(before)
    expect(await send(await joined('an'), ask, { documentId, update: someUpdate() })).toMatchObject({
      ok: {},
    })
  })

  it('[S7] changes nothing as an update larger than the largest', async () => {
    const before = await storedText()
    const socket = await joined('an')
    const answer = await send(socket, ask, { documentId, update: new Uint8Array(maxUpdateBytes + 1) })
    expect(answer).toMatchObject({
      error: { code: 'UPDATE_TOO_LARGE', params: { maxBytes: maxUpdateBytes } },
    })
    expect(await storedText()).toBe(before)
    expect(await send(socket, ask, { documentId, update: someUpdate() })).toMatchObject({ ok: {} })
  })

  it('[S7] asks for what an update builds on', async () => {
    const doc = new Y.Doc()
    doc.getText(textName).insert(0, 'một')
    const first = Y.encodeStateVector(doc)
    doc.getText(textName).insert(3, ' hai')
    const second = Y.encodeStateAsUpdate(doc, first)
    const socket = await joined('an')
    const answer = await send(socket, ask, { documentId, update: second })
    expect(answer).toMatchObject({ error: { code: 'UPDATE_INCOMPLETE' } })
    expect(await send(socket, ask, { documentId, update: Y.encodeStateAsUpdate(doc) })).toMatchObject({
      ok: {},
    })
  })

  it('[S7] changes nothing as an update of somebody who may not edit', async () => {
    const before = await storedText()
    const socket = await joined('chi')
    const answer = await send(socket, ask, { documentId, update: someUpdate() })
    expect(answer).toMatchObject({ error: { code: 'RIGHT_MISSING', params: { action: 'document:edit' } } })
    expect(await storedText()).toBe(before)
  })

  it('[S17] closes that one connection when a frame is larger than any may be', async () => {
    const socket = await joined('an')
    socket.emit(ask, { documentId, update: new Uint8Array(maxFrameBytes + 1) })
    await until('the connection to close', () => socket.disconnected)
  })
})

describe('a frame that is no packet', () => {
  it.each<[string, string | Uint8Array]>([
    ['random bytes', Uint8Array.from([255, 254, 253, 0, 1, 2, 3, 255])],
    ['no bytes', new Uint8Array()],
    ['an engine.io message of text', '4rubbish'],
    ['no engine.io packet', '\u0000\u0000'],
    ['an event called error', Uint8Array.from([2, 1, 47, 0, 117, 1, 119, 5, 101, 114, 114, 111, 114])],
  ])('[A12] closes that one connection: %s', async (_, frame) => {
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    let isClosed = false
    socket.on('close', () => {
      isClosed = true
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('message', () => resolve())
      socket.once('error', reject)
    })
    socket.send(frame)
    await until('the connection to close', () => isClosed)
  })
})

describe('afterwards', () => {
  it('has everything that the bystander typed, for whoever opens the document now', async () => {
    const fresh = new ServerConnection({ url: product.url, token: async () => token })
    const reader = fresh.open(documentId)
    await reader.ready
    const text = reader.text.toString()
    for (let i = 1; i <= typed; i++) expect(text).toContain(`${marker} ${i}\n`.trimEnd())
    expect(text).toBe(session.text.toString())
    fresh.close()
  })

  it('[O6] has logged no word of the document, no name and no token', async () => {
    const log = product.process.output()
    expect(log).toContain('MESSAGE_INVALID')
    const people = await product.people()
    const secrets = people.flatMap(({ displayName, token, link }) => [displayName, token, link.slice(-43)])
    for (const secret of [marker, 'ltp_', 'eyJ', ...secrets]) expect(log).not.toContain(secret)
    expect(log).not.toMatch(/a bug|INTERNAL/)
  })
})

async function socketOf(username: string): Promise<Socket> {
  const socket = await connect(product, { token: (await product.person(username)).token })
  open.push(socket)
  return socket
}

async function joined(username: string): Promise<Socket> {
  const socket = await socketOf(username)
  expect(await join(socket, documentId)).toMatchObject({ ok: {} })
  return socket
}

async function storedText(): Promise<string> {
  const response = await fetch(`${product.url}/api/v1/documents/${documentId}/text`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return response.text()
}

/** Signs a demo person in by their link and reads the session out of the access token. */
async function sessionIdOf(username: string): Promise<string> {
  const secret = (await product.person(username)).link.split('/').at(-1)
  const response = await fetch(`${product.url}/api/v1/sign-in-links/${secret}`, { method: 'POST' })
  const [, claims = ''] = SignedIn.parse(await response.json()).accessToken.split('.')
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).sid
}

/** An access token as the server signs them, with its own key, ending that many seconds from now. */
function accessToken(sessionId: string, seconds: number): string {
  const database = new Sqlite(joinPath(product.dataDir, 'lienthong.db'), { readonly: true })
  const row = database.prepare<[], { value: string }>('SELECT value FROM server_keys').get()
  database.close()
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + seconds
  const content = `${part({ alg: 'HS256' })}.${part({ sid: sessionId, exp })}`
  const key = Buffer.from(row?.value ?? '', 'base64url')
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`
}
