import { Indicator, pageOf } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'

export const indicators = (rest: RestClient) =>
  queryOptions({
    queryKey: ['indicators'],
    queryFn: () => rest.get('/indicators?limit=200', pageOf(Indicator)),
    staleTime: 60_000,
  })

/** Figures that are known first, percentages before counts; otherwise as the server orders them. */
export const knownFirst = (all: readonly Indicator[]): Indicator[] => {
  const rank = ({ value, unit }: Indicator) => (value === null ? 2 : unit === '%' ? 0 : 1)
  return [...all].sort((a, b) => rank(a) - rank(b))
}
