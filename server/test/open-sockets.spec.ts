import {
  type Acknowledgement,
  DocumentAccessChanged,
  DocumentClosed,
  Person,
  type PersonId,
  protocolVersion,
  SignedIn,
} from '@lienthong/protocol'
import type { Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { AccessService } from '../src/access/access.service.ts'
import { OpenSockets } from '../src/transport/open-sockets.ts'
import { createDocument, stage } from './collaboration/documents.ts'
import { Editor } from './collaboration/editor.ts'
import { answered } from './json.ts'
import { connect } from './sockets.ts'
import { databases, startServer, type TestServer } from './start-server.ts'
import { aSecondMs, until } from './until.ts'

const password = 'một mật khẩu đủ dài'

describe.each(databases)('open sockets on %s', database => {
  let server: TestServer
  let admin: string
  const heard: { personId: PersonId; roles: string[] }[] = []

  beforeAll(async () => {
    server = await startServer({ database })
    admin = (await server.person({ roles: [['administrator', 'VN']] })).token
    server.app.get(OpenSockets).observe({
      actorChanged: (_socket, { personId, grants }) => {
        heard.push({ personId, roles: grants.map(({ role }) => role) })
      },
    })
  })

  const account = async (username: string) => {
    const body = { username, displayName: username, password, organisationId: null }
    const { id } = await answered(await server.fetch('/people', { token: admin, body }), Person)
    const session = await answered(
      await server.fetch('/sessions', { body: { username, password } }),
      SignedIn,
    )
    return { id, ...session }
  }
  const closesWithinASecond = (socket: Socket) =>
    until('the server to close the socket', () => !socket.connected, aSecondMs)

  it('[A1] lets nobody in without a valid token and the same protocol', async () => {
    const { token } = await server.person()
    const refused = (auth: Record<string, unknown>) => expect(connect(server, auth)).rejects
    await refused({}).toMatchObject({ data: { code: 'MESSAGE_INVALID' } })
    await refused({ token: '', protocolVersion }).toMatchObject({ data: { code: 'TOKEN_MISSING' } })
    await refused({ token: 'ltp_x', protocolVersion }).toMatchObject({ data: { code: 'TOKEN_INVALID' } })
    await refused({ token, protocolVersion: 999 }).toMatchObject({ data: { code: 'PROTOCOL_INCOMPATIBLE' } })
    expect((await connect(server, token)).connected).toBe(true)
  })

  it('[A12] answers unknown messages, closes on garbage, and carries on', async () => {
    const { token } = await server.person()
    const socket = await connect(server, token)
    const answer: Acknowledgement = await socket.emitWithAck('nothing:known', {})
    expect(answer).toMatchObject({ error: { code: 'MESSAGE_UNKNOWN', params: { name: 'nothing:known' } } })
    const malformed: Acknowledgement = await socket.emitWithAck('document:join', { documentId: 7 })
    expect(malformed).toMatchObject({ error: { code: 'MESSAGE_INVALID' } })

    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    await new Promise(resolve => raw.once('open', resolve))
    const closed = new Promise(resolve => raw.once('close', resolve))
    raw.send(Buffer.from([9, 1, 2, 3, 255, 255]))
    await closed
    for (const name of ['error', 'disconnect', 'newListener']) {
      const forger = await connect(server, token)
      forger.io.engine.write(Buffer.from([2, 1, 47, 0, 117, 1, 119, name.length, ...Buffer.from(name)]))
      await closesWithinASecond(forger)
    }
    expect(socket.connected).toBe(true)
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
  })

  it('[A6] closes the sockets of a person who is deactivated', async () => {
    const { id, accessToken } = await account('nghi-viec')
    const socket = await connect(server, accessToken)
    await server.fetch(`/people/${id}`, { token: admin, method: 'PATCH', body: { isActive: false } })
    await closesWithinASecond(socket)
    await expect(connect(server, accessToken)).rejects.toMatchObject({ data: { code: 'TOKEN_INVALID' } })
  })

  it('[A6] closes the sockets of a revoked token and of an ended session, and no others', async () => {
    const { accessToken } = await account('hai-noi')
    const created = await server.fetch('/tokens', { token: accessToken, body: { name: 'CI' } })
    const { id, token }: { id: string; token: string } = await created.json()
    const bySession = await connect(server, accessToken)
    const byToken = await connect(server, token)
    await server.fetch(`/tokens/${id}`, { token: accessToken, method: 'DELETE' })
    await closesWithinASecond(byToken)
    expect(bySession.connected).toBe(true)
    await server.fetch('/sessions/current', { token: accessToken, method: 'DELETE' })
    await closesWithinASecond(bySession)
  })

  it('[A6] gives open sockets the new rights when a role is given or taken', async () => {
    const { id, accessToken } = await account('doi-vai')
    const socket = await connect(server, accessToken)
    const path = `/people/${id}/grants`
    const body = { role: 'editor', organisationId: await server.organisation('VN') }
    const grant: { id: string } = await (await server.fetch(path, { token: admin, body })).json()
    const last = () => heard.filter(({ personId }) => personId === id).at(-1)?.roles
    await until('the new role', () => last()?.join() === 'editor', aSecondMs)
    await server.fetch(`${path}/${grant.id}`, { token: admin, method: 'DELETE' })
    await until('no role', () => last()?.length === 0, aSecondMs)
    expect(socket.connected).toBe(true)
  })

  it('[A6] gives open documents the rights of the new owner when their database moves', async () => {
    const { steward, an } = await stage(server)
    const neighbour = await server.person({ roles: [['editor', 'BTP']] })
    const both = await server.person({
      roles: [
        ['editor', 'BCA'],
        ['viewer', 'BTP'],
      ],
    })
    const { id } = await createDocument(server, an)
    const [owner, reader] = [await Editor.connect(server, an), await Editor.connect(server, both)]
    await owner.join(id)
    await reader.join(id)
    const moved = await server.fetch('/databases/dan-cu', {
      token: steward.token,
      method: 'PATCH',
      body: { ownerId: await server.organisation('BTP') },
      headers: { 'if-match': '"1"' },
    })
    expect(moved.status).toBe(200)
    await until('the end of the access', () => owner.noticed(DocumentClosed).length === 1, aSecondMs)
    await until('the downgrade', () => reader.noticed(DocumentAccessChanged).length === 1, aSecondMs)
    expect(reader.noticed(DocumentAccessChanged)[0]?.access).toMatchObject({ canEdit: false })
    await expect(owner.join(id)).rejects.toThrow('DOCUMENT_NOT_FOUND')
    expect((await (await Editor.connect(server, neighbour)).join(id)).answer?.access.canEdit).toBe(true)
  })

  it('[A6] lets nobody slip in while their rights are being taken', async () => {
    const { id, accessToken } = await account('chen-chan')
    const access = server.app.get(AccessService)
    const authenticate = access.authenticate.bind(access)
    access.authenticate = async token => {
      const actor = await authenticate(token)
      access.authenticate = authenticate
      await server.fetch(`/people/${id}`, { token: admin, method: 'PATCH', body: { isActive: false } })
      return actor
    }
    const socket = await connect(server, accessToken)
    await closesWithinASecond(socket)
  })
})
