import type { SqlConstraint } from '@lienthong/plugin-sdk'
import type { DdlDifference } from './difference.ts'
import { type Placed, primaryKeyOf, type Table, written } from './model.ts'

/** Keys, uniqueness, checks and indexes. They are known by what they say, not by their names. */
export const compareConstraints = (old: Table, young: Table): readonly DdlDifference[] => [
  ...comparePrimaryKeys(old, young),
  ...(['foreign-key', 'unique', 'check'] as const).flatMap(kind => compareKind(old, young, kind)),
  ...compareIndexes(old, young),
]

const comparePrimaryKeys = (old: Table, young: Table): DdlDifference[] => {
  const [before, now] = [primaryKeyOf(old), primaryKeyOf(young)]
  if (sorted(before) === sorted(now)) return []
  const place = { name: young.name, old: keyPlace(old), new: keyPlace(young) }
  const said = { from: before.join(', '), to: now.join(', ') }
  if (before.length === 0) return [{ type: 'PRIMARY_KEY_ADDED', effect: 'narrows', ...place, ...said }]
  if (now.length === 0) return [{ type: 'PRIMARY_KEY_REMOVED', effect: 'widens', ...place, ...said }]
  return [{ type: 'PRIMARY_KEY_CHANGED', effect: 'both', ...place, ...said }]
}

const keyPlace = ({ constraints, place }: Table) =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.place ?? place

const sorted = (columns: readonly string[]): string => [...columns].sort().join()

const subjects = { 'foreign-key': 'FOREIGN_KEY', unique: 'UNIQUE', check: 'CHECK' } as const

const compareKind = (old: Table, young: Table, kind: keyof typeof subjects): DdlDifference[] => {
  const [before, now] = [meaningsOf(old, kind), meaningsOf(young, kind)]
  const lost = [...before].filter(([meaning]) => !now.has(meaning))
  const gained = [...now].filter(([meaning]) => !before.has(meaning))
  const found: DdlDifference[] = []
  for (const [meaning, constraint] of lost) {
    const at = gained.findIndex(([, other]) => isSuccessor(constraint.value, other.value))
    const [successor] = at < 0 ? [] : gained.splice(at, 1)
    const base = { name: young.name, old: constraint.place, from: meaning }
    found.push(
      successor
        ? {
            type: `${subjects[kind]}_CHANGED`,
            effect: 'both',
            ...base,
            new: successor[1].place,
            to: successor[0],
          }
        : { type: `${subjects[kind]}_REMOVED`, effect: 'widens', ...base, new: young.place },
    )
  }
  for (const [meaning, { place }] of gained)
    found.push({
      type: `${subjects[kind]}_ADDED`,
      effect: 'narrows',
      name: young.name,
      old: old.place,
      new: place,
      to: meaning,
    })
  return found
}

/** A constraint of the same name, or a key over the same columns. */
const isSuccessor = (old: SqlConstraint, young: SqlConstraint): boolean =>
  (old.name !== null && old.name === young.name) ||
  (old.kind === 'foreign-key' && sorted(old.columns) === sorted(young.columns))

/** What each constraint says. A unique index makes columns unique as a constraint does; so does the primary key. */
const meaningsOf = (table: Table, kind: keyof typeof subjects): Map<string, Placed<SqlConstraint>> => {
  const found = new Map<string, Placed<SqlConstraint>>()
  for (const constraint of table.constraints)
    if (constraint.value.kind === kind) found.set(meaningOf(constraint.value), constraint)
  if (kind !== 'unique') return found
  for (const { value, place } of table.indexes) {
    if (!value.isUnique || value.columns.includes('')) continue
    const constraint = { kind, name: value.name, columns: value.columns, references: null, expression: null }
    found.set(meaningOf(constraint), { value: constraint, place })
  }
  return found
}

const meaningOf = ({ kind, columns, references, expression }: SqlConstraint): string => {
  if (kind === 'check') return (expression ?? '').replace(/\s+/g, ' ').trim()
  if (!references) return [...columns].sort().join(', ')
  const target = references.columns.length > 0 ? ` (${references.columns.join(', ')})` : ''
  return `${columns.join(', ')} → ${written(references.table)}${target}`
}

/** Without uniqueness an index changes nothing but the time it takes. */
const compareIndexes = (old: Table, young: Table): DdlDifference[] => {
  const plain = ({ indexes }: Table) =>
    new Map(
      indexes.filter(({ value }) => !value.isUnique).map(index => [index.value.columns.join(', '), index]),
    )
  const [before, now] = [plain(old), plain(young)]
  return [
    ...[...before].flatMap(([columns, { place }]): DdlDifference[] =>
      now.has(columns)
        ? []
        : [
            {
              type: 'INDEX_REMOVED',
              effect: 'none',
              name: young.name,
              old: place,
              new: young.place,
              from: columns,
            },
          ],
    ),
    ...[...now].flatMap(([columns, { place }]): DdlDifference[] =>
      before.has(columns)
        ? []
        : [
            {
              type: 'INDEX_ADDED',
              effect: 'none',
              name: young.name,
              old: old.place,
              new: place,
              to: columns,
            },
          ],
    ),
  ]
}
