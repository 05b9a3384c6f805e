import type { CreateDocument, DocumentSummary } from '@lienthong/protocol'
import type { TestPerson, TestServer } from '../start-server.ts'

/** A database of the organisation. */
export const createDatabase = async (
  server: TestServer,
  { token }: TestPerson,
  {
    code,
    owner,
    name = code,
    level = 'national',
  }: { code: string; owner: string; name?: string; level?: string },
): Promise<void> => {
  const response = await server.fetch('/databases', {
    token,
    body: {
      code,
      name: { vi: name, en: null },
      level,
      ownerId: await server.organisation(owner),
      status: 'unknown',
      statusNote: null,
      legalBasis: [],
      provenance: { sources: [], confidence: null, asOf: null },
    },
  })
  if (response.status !== 201) throw new Error(`no database: ${await response.text()}`)
}

let count = 0

/** A document of the database `dan-cu` of BCA. */
export const createDocument = async (
  server: TestServer,
  { token }: TestPerson,
  body: Partial<CreateDocument> = {},
): Promise<DocumentSummary> => {
  const path = `tai-lieu-${++count}.md`
  const response = await server.fetch('/databases/dan-cu/documents', {
    token,
    body: { path, title: 'Tài liệu', format: 'markdown', ...body },
  })
  if (response.status !== 201) throw new Error(`no document: ${await response.text()}`)
  return response.json()
}

/** A server with a database, a steward of everything and editors of its owner. */
export const stage = async (server: TestServer) => {
  const steward = await server.person({ name: 'Phạm Thu Dung', roles: [['steward', 'VN']] })
  await createDatabase(server, steward, { code: 'dan-cu', owner: 'BCA' })
  const an = await server.person({ name: 'Nguyễn Văn An', roles: [['editor', 'BCA']] })
  const binh = await server.person({ name: 'Trần Thị Bình', roles: [['editor', 'BCA']] })
  return { steward, an, binh }
}
