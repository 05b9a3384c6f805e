import type { SqlName, SqlStatement } from '@lienthong/plugin-sdk'
import type { DdlDifference, DdlPlace } from './difference.ts'

/** A statement of which nobody can tell what it does to what its script makes. */
export interface Unread {
  /** The same where the same is said. */
  readonly key: string
  /** For people. */
  readonly text: string
  readonly place: DdlPlace
  /** Where the script makes one of these after all, the statement only cleared the way. */
  readonly unless: readonly SqlName[]
}

export const unreadOf = (value: SqlStatement, place: DdlPlace): Unread => ({
  key: JSON.stringify(value),
  text: textOf(value),
  place,
  unless: value.kind === 'drop' && value.isIfExists ? value.names : [],
})

/** Statements that only one of the scripts has, or that stand in another order: what they do, and whether it fits what was there, cannot be told. */
export const compareUnread = (old: readonly Unread[], young: readonly Unread[]): DdlDifference[] => {
  const gained = without(young, old)
  const lost = without(old, young)
  const found = [
    ...lost.map(({ text, place }) => difference(text, place, null)),
    ...gained.map(({ text, place }) => difference(text, null, place)),
  ]
  if (found.length > 0) return found
  const moved = young.findIndex(({ key }, at) => key !== old[at]?.key)
  const [before, now] = [old[moved], young[moved]]
  return before && now ? [difference(now.text, before.place, now.place)] : []
}

const difference = (name: string, old: DdlPlace | null, young: DdlPlace | null): DdlDifference => ({
  type: 'STATEMENT_NOT_COMPARABLE',
  effect: 'both',
  name,
  old,
  new: young,
})

/** Those of the first that the second has not, or not as often. */
const without = (some: readonly Unread[], others: readonly Unread[]): Unread[] => {
  const counts = new Map<string, number>()
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1)
  return some.filter(({ key }) => {
    const left = counts.get(key) ?? 0
    counts.set(key, left - 1)
    return left <= 0
  })
}

const written = ({ schema, name }: SqlName): string =>
  schema === null || schema === 'public' ? name : `${schema}.${name}`

const textOf = (value: SqlStatement): string => {
  switch (value.kind) {
    case 'table':
      return `create table ${written(value.table)}`
    case 'alter-table':
      return `alter table ${written(value.table)}`
    case 'view':
      return `create view ${written(value.view)}`
    case 'index':
      return `create index on ${written(value.table)}`
    case 'comment':
      return `comment on ${written(value.table)}`
    case 'type':
      return `create type ${written(value.name)}`
    case 'enum-change':
      return `alter type ${written(value.type)}`
    case 'drop':
      return `drop ${value.what} ${value.names.map(written).join(', ')}`
    case 'rename':
      return `alter ${value.part === null ? value.what : 'table'} ${written(value.of)} rename to ${value.to}`
    case 'other':
      return value.says ?? value.tag
    default:
      return value satisfies never
  }
}
