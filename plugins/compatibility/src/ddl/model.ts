import type {
  SqlColumn,
  SqlConstraint,
  SqlIndex,
  SqlName,
  SqlStatement,
  SqlType,
  SqlView,
} from '@lienthong/plugin-sdk'
import type { DdlPlace } from './difference.ts'

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
  readonly comments: Map<string, string>
}

/** What a script makes, by names. */
export interface Ddl {
  readonly tables: Map<string, Table>
  readonly types: Map<string, Placed<SqlType>>
  readonly views: Map<string, Placed<SqlView>>
}

/** A name as people read it: `public` is not written. */
export const written = ({ schema, name }: SqlName): string =>
  schema === null || schema === 'public' ? name : `${schema}.${name}`

/** Reads a script's statements. What names a table that the script does not make is another script's. */
export const readDdl = (statements: readonly SqlStatement[]): Ddl => {
  const ddl: Ddl = { tables: new Map(), types: new Map(), views: new Map() }
  for (const [statement, value] of statements.entries()) take(ddl, value, { statement, path: [] })
  return ddl
}

const take = ({ tables, types, views }: Ddl, value: SqlStatement, place: DdlPlace): void => {
  switch (value.kind) {
    case 'table':
    case 'alter-table': {
      const name = written(value.table)
      const known = tables.get(name) ?? (value.kind === 'table' ? emptyTable(name, place) : undefined)
      if (!known) return
      tables.set(name, known)
      for (const [i, column] of value.columns.entries())
        known.columns.set(column.name, { value: column, place: { ...place, path: ['columns', i] } })
      for (const [i, constraint] of value.constraints.entries())
        known.constraints.push({ value: constraint, place: { ...place, path: ['constraints', i] } })
      return
    }
    case 'index':
      tables.get(written(value.table))?.indexes.push({ value, place })
      return
    case 'comment':
      tables.get(written(value.table))?.comments.set(value.column ?? '', value.text)
      return
    case 'type':
      types.set(written(value.name), { value, place })
      return
    case 'view':
      views.set(written(value.view), { value, place })
      return
    case 'other':
      return
    default:
      value satisfies never
  }
}

const emptyTable = (name: string, place: DdlPlace): Table => ({
  name,
  place,
  columns: new Map(),
  constraints: [],
  indexes: [],
  comments: new Map(),
})

/** The columns of a table's primary key, empty without one. */
export const primaryKeyOf = ({ constraints }: Table): readonly string[] =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.value.columns ?? []
