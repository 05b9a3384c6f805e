import { type CreateDocument, type DocumentId, DocumentSummary, pageOf } from '@lienthong/protocol'
import { type DocumentSession, RestClient, ServerConnection } from '@lienthong/protocol/client'
import type { RunningProduct } from './product.ts'

/** Creates a document of the seeded population database; its path is unique unless given. */
export async function createDocument(
  product: RunningProduct,
  token: string,
  document: Partial<CreateDocument> = {},
): Promise<DocumentId> {
  const path = document.path ?? `bench-${Date.now()}.schema.yaml`
  const response = await fetch(`${product.url}/api/v1/databases/dan-cu/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: path, format: 'json-schema-yaml', ...document, path }),
  })
  if (!response.ok) throw new Error(`cannot create a document: ${await response.text()}`)
  return (await response.json()).id
}

/** The text that is on disk. */
export async function textOf(
  product: RunningProduct,
  token: string,
  documentId: DocumentId,
): Promise<string> {
  const response = await fetch(`${product.url}/api/v1/documents/${documentId}/text`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new Error(`cannot read a document: ${await response.text()}`)
  return response.text()
}

/** What somebody else writes in a document of the seeded population database; it is stored when this ends. */
export async function write(
  product: RunningProduct,
  path: string,
  change: (text: DocumentSession['text']) => void,
): Promise<void> {
  const { token } = await product.person('an')
  const client = new RestClient({ url: product.url, token: async () => token })
  const { items } = await client.get('/databases/dan-cu/documents', pageOf(DocumentSummary))
  const document = items.find(item => item.path === path)
  if (!document) throw new Error(`there is no ${path}`)
  const connection = new ServerConnection({ url: product.url, token: async () => token })
  try {
    const session = connection.open(document.id)
    await session.ready
    change(session.text)
    await session.whenStored()
  } finally {
    await connection.close()
  }
}
