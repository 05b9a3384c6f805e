import { Database, DocumentSummary, InventoryList, pageOf } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import { listAddress } from '../records/list-address.ts'

export const inventoryLists = (rest: RestClient) =>
  queryOptions({
    queryKey: ['inventory-lists'],
    queryFn: () => rest.get('/inventory-lists?limit=200', pageOf(InventoryList)),
    staleTime: 60_000,
  })

export const database = (rest: RestClient, code: string) =>
  queryOptions({
    queryKey: ['database', code],
    queryFn: () => rest.get(`/databases/${encodeURIComponent(code)}`, Database),
  })

/** How many databases there are with these properties; the list's own total, so that no page of it is counted by hand. */
export const databaseCount = (rest: RestClient, filter: { level?: string; status?: string }) =>
  queryOptions({
    queryKey: ['database-count', filter],
    queryFn: async () =>
      (await rest.get(listAddress('/databases', { ...filter, limit: 1 }), pageOf(Database))).total,
  })

export const documentsOf = (rest: RestClient, code: string) =>
  queryOptions({
    queryKey: ['documents', code],
    queryFn: () =>
      rest.get(`/databases/${encodeURIComponent(code)}/documents?limit=200`, pageOf(DocumentSummary)),
  })
