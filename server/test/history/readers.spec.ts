import type { DocumentId } from '@lienthong/protocol'
import { Transactions } from '../../src/database/transactions.ts'
import { DocumentsService } from '../../src/documents/documents.service.ts'
import { DatabasesService } from '../../src/inventory/databases.service.ts'
import { refusal } from '../json.ts'
import { databases, startServer, type TestServer } from '../start-server.ts'
import { TestHistory, type } from './test-history.ts'

describe.each(databases)('readers and authors of history on %s', database => {
  let server: TestServer
  let history: TestHistory

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
  })

  it('[H5] is for who may read the document', async () => {
    const id = await history.document('một')
    const [viewer, stranger] = await Promise.all(
      ['BCA', 'BTP'].map(code => server.person({ roles: [['viewer', code]] })),
    )
    for (const path of ['history', 'history/1/text', 'authorship', 'checkpoints']) {
      expect((await history.get(`/documents/${id}/${path}`, viewer)).status).toBe(200)
      expect(await refusal(await history.get(`/documents/${id}/${path}`, stranger))).toBe(
        '404 DOCUMENT_NOT_FOUND',
      )
    }
    expect(await refusal(await history.name(id, { name: 'Bản' }, stranger))).toBe('404 DOCUMENT_NOT_FOUND')
  })

  it('[H5] names authors as they are called now, also those who have left, and leaves the server unnamed', async () => {
    const chi = await server.person({ name: 'Lê Chi', roles: [['editor', 'BCA']] })
    const id = await seeded(server, 'của máy chủ')
    await type(await history.join(id, chi), text => text.insert(0, 'của Chi, '))
    const names = async () => (await history.timeline(id)).items.map(({ author }) => author?.displayName)
    expect(await names()).toEqual(['Lê Chi', undefined])
    const administrator = await server.person({ roles: [['administrator', 'VN']] })
    const body = { displayName: 'Lê Thị Chi', isActive: false }
    const path = `/people/${chi.personId}`
    await server.fetch(path, { token: administrator.token, method: 'PATCH', body })
    expect(await names()).toEqual(['Lê Thị Chi', undefined])
    const { authors, runs } = await history.authorship(id)
    expect(authors.map(({ displayName }) => displayName)).toEqual(['Lê Thị Chi'])
    expect(runs.map(({ personId }) => personId)).toEqual([chi.personId, null])
  })
})

/** A document that the server brought. */
const seeded = async ({ app }: TestServer, text: string): Promise<DocumentId> => {
  const database = await app.get(DatabasesService, { strict: false }).byIdOrCode('dan-cu')
  const body = { path: 'minh-hoa.md', title: 'Minh hoạ', format: 'markdown', text } as const
  const documents = app.get(DocumentsService, { strict: false })
  const { id } = await app.get(Transactions).run(manager => documents.create(manager, null, database, body))
  return id
}
