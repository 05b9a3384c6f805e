import {
  type Node,
  type SqlColumn,
  type SqlConstraint,
  type SqlIndex,
  type SqlName,
  SqlScript,
  type SqlStatement,
  type SqlTableState,
  type SqlType,
  type SqlView,
} from '@lienthong/plugin-sdk'
import type { DdlPlace } from './difference.ts'
import { type Unread, unreadOf } from './unread.ts'

/** Something of a script and where it is written. */
export interface Placed<T> {
  readonly value: T
  readonly place: DdlPlace
}

/** A table with everything that the script gives it. */
export interface Table {
  readonly name: string
  readonly place: DdlPlace
  readonly columns: Map<string, Placed<SqlColumn>>
  readonly constraints: Placed<SqlConstraint>[]
  readonly indexes: Placed<SqlIndex>[]
  readonly comments: ReadonlyMap<string, string>
  /** Form of what else its statement says. */
  readonly rest: string
}

/** What a script makes, by names. */
export interface Ddl {
  readonly tables: Map<string, Table>
  readonly types: Map<string, Placed<SqlType>>
  readonly views: Map<string, Placed<SqlView>>
  /** What the model has no words for, or speaks of what the script does not make; in order. */
  readonly unread: readonly Unread[]
}

/** A name as people read it: `public` is not written. */
export const written = ({ schema, name }: SqlName): string =>
  schema === null || schema === 'public' ? name : `${schema}.${name}`

/** Runs a script's statements in order. */
export const readDdl = (statements: readonly SqlStatement[]): Ddl => {
  const script = new SqlScript()
  const left: Unread[] = []
  for (const [statement, value] of statements.entries())
    if (!script.take({ unit: String(statement), path: [], value, text: '' }))
      left.push(unreadOf(value, { statement, path: [] }))
  return {
    tables: named(script.tables.map(tableOf), ({ name }) => name),
    types: named(script.types.map(placed), ({ value }) => written(value.name)),
    views: named(script.views.map(placed), ({ value }) => written(value.view)),
    unread: left.filter(({ unless }) => unless.length === 0 || !unless.every(name => isMade(script, name))),
  }
}

const named = <T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T> =>
  new Map(all.map(one => [nameOf(one), one]))

const isMade = (script: SqlScript, name: SqlName): boolean =>
  Boolean(script.table(name) ?? script.view(name) ?? script.type(name)) || script.hasIndex(name)

const placed = <T>({ unit, path, value }: Node<T>): Placed<T> => ({
  value,
  place: { statement: Number(unit), path },
})

const tableOf = (table: SqlTableState): Table => ({
  name: written(table.table),
  place: placed(table.statement).place,
  columns: named(table.columns.map(placed), ({ value }) => value.name),
  constraints: table.constraints.map(placed),
  indexes: table.indexes.map(placed),
  comments: table.comments,
  rest: table.statement.value.rest,
})

/** The columns of a table's primary key, empty without one. */
export const primaryKeyOf = ({ constraints }: Table): readonly string[] =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.value.columns ?? []
