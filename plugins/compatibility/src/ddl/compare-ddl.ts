import { typeName } from './column-types.ts'
import { compareTables } from './compare-table.ts'
import { compareTypes } from './compare-types.ts'
import { compareViews } from './compare-views.ts'
import type { DdlDifference } from './difference.ts'
import type { Ddl, Table } from './model.ts'
import { compareUnread } from './unread.ts'

/** What differs between two DDL scripts, by what they make: the order of statements and the names of constraints do not count. */
export const compareDdl = (old: Ddl, young: Ddl): readonly DdlDifference[] => [
  ...compareAllTables(old, young),
  ...compareTypes(old.types, young.types),
  ...compareViews(old.views, young.views),
  ...compareUnread(old.unread, young.unread),
]

const compareAllTables = (old: Ddl, young: Ddl): DdlDifference[] => {
  const lost = [...old.tables.values()].filter(({ name }) => !young.tables.has(name))
  const gained = [...young.tables.values()].filter(({ name }) => !old.tables.has(name))
  const found: DdlDifference[] = []
  for (const before of old.tables.values()) {
    const now = young.tables.get(before.name)
    if (now) found.push(...compareTables(before, now))
  }
  for (const { name, place, ...table } of lost) {
    const at = gained.findIndex(other => columnsOf(other) === columnsOf({ name, place, ...table }))
    const [renamed] = at < 0 ? [] : gained.splice(at, 1)
    found.push(
      renamed
        ? { type: 'TABLE_RENAMED', effect: 'both', name, old: place, new: renamed.place, to: renamed.name }
        : { type: 'TABLE_REMOVED', effect: 'narrows', name, old: place, new: null },
    )
  }
  for (const { name, place } of gained)
    found.push({ type: 'TABLE_ADDED', effect: 'widens', name, old: null, new: place })
  return found
}

/** The same columns of the same types: the same table under another name. */
const columnsOf = ({ columns }: Table): string =>
  [...columns.values()].map(({ value }) => `${value.name} ${typeName(value)}`).join()
