import type { SqlConstraint } from '@lienthong/plugin-sdk'
import { type Effect, effectOf } from '../effect.ts'
import type { DdlDifference } from './difference.ts'
import { type Placed, primaryKeyOf, type Table, written } from './model.ts'

/** Keys, uniqueness, checks and indexes. They are known by what they say, not by their names. */
export const compareConstraints = (old: Table, young: Table): readonly DdlDifference[] => [
  ...comparePrimaryKeys(old, young),
  ...(['foreign-key', 'unique', 'check', 'exclude'] as const).flatMap(kind => compareKind(old, young, kind)),
  ...compareIndexes(old, young),
]

const comparePrimaryKeys = (old: Table, young: Table): DdlDifference[] => {
  const [before, now] = [primaryKeyOf(old), primaryKeyOf(young)]
  if (sorted(before) === sorted(now) && keyRest(old) === keyRest(young)) return []
  const place = { name: young.name, old: keyPlace(old), new: keyPlace(young) }
  const said = { from: before.join(', '), to: now.join(', ') }
  if (before.length === 0) return [{ type: 'PRIMARY_KEY_ADDED', effect: 'narrows', ...place, ...said }]
  if (now.length === 0) return [{ type: 'PRIMARY_KEY_REMOVED', effect: 'widens', ...place, ...said }]
  return [{ type: 'PRIMARY_KEY_CHANGED', effect: 'both', ...place, ...said }]
}

const keyRest = ({ constraints }: Table) =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.value.rest ?? ''

const keyPlace = ({ constraints, place }: Table) =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.place ?? place

const sorted = (columns: readonly string[]): string => [...columns].sort().join()

const subjects = {
  'foreign-key': 'FOREIGN_KEY',
  unique: 'UNIQUE',
  check: 'CHECK',
  exclude: 'EXCLUDE',
} as const

/** What has constraints: a table, or a domain with its checks. */
export type Constrained = Pick<Table, 'name' | 'place' | 'constraints' | 'indexes'>

export const compareKind = (
  old: Constrained,
  young: Constrained,
  kind: keyof typeof subjects,
): DdlDifference[] => {
  const [before, now] = [meaningsOf(old, kind), meaningsOf(young, kind)]
  const lost = [...before].filter(([meaning]) => !now.has(meaning)).map(([, constraint]) => constraint)
  const gained = [...now].filter(([meaning]) => !before.has(meaning)).map(([, constraint]) => constraint)
  const found: DdlDifference[] = []
  for (const { value, place } of lost) {
    const at = gained.findIndex(other => isSuccessor(value, other.value))
    const [successor] = at < 0 ? [] : gained.splice(at, 1)
    const base = { name: young.name, old: place, from: wordsOf(value) }
    if (!successor)
      found.push({ type: `${subjects[kind]}_REMOVED`, effect: 'widens', ...base, new: young.place })
    else {
      const effect = effectOfChange(value, successor.value)
      const now = { new: successor.place, to: wordsOf(successor.value) }
      found.push({ type: `${subjects[kind]}_CHANGED`, effect, ...base, ...now })
    }
  }
  for (const { value, place } of gained)
    found.push({
      type: `${subjects[kind]}_ADDED`,
      effect: 'narrows',
      name: young.name,
      old: old.place,
      new: place,
      to: wordsOf(value),
    })
  return found
}

/** A constraint of the same name, a key over the same columns, or another list of values for a column. */
const isSuccessor = (old: SqlConstraint, young: SqlConstraint): boolean =>
  (old.name !== null && old.name === young.name) ||
  (['foreign-key', 'unique'].includes(old.kind) && sorted(old.columns) === sorted(young.columns)) ||
  (old.values !== null && old.values.column === young.values?.column)

/** What another constraint in the place of one does. Lists of values and what is null can be weighed. */
const effectOfChange = (old: SqlConstraint, young: SqlConstraint): Effect => {
  const [before, now] = [old.values, young.values]
  if (old.rest !== young.rest || Boolean(before) !== Boolean(now) || old.references) return 'both'
  if (before && now && before.column === now.column) {
    const isSome = (some: readonly string[], others: readonly string[]) =>
      some.some(one => !others.includes(one))
    return effectOf(isSome(before.allowed, now.allowed), isSome(now.allowed, before.allowed))
  }
  const isSameKey = old.kind === 'unique' && sorted(old.columns) === sorted(young.columns)
  return isSameKey ? effectOf(young.isNullEqual, old.isNullEqual) : 'both'
}

/** Constraints by what each says. A unique index makes columns unique as a constraint does. */
const meaningsOf = (table: Constrained, kind: keyof typeof subjects): Map<string, Placed<SqlConstraint>> => {
  const found = new Map<string, Placed<SqlConstraint>>()
  for (const constraint of table.constraints)
    if (constraint.value.kind === kind) found.set(meaningOf(constraint.value), constraint)
  if (kind !== 'unique') return found
  for (const { value, place } of table.indexes) {
    if (!value.isUnique) continue
    const { name, columns, reads, isNullEqual, rest } = value
    const says = { reads, references: null, expression: null, values: null, isNullEqual, rest }
    const constraint = { kind, name, columns, ...says }
    found.set(meaningOf(constraint), { value: constraint, place })
  }
  return found
}

const meaningOf = ({ kind, columns, references, values, isNullEqual, rest }: SqlConstraint): string => {
  if (kind === 'check')
    return JSON.stringify([values && [values.column, [...new Set(values.allowed)].sort()], rest])
  if (!references) return JSON.stringify([[...columns].sort(), isNullEqual, rest])
  const { table, columns: targets, onDelete, onUpdate } = references
  return JSON.stringify([columns, written(table), targets, onDelete, onUpdate, rest])
}

/** What a constraint says, for people. */
const wordsOf = ({ kind, columns, references, expression, isNullEqual }: SqlConstraint): string => {
  if (kind === 'check') return (expression ?? '').replace(/\s+/g, ' ').trim()
  const own = [...columns].sort().join(', ')
  if (!references) return isNullEqual ? `${own} nulls not distinct` : own
  const target = references.columns.length > 0 ? ` (${references.columns.join(', ')})` : ''
  const { onDelete, onUpdate } = references
  const deleting = onDelete === 'no action' ? '' : ` on delete ${onDelete}`
  const updating = onUpdate === 'no action' ? '' : ` on update ${onUpdate}`
  return `${columns.join(', ')} → ${written(references.table)}${target}${deleting}${updating}`
}

/** Without uniqueness an index changes nothing but the time it takes. */
const compareIndexes = (old: Table, young: Table): DdlDifference[] => {
  const plain = ({ indexes }: Table) =>
    new Map(
      indexes
        .filter(({ value }) => !value.isUnique)
        .map(index => [JSON.stringify([index.value.columns, index.value.rest]), index]),
    )
  const [before, now] = [plain(old), plain(young)]
  return [
    ...[...before].flatMap(([meaning, { value, place }]): DdlDifference[] =>
      now.has(meaning)
        ? []
        : [
            {
              type: 'INDEX_REMOVED',
              effect: 'none',
              name: young.name,
              old: place,
              new: young.place,
              from: value.columns.join(', '),
            },
          ],
    ),
    ...[...now].flatMap(([meaning, { value, place }]): DdlDifference[] =>
      before.has(meaning)
        ? []
        : [
            {
              type: 'INDEX_ADDED',
              effect: 'none',
              name: young.name,
              old: old.place,
              new: place,
              to: value.columns.join(', '),
            },
          ],
    ),
  ]
}
