import { DatabaseLevel, DatabaseStatus } from '@lienthong/protocol'
import { dayOf, oneOf, textOf } from '../records/list-address.ts'

/** The filters of the inventory, kept in the page's address so that a view can be sent to somebody. */
export interface DatabaseSearch {
  q?: string
  level?: DatabaseLevel
  status?: DatabaseStatus
  list?: string
  owner?: string
  asOf?: string
}

export const readDatabaseSearch = (search: Record<string, unknown>): DatabaseSearch => ({
  q: textOf(search.q),
  level: oneOf(DatabaseLevel.options, search.level),
  status: oneOf(DatabaseStatus.options, search.status),
  list: textOf(search.list),
  owner: textOf(search.owner),
  asOf: dayOf(search.asOf),
})
