import { DirectiveStatus } from '@lienthong/protocol'
import { dayOf, oneOf, textOf } from '../records/list-address.ts'

/** The filters of the directives, kept in the page's address. */
export interface DirectiveSearch {
  q?: string
  status?: DirectiveStatus
  type?: string
  year?: number
  asOf?: string
}

export const readDirectiveSearch = (search: Record<string, unknown>): DirectiveSearch => ({
  q: textOf(search.q),
  status: oneOf(DirectiveStatus.options, search.status),
  type: textOf(search.type),
  year: typeof search.year === 'number' && Number.isInteger(search.year) ? search.year : undefined,
  asOf: dayOf(search.asOf),
})
