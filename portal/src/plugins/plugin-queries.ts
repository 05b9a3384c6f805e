import { InstalledPlugin } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

export const installedPlugins = (rest: RestClient) =>
  queryOptions({
    queryKey: ['plugins'],
    queryFn: () => rest.get('/plugins', z.array(InstalledPlugin)),
  })
