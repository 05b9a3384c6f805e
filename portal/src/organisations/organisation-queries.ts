import { Organisation, pageOf } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'

export const organisations = (rest: RestClient) =>
  queryOptions({
    queryKey: ['organisations'],
    queryFn: () => rest.get('/organisations?limit=200', pageOf(Organisation)),
    staleTime: 60_000,
  })
