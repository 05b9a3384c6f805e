import type { DocumentSummary, OpenRoom, Page } from '@lienthong/protocol'
import * as Y from 'yjs'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { createDatabase, createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe.each(databases)('documents on %s', database => {
  let server: TestServer
  let steward: TestPerson
  let an: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ steward, an } = await stage(server))
    await createDatabase(server, steward, { code: 'ho-tich', owner: 'BTP' })
  })

  const listed = async (path: string, { token }: TestPerson) => {
    const response = await server.fetch(path, { token })
    expect(response.status).toBe(200)
    const { items }: Page<DocumentSummary> = await response.json()
    return items.map(({ databaseCode, path }) => `${databaseCode}/${path}`)
  }

  it('[S15] seeds the text once, on the server', async () => {
    const { id, seq } = await createDocument(server, an, { text: '# Đặc tả\n' })
    expect(seq).toBe(1)
    for (let times = 0; times < 2; times++) {
      const editor = await (await Editor.connect(server, an)).join(id)
      expect(editor.text.toString()).toBe('# Đặc tả\n')
    }
  })

  it('[S16] keeps line feeds only', async () => {
    const { id } = await createDocument(server, an, { text: 'một\r\nhai\rba\n' })
    const response = await server.fetch(`/documents/${id}/text`, { token: an.token })
    expect(await response.text()).toBe('một\nhai\nba\n')
  })

  it('[S4] serves a snapshot that a cache may keep while nothing changes', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const snapshot = (headers: Record<string, string> = {}) =>
      server.fetch(`/documents/${id}/snapshot`, { token: an.token, headers })
    const first = await snapshot()
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toBe('"1"')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await first.arrayBuffer()))
    expect(doc.getText('content').toString()).toBe('một')
    expect((await snapshot({ 'if-none-match': etag })).status).toBe(304)
    const editor = await Editor.connect(server, an)
    Y.applyUpdate(editor.doc, Y.encodeStateAsUpdate(doc))
    await editor.join(id)
    editor.text.insert(3, ' hai')
    await editor.whenStored()
    const second = await snapshot({ 'if-none-match': etag })
    expect([second.status, second.headers.get('etag')]).toEqual([200, '"2"'])
  })

  it('refuses a path that is taken and a caller who may not', async () => {
    const { path } = await createDocument(server, an)
    await expect(createDocument(server, an, { path })).rejects.toThrow('DOCUMENT_PATH_TAKEN')
    const reviewer = await server.person({ roles: [['reviewer', 'BCA']] })
    await expect(createDocument(server, reviewer)).rejects.toThrow('RIGHT_MISSING')
  })

  it('lists and finds only what the caller may read', async () => {
    await createDocument(server, an, { path: 'can-cuoc.sql', title: 'Thẻ căn cước', format: 'sql' })
    await server.fetch('/databases/ho-tich/documents', {
      token: steward.token,
      body: { path: 'khai-sinh.md', title: 'Khai sinh', format: 'markdown' },
    })
    expect(await listed('/documents?q=the%20can', an)).toEqual(['dan-cu/can-cuoc.sql'])
    expect(await listed('/documents?databaseCode=ho-tich', steward)).toEqual(['ho-tich/khai-sinh.md'])
    expect(await listed('/databases/ho-tich/documents', an)).toEqual([])
    expect(await listed('/documents?q=khai', an)).toEqual([])
  })

  it('[E13] tells who is editing what now, each once', async () => {
    const { id } = await createDocument(server, an, { title: 'Đang mở' })
    for (let window = 1; window <= 2; window++) await (await Editor.connect(server, an)).join(id)
    const rooms = async ({ token }: TestPerson): Promise<OpenRoom[]> =>
      (await server.fetch('/rooms', { token })).json()
    const [room] = (await rooms(steward)).filter(({ documentId }) => documentId === id)
    expect(room).toMatchObject({ databaseCode: 'dan-cu', title: 'Đang mở' })
    expect(room?.people).toMatchObject([
      { personId: an.personId, displayName: 'Nguyễn Văn An', canEdit: true },
    ])
    const elsewhere = await server.person({ roles: [['viewer', 'BTP']] })
    expect(await rooms(elsewhere)).toEqual([])
  })
})
