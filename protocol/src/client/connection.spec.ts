import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import { type DocumentId, JoinDocument, ListThreads, OpenThread, ProtocolError } from '../index.ts'
import { ServerConnection } from './connection.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId

describe('a connection', () => {
  let server: TinyServer
  let connection: ServerConnection
  let asked = 0
  const connect = (token = async () => `token ${++asked}`) => {
    asked = 0
    connection = new ServerConnection({ url: server.url, token })
    return connection
  }
  beforeEach(async () => {
    server = await new TinyServer().start()
  })
  afterEach(async () => {
    await connection.close()
    await server.stop()
  })

  it('[C7] fetches the token afresh for every connect', async () => {
    connect()
    await until(() => connection.state.kind === 'online')
    server.dropConnections()
    await until(() => server.tokens.length === 2 && connection.state.kind === 'online')
    expect(server.tokens).toEqual(['token 1', 'token 2'])
  })

  it('[C7] replaces an expired token and tries again', async () => {
    server.connectRefusals.push(new ProtocolError('TOKEN_EXPIRED'))
    connect()
    await until(() => connection.state.kind === 'online')
    expect(server.tokens).toEqual(['token 1', 'token 2'])
  })

  it('[C7] asks for a person when the expired token comes again unchanged', async () => {
    const expired = Array.from({ length: 9 }, () => new ProtocolError('TOKEN_EXPIRED'))
    server.connectRefusals.push(...expired)
    connect(async () => 'ltp_one')
    await until(() => connection.state.kind === 'refused')
    expect(connection.state).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    expect(server.tokens).toEqual(['ltp_one', 'ltp_one'])
  })

  it('[C7] does not try again with a token that was refused, until somebody calls for it', async () => {
    server.connectRefusals.push(new ProtocolError('TOKEN_INVALID'))
    connect()
    await until(() => connection.state.kind === 'refused')
    expect(connection.state).toMatchObject({ error: { code: 'TOKEN_INVALID' } })
    await expect(connection.open(documentId).ready).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    expect(server.tokens).toHaveLength(1)
    connection.reconnect()
    await connection.open(documentId).ready
    expect(server.tokens).toHaveLength(2)
  })

  it('[C7] takes a refusal of the token’s source as the server’s, and its silence as being offline', async () => {
    const answers = [
      new ProtocolError('SERVER_UNREACHABLE', { url: 'x' }),
      new ProtocolError('TOKEN_MISSING'),
    ]
    const seen: string[] = []
    connect(async () => {
      throw answers.shift()
    })
    connection.onState(({ kind }) => seen.push(kind))
    await until(() => connection.state.kind === 'refused')
    expect(seen).toEqual(['offline', 'refused'])
  })

  it('[C8] fails an ask at once without a connection and sends nothing later', async () => {
    connect()
    await until(() => connection.state.kind === 'online')
    await server.stop()
    await until(() => connection.state.kind === 'offline')
    const request = { documentId, stateVector: new Uint8Array([0]), clientId: 1 }
    await expect(connection.ask(JoinDocument, request)).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
    await server.restart()
    await until(() => connection.state.kind === 'online')
    await connection.ask(ListThreads, { documentId })
    expect(server.joins).toBe(0)
  })

  it('[C8] fails the asks that are on their way when the connection breaks', async () => {
    connect()
    await until(() => connection.state.kind === 'online')
    const anchor = { start: new Uint8Array(), end: new Uint8Array(), quote: '' }
    const unanswered = connection.ask(OpenThread, { documentId, anchor, body: 'x' })
    server.dropConnections()
    await expect(unanswered).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  })

  it('[B13] connects anew after the machine has slept', async () => {
    connect()
    await until(() => connection.state.kind === 'online')
    const now = Date.now
    try {
      Date.now = () => now() + 60_000
      await until(() => server.tokens.length === 2)
    } finally {
      Date.now = now
    }
  })
})
