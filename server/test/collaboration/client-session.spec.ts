import { createHash } from 'node:crypto'
import type { DocumentId, DocumentSummary, OrganisationId } from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'

describe.each(databases)('the client session on %s', database => {
  let server: TestServer
  let steward: TestPerson
  let an: TestPerson
  let binh: TestPerson
  const connections: ServerConnection[] = []

  const open = async (person: TestPerson, id: DocumentId): Promise<DocumentSession> => {
    const connection = new ServerConnection({ url: server.url, token: async () => person.token })
    connections.push(connection)
    const session = connection.open(id)
    await session.ready
    return session
  }
  const document = (text: string): Promise<DocumentSummary> => createDocument(server, an, { text })

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ steward, an, binh } = await stage(server))
  })
  afterEach(async () => {
    await Promise.all(connections.splice(0).map(connection => connection.close()))
  })

  it('[C1] keeps two people’s texts equal and knows when they are stored', async () => {
    const { id } = await document('Xin chào')
    const a = await open(an, id)
    const b = await open(binh, id)
    for (const letter of ' các bạn') a.text.insert(a.text.length, letter)
    b.text.insert(0, '# ')
    await Promise.all([a.whenStored(), b.whenStored()])
    await until(
      'both texts',
      () => a.text.toString() === '# Xin chào các bạn' && b.text.toString() === a.text.toString(),
    )
    expect(a.state).toEqual({ kind: 'live', access: { canEdit: true, canComment: true }, pending: 0 })
  })

  it('[S14] learns that it shows what the server has, once that has settled', async () => {
    const { id } = await document('một')
    const a = await open(an, id)
    a.text.insert(3, ' hai')
    a.text.delete(0, 1)
    await a.whenStored()
    const check = async (text: string) => a.check(Promise.resolve(createHash('sha256').update(text).digest()))
    await until('the same', async () => (await check(a.text.toString())) === 'same')
    expect(await check('một hai')).toBe('different')
    await a.resynchronise()
    expect(a.text.toString()).toBe('ột hai')
    expect(a.seq).toBeGreaterThan(0)
  })

  it('[C2] sends what was typed while the connection was broken', async () => {
    const { id } = await document('một')
    const a = await open(an, id)
    const b = await open(binh, id)
    connections[0]?.reconnect()
    expect(a.state.kind).toBe('offline')
    a.text.insert(3, ' hai')
    a.text.delete(0, 1)
    b.text.insert(0, '> ')
    await a.whenStored()
    await until(
      'both texts',
      () => a.text.toString() === '> ột hai' && b.text.toString() === a.text.toString(),
    )
  })

  it('[C4] keeps the words of somebody who loses the right to edit', async () => {
    const { id } = await document('')
    const chi = await server.person({ name: 'Lê Quốc Chi', roles: [['viewer', 'VN']] })
    const admin = await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] })
    const grant = { role: 'editor', organisationId: await server.organisation('BCA') }
    const granted = await server.fetch(`/people/${chi.personId}/grants`, { token: admin.token, body: grant })
    const { id: grantId } = (await granted.json()) as { id: string; organisationId: OrganisationId }
    const session = await open(chi, id)
    expect(session.state).toMatchObject({ kind: 'live', access: { canEdit: true } })
    await server.fetch(`/people/${chi.personId}/grants/${grantId}`, { token: admin.token, method: 'DELETE' })
    await until('the right to be gone', () => session.state.kind === 'live' && !session.state.access.canEdit)
    session.text.insert(0, 'giữ lại')
    expect(session.state).toMatchObject({ kind: 'stuck', pending: 1, error: { code: 'RIGHT_MISSING' } })
    const again = await server.fetch(`/people/${chi.personId}/grants`, { token: admin.token, body: grant })
    expect(again.status).toBe(201)
    await session.whenStored()
    const other = await open(steward, id)
    expect(other.text.toString()).toBe('giữ lại')
  })

  it('[C9, C10] shows others where one is, and comments on words that move', async () => {
    const { id } = await document('một hai ba')
    const a = await open(an, id)
    const b = await open(binh, id)
    const thread = await a.threads.open(a.anchorAt(4, 7), 'Đúng không?')
    await until('the thread', () => b.threads.all.length === 1)
    b.text.insert(0, '## ')
    await b.whenStored()
    await until('the text', () => a.text.length === b.text.length)
    for (const session of [a, b]) {
      const range = session.rangeOf(session.threads.all[0]?.anchor ?? thread.anchor)
      expect(range && session.text.toString().slice(range.start, range.end)).toBe('hai')
    }
    await b.threads.reply(thread.id, 'Đúng.')
    await until('the reply', () => a.threads.all[0]?.comments.length === 2)
    a.presence.announce([], true)
    await until('the presence', () => [...b.presence.participants.values()].some(({ isAway }) => isAway))
    expect([...b.presence.participants.values()][0]?.displayName).toBe('Nguyễn Văn An')
  })

  it('[C6] says why a document does not open', async () => {
    const unknown = '018f0000-0000-7000-8000-0000000000aa' as DocumentId
    await expect(open(an, unknown)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  })

  it('[C7] says why it is not let in', async () => {
    const { id } = await document('')
    const stranger = { ...an, token: 'ltp_khong-dung' }
    await expect(open(stranger, id)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })
})
