import { RuleChoicesRecord } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { queryOptions } from '@tanstack/react-query'

/** Where choices hold: `/databases/dan-cu`, `/organisations/VN`. */
export type ChoicesPlace = `/databases/${string}` | `/organisations/${string}`

export const ruleChoices = (rest: RestClient, place: ChoicesPlace) =>
  queryOptions({
    queryKey: ['rule-choices', place],
    queryFn: () => rest.get(`${place}/rules`, RuleChoicesRecord),
  })
