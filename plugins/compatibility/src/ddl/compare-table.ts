import type { SqlColumn } from '@lienthong/plugin-sdk'
import type { Effect } from '../effect.ts'
import { effectOfTypes, typeName } from './column-types.ts'
import { compareConstraints } from './compare-constraints.ts'
import type { DdlDifference } from './difference.ts'
import { type Placed, primaryKeyOf, type Table } from './model.ts'

/** Two versions of a table. */
export const compareTables = (old: Table, young: Table): readonly DdlDifference[] => [
  ...compareColumns(old, young),
  ...compareConstraints(old, young),
  ...compareComments(old, young),
]

const compareColumns = (old: Table, young: Table): DdlDifference[] => {
  const lost = [...old.columns.values()].filter(({ value }) => !young.columns.has(value.name))
  const gained = [...young.columns.values()].filter(({ value }) => !old.columns.has(value.name))
  const renamed = renamedColumn(lost, gained)
  const found: DdlDifference[] = []
  for (const before of old.columns.values()) {
    const now = young.columns.get(before.value.name)
    const name = `${young.name}.${before.value.name}`
    if (now) found.push(...compareColumn(old, young, before, now))
    else if (renamed)
      found.push({
        type: 'COLUMN_RENAMED',
        effect: 'both',
        name,
        old: before.place,
        new: renamed.place,
        to: renamed.value.name,
      })
    else found.push({ type: 'COLUMN_REMOVED', effect: 'narrows', name, old: before.place, new: young.place })
  }
  if (!renamed) found.push(...gained.map(column => addedColumn(young, column)))
  return found
}

/** One column went and one of the same type came: it has another name now. Either way its readers break. */
const renamedColumn = (
  lost: readonly Placed<SqlColumn>[],
  gained: readonly Placed<SqlColumn>[],
): Placed<SqlColumn> | null => {
  const [before, ...others] = lost
  const [now, ...more] = gained
  if (!before || !now || others.length > 0 || more.length > 0) return null
  return typeName(before.value) === typeName(now.value) ? now : null
}

const addedColumn = (table: Table, { value, place }: Placed<SqlColumn>): DdlDifference => {
  const isDemanded = isNotNull(table, value) && !value.hasDefault && !value.type.endsWith('serial')
  const name = `${table.name}.${value.name}`
  return isDemanded
    ? { type: 'COLUMN_REQUIRED_ADDED', effect: 'both', name, old: null, new: place }
    : { type: 'COLUMN_ADDED', effect: 'widens', name, old: null, new: place }
}

const isNotNull = (table: Table, { isNotNull: isSaid, name }: SqlColumn): boolean =>
  isSaid || primaryKeyOf(table).includes(name)

const typeChanges = {
  narrows: 'COLUMN_TYPE_NARROWED',
  widens: 'COLUMN_TYPE_WIDENED',
  both: 'COLUMN_TYPE_CHANGED',
} as const

const compareColumn = (
  oldTable: Table,
  newTable: Table,
  old: Placed<SqlColumn>,
  young: Placed<SqlColumn>,
): DdlDifference[] => {
  const found: DdlDifference[] = []
  const at = { name: `${newTable.name}.${young.value.name}`, old: old.place, new: young.place }
  const effect = effectOfTypes(old.value, young.value)
  if (effect !== 'none')
    found.push({
      type: typeChanges[effect],
      effect,
      ...at,
      from: typeName(old.value),
      to: typeName(young.value),
    })
  const [wasNeeded, isNeeded] = [isNotNull(oldTable, old.value), isNotNull(newTable, young.value)]
  if (wasNeeded !== isNeeded)
    found.push(
      isNeeded
        ? { type: 'NOT_NULL_ADDED', effect: 'narrows', ...at }
        : { type: 'NOT_NULL_REMOVED', effect: 'widens', ...at },
    )
  const [hadDefault, hasDefault] = [old.value.hasDefault, young.value.hasDefault]
  const weigh = (strict: Effect): Effect => (isNeeded ? strict : 'none')
  if (hadDefault !== hasDefault)
    found.push(
      hasDefault
        ? { type: 'DEFAULT_ADDED', effect: weigh('widens'), ...at }
        : { type: 'DEFAULT_REMOVED', effect: weigh('narrows'), ...at },
    )
  return found
}

const compareComments = (old: Table, young: Table): DdlDifference[] =>
  [...new Set([...old.comments.keys(), ...young.comments.keys()])]
    .filter(column => old.comments.get(column) !== young.comments.get(column))
    .map(column => ({
      type: 'COMMENT_CHANGED',
      effect: 'none',
      name: column === '' ? young.name : `${young.name}.${column}`,
      old: old.columns.get(column)?.place ?? old.place,
      new: young.columns.get(column)?.place ?? young.place,
    }))
