import type { CreateDocument, DocumentId } from '@lienthong/protocol'
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
