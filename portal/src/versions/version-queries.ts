import { type DocumentId, NextVersion, PublishedVersion } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

export const versionsOf = (rest: RestClient, documentId: DocumentId) =>
  queryOptions({
    queryKey: ['versions', documentId],
    queryFn: () => rest.get(`/documents/${documentId}/versions`, z.array(PublishedVersion)),
  })

/** What the document as it is asks of the next number: anew each time somebody is about to publish. */
export const nextVersionOf = (rest: RestClient, documentId: DocumentId) =>
  queryOptions({
    queryKey: ['versions', documentId, 'next'],
    queryFn: () => rest.get(`/documents/${documentId}/versions/next`, NextVersion),
    gcTime: 0,
    staleTime: 0,
  })
