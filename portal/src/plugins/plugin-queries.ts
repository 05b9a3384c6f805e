import { InstalledPlugin, PluginHealth, PluginVersion, pageOf } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { listAddress } from '../records/list-address.ts'

/** What the keys of all queries about rule sets begin with. */
const plugins = 'plugins'

export const installedPlugins = (rest: RestClient) =>
  queryOptions({
    queryKey: [plugins],
    queryFn: () => rest.get('/plugins', z.array(InstalledPlugin)),
  })

/** What nobody has decided on yet, of every rule set, by pages. */
export const waitingVersions = (rest: RestClient) =>
  infiniteQueryOptions({
    queryKey: [plugins, 'waiting'],
    queryFn: ({ pageParam: cursor }) =>
      rest.get(listAddress('/plugin-versions', { state: 'proposed', cursor }), pageOf(PluginVersion)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** Every version of one rule set, newest first. */
export const versionsOf = (rest: RestClient, id: string) =>
  queryOptions({
    queryKey: [plugins, 'of', id],
    queryFn: () => rest.get(`/plugins/${id}/versions`, z.array(PluginVersion)),
  })

/** How the versions of a rule set in use do; measured anew while somebody looks. */
export const healthOf = (rest: RestClient, id: string) =>
  queryOptions({
    // Apart from the others: one that was just taken out of use has none any more.
    queryKey: ['plugin-health', id],
    queryFn: () => rest.get(`/plugins/${id}/health`, z.array(PluginHealth)),
    refetchInterval: 10_000,
  })

/** To call after something about a rule set has changed: what is shown of any is read anew. */
export const useReadAnew = (): (() => Promise<void>) => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [plugins] })
}
