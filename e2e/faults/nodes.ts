import type { DocumentId } from '@lienthong/protocol'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { type ProductOptions, type RunningProduct, startProduct } from '../product.ts'
import { afterwards } from './afterwards.ts'

/** Where each node finds its PostgreSQL and Redis. */
export type NodePlace = Pick<ProductOptions, 'databaseUrl' | 'redisUrl' | 'port'>

/** Several servers over one PostgreSQL as one, with a document that `token` may edit. Stopped after the file's tests. */
export interface Nodes {
  all: [RunningProduct, ...RunningProduct[]]
  token: string
  documentId: DocumentId
}

export async function startNodes(places: readonly [NodePlace, ...NodePlace[]]): Promise<Nodes> {
  const [firstPlace, ...otherPlaces] = places
  // The first migrates, seeds and brings the people.
  const first = await startProduct({ ...firstPlace, isDemo: true })
  const { token } = await lastingPerson(first, 'dung')
  const documentId = await createDocument(first, token)
  const all: Nodes['all'] = [first, ...(await Promise.all(otherPlaces.map(startProduct)))]
  afterwards(() => Promise.all(all.map(node => node.stop())))
  return { all, token, documentId }
}
