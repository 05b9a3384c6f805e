import { OpenRoom } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

/** People come and go within seconds; asking more often costs the server more than it tells. */
const pollEveryMs = 2_500

export const openRooms = (rest: RestClient) =>
  queryOptions({
    queryKey: ['rooms'],
    queryFn: () => rest.get('/rooms', z.array(OpenRoom)),
    refetchInterval: pollEveryMs,
    staleTime: 0,
  })
