import type { SqlStatement, SqlType, SqlView } from '@lienthong/plugin-sdk'
import { typeName } from './column-types.ts'
import { compareTables } from './compare-table.ts'
import type { DdlDifference } from './difference.ts'
import { type Ddl, type Placed, readDdl, type Table, written } from './model.ts'

/** What differs between two DDL scripts, by what they make: the order of statements and the names of constraints do not count. */
export const compareDdl = (
  old: readonly SqlStatement[],
  young: readonly SqlStatement[],
): readonly DdlDifference[] => {
  const [before, now] = [readDdl(old), readDdl(young)]
  return [...compareAllTables(before, now), ...compareTypes(before, now), ...compareViews(before, now)]
}

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

const compareTypes = (old: Ddl, young: Ddl): DdlDifference[] =>
  [...new Set([...old.types.keys(), ...young.types.keys()])].flatMap((name): DdlDifference[] => {
    const [before, now] = [old.types.get(name), young.types.get(name)]
    if (!before) return [{ type: 'TYPE_ADDED', effect: 'widens', name, old: null, new: now?.place ?? null }]
    if (!now) return [{ type: 'TYPE_REMOVED', effect: 'narrows', name, old: before.place, new: null }]
    return compareType(name, before, now)
  })

const compareType = (name: string, old: Placed<SqlType>, young: Placed<SqlType>): DdlDifference[] => {
  const place = { name, old: old.place, new: young.place }
  const [before, now] = [old.value, young.value]
  if (before.baseType !== now.baseType) {
    const said = { from: before.baseType ?? 'enum', to: now.baseType ?? 'enum' }
    return [{ type: 'TYPE_CHANGED', effect: 'both', ...place, ...said }]
  }
  const lost = before.values.filter(value => !now.values.includes(value))
  const gained = now.values.filter(value => !before.values.includes(value))
  const found: DdlDifference[] = []
  if (lost.length > 0)
    found.push({ type: 'ENUM_VALUE_REMOVED', effect: 'narrows', ...place, from: lost.join(', ') })
  if (gained.length > 0)
    found.push({ type: 'ENUM_VALUE_ADDED', effect: 'widens', ...place, to: gained.join(', ') })
  const kept = (values: readonly string[]) =>
    values.filter(value => before.values.includes(value) && now.values.includes(value))
  if (kept(before.values).join() !== kept(now.values).join())
    found.push({ type: 'ENUM_ORDER_CHANGED', effect: 'none', ...place })
  return found
}

const compareViews = (old: Ddl, young: Ddl): DdlDifference[] =>
  [...new Set([...old.views.keys(), ...young.views.keys()])].flatMap((name): DdlDifference[] => {
    const [before, now] = [old.views.get(name), young.views.get(name)]
    if (!before) return [{ type: 'VIEW_ADDED', effect: 'widens', name, old: null, new: now?.place ?? null }]
    if (!now) return [{ type: 'VIEW_REMOVED', effect: 'narrows', name, old: before.place, new: null }]
    if (readsOf(before.value) === readsOf(now.value)) return []
    const said = { from: readsOf(before.value), to: readsOf(now.value) }
    return [{ type: 'VIEW_CHANGED', effect: 'both', name, old: before.place, new: now.place, ...said }]
  })

const readsOf = ({ reads }: SqlView): string => reads.map(written).sort().join(', ')
