import { type DocumentId, Waiver } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

/** What others ask for and decide shows up within this time. */
const readEveryMs = 10_000

export const waiversOf = (rest: RestClient, documentId: DocumentId) =>
  queryOptions({
    queryKey: ['waivers', documentId],
    queryFn: () => rest.get(`/documents/${documentId}/waivers`, z.array(Waiver)),
    refetchInterval: readEveryMs,
  })
