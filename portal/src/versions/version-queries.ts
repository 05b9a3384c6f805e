import { type DocumentId, PublishedVersion } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

export const versionsOf = (rest: RestClient, documentId: DocumentId) =>
  queryOptions({
    queryKey: ['versions', documentId],
    queryFn: () => rest.get(`/documents/${documentId}/versions`, z.array(PublishedVersion)),
  })
