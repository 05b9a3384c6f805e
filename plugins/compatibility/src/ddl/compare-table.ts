import type { SqlColumn } from '@lienthong/plugin-sdk'
import { type Effect, effectOf } from '../effect.ts'
import { effectOfTypes, isSerial, typeName } from './column-types.ts'
import { compareConstraints } from './compare-constraints.ts'
import type { DdlDifference } from './difference.ts'
import { type Placed, primaryKeyOf, type Table } from './model.ts'

/** Two versions of a table. */
export const compareTables = (old: Table, young: Table): readonly DdlDifference[] => [
  ...compareColumns(old, young),
  ...compareDeclarations(old, young),
  ...compareConstraints(old, young),
  ...compareComments(old, young),
]

/** Partitions, inheritance, options: they may do anything. */
const compareDeclarations = (old: Table, young: Table): DdlDifference[] =>
  old.rest === young.rest
    ? []
    : [{ type: 'TABLE_CHANGED', effect: 'both', name: young.name, old: old.place, new: young.place }]

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
  const isDemanded = isNotNull(table, value) && !hasDefault(value)
  const name = `${table.name}.${value.name}`
  return isDemanded
    ? { type: 'COLUMN_REQUIRED_ADDED', effect: 'both', name, old: null, new: place }
    : { type: 'COLUMN_ADDED', effect: 'widens', name, old: null, new: place }
}

const isNotNull = (table: Table, column: SqlColumn): boolean =>
  column.isNotNull || isSerial(column) || primaryKeyOf(table).includes(column.name)

const hasDefault = (column: SqlColumn): boolean => column.hasDefault || isSerial(column)

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
  const weigh = (strict: Effect): Effect => (isNeeded ? strict : 'none')
  return [
    ...found,
    ...compareDefaults(old.value, young.value, at, weigh),
    ...compareRest(old.value, young.value, at),
  ]
}

type At = Pick<DdlDifference, 'name' | 'old' | 'new'>

const compareDefaults = (
  old: SqlColumn,
  young: SqlColumn,
  at: At,
  weigh: (strict: Effect) => Effect,
): DdlDifference[] => {
  const has = hasDefault(young)
  if (hasDefault(old) !== has)
    return has
      ? [{ type: 'DEFAULT_ADDED', effect: weigh('widens'), ...at }]
      : [{ type: 'DEFAULT_REMOVED', effect: weigh('narrows'), ...at }]
  return old.default === young.default || old.generated !== young.generated || young.generated === 'computed'
    ? []
    : [{ type: 'DEFAULT_CHANGED', effect: 'none', ...at }]
}

/** What of a column nobody can weigh counts as breaking. */
const compareRest = (old: SqlColumn, young: SqlColumn, at: At): DdlDifference[] => {
  const found = compareGenerated(old, young, at)
  if (old.collation !== young.collation)
    found.push({
      type: 'COLLATION_CHANGED',
      effect: 'both',
      ...at,
      from: old.collation ?? 'default',
      to: young.collation ?? 'default',
    })
  if (old.rest !== young.rest) found.push({ type: 'COLUMN_CHANGED', effect: 'both', ...at })
  return found
}

/** An insert that gives a value is refused where the database insists on its own. */
const compareGenerated = (old: SqlColumn, young: SqlColumn, at: At): DdlDifference[] => {
  const isClosed = ({ generated }: SqlColumn) => generated === 'always' || generated === 'computed'
  const isOtherExpression = young.generated === 'computed' && old.default !== young.default
  if (old.generated === young.generated && !isOtherExpression) return []
  if (isClosed(old) && isClosed(young)) return [{ type: 'GENERATED_CHANGED', effect: 'both', ...at }]
  const effect = effectOf(isClosed(young), isClosed(old))
  if (old.generated === null) return [{ type: 'GENERATED_ADDED', effect, ...at }]
  if (young.generated === null) return [{ type: 'GENERATED_REMOVED', effect, ...at }]
  return [{ type: 'GENERATED_CHANGED', effect, ...at }]
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
