import type { Node } from './node.ts'

/** A table's or view's name as PostgreSQL folds it: unquoted names in lower case. `schema` is null where it is not written. */
export interface SqlName {
  readonly schema: string | null
  readonly name: string
}

/**
 * A column as written. `type` is folded and without modifiers (`character varying` is `varchar`); `typeModifiers` are the
 * numbers in brackets, words there stay with the type (`geometry(point)`). What is given in a *form* is for comparing only: two forms are equal where the same is said, in
 * whatever layout.
 */
export interface SqlColumn {
  readonly name: string
  readonly type: string
  readonly typeModifiers: readonly number[]
  readonly isArray: boolean
  readonly isNotNull: boolean
  readonly hasDefault: boolean
  /** Form of the default, or of the expression that generates the values; null without one. */
  readonly default: string | null
  /** Who gives the values of an identity or generated column: where it is `always` or `computed`, an insert must not. */
  readonly generated: 'always' | 'by-default' | 'computed' | null
  readonly collation: string | null
  /** Form of what else is said of it, '' for nothing. */
  readonly rest: string
  /** Whether it is added `if not exists` only. */
  readonly isIfMissing: boolean
}

/** What happens to the rows of a foreign key when those that it leads to go or change. */
export type SqlAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

/** Where a foreign key leads. Empty `columns` mean the primary key. */
export interface SqlReference {
  readonly table: SqlName
  readonly columns: readonly string[]
  readonly onDelete: SqlAction
  readonly onUpdate: SqlAction
}

/** A constraint of a table, whether written beside a column or on its own. `columns` are its own columns, `references` the target of a foreign key. */
export interface SqlConstraint {
  readonly kind: 'primary-key' | 'foreign-key' | 'unique' | 'check' | 'exclude'
  readonly name: string | null
  readonly columns: readonly string[]
  readonly references: SqlReference | null
  /** Text of a check's expression, else null. */
  readonly expression: string | null
  /** The values that a check allows one column, as `'a'` or `1`, where it says that and nothing else. */
  readonly values: { readonly column: string; readonly allowed: readonly string[] } | null
  /** Whether a key without a value is equal to another one (`nulls not distinct`). */
  readonly isNullEqual: boolean
  /** Form of what else is said of it; of a check the expression, unless `values` say it. */
  readonly rest: string
}

/** What `alter table` does to what is there already. */
export type SqlChange =
  | { readonly kind: 'alter-column'; readonly column: string; readonly sets: Partial<SqlColumn> }
  | {
      readonly kind: 'drop-column' | 'drop-constraint'
      readonly name: string
      readonly isIfExists: boolean
      readonly isCascade: boolean
    }

/** `create table`, and `alter table`: `columns` and `constraints` are what it adds, `changes` what it does to others. */
export interface SqlTable {
  readonly kind: 'table' | 'alter-table'
  readonly table: SqlName
  readonly columns: readonly SqlColumn[]
  readonly constraints: readonly SqlConstraint[]
  readonly changes: readonly SqlChange[]
  /** Form of what else is said of it, '' for nothing. */
  readonly rest: string
}

/** `create [materialized] view` and the relations that its query reads. */
export interface SqlView {
  readonly kind: 'view'
  readonly view: SqlName
  readonly reads: readonly SqlName[]
  /** Names of its columns; null where the query does not say them (`select *`). */
  readonly columns: readonly string[] | null
  /** Form of its query and options. */
  readonly rest: string
}

/** `create index`. An expression counts as a column named `''`. */
export interface SqlIndex {
  readonly kind: 'index'
  readonly name: string | null
  readonly table: SqlName
  readonly columns: readonly string[]
  readonly isUnique: boolean
  /** Whether a key without a value is equal to another one (`nulls not distinct`). */
  readonly isNullEqual: boolean
  /** Form of what else is said of it: expressions, `where`, method; '' for nothing. */
  readonly rest: string
}

/** `comment on table` or `comment on column`; `column` is null for a table. */
export interface SqlComment {
  readonly kind: 'comment'
  readonly table: SqlName
  readonly column: string | null
  readonly text: string
}

/** `create type` of an enumeration or of a composite type, or `create domain`. `baseType` is a domain's type, `values` an enum's labels. */
export interface SqlType {
  readonly kind: 'type'
  readonly name: SqlName
  readonly baseType: string | null
  readonly values: readonly string[]
  /** What a domain says as a column of its name would; null for the others. */
  readonly domain: SqlColumn | null
  /** A domain's checks. */
  readonly checks: readonly SqlConstraint[]
  /** A composite type's attributes. */
  readonly attributes: readonly SqlColumn[]
}

/** `alter type … add value`, and `rename value` with what it was before. */
export interface SqlEnumChange {
  readonly kind: 'enum-change'
  readonly type: SqlName
  readonly value: string
  readonly before: string | null
}

/** `drop table` and the like. */
export interface SqlDrop {
  readonly kind: 'drop'
  readonly what: 'table' | 'view' | 'index' | 'type'
  readonly names: readonly SqlName[]
  readonly isIfExists: boolean
  readonly isCascade: boolean
}

/** `alter … rename`. `part` is a column or constraint of `of`, null where that itself is renamed. */
export interface SqlRename {
  readonly kind: 'rename'
  readonly what: 'table' | 'column' | 'constraint' | 'view' | 'index' | 'type'
  readonly of: SqlName
  readonly part: string | null
  readonly to: string
}

/** Any other statement. `tag` is its kind as PostgreSQL's parser names it, e.g. `InsertStmt`. */
export interface SqlOther {
  readonly kind: 'other'
  readonly tag: string
  /** The statement without layout and comments where it may change the schema; null for data, queries and settings. */
  readonly says: string | null
}

/** A statement of a DDL script. */
export type SqlStatement =
  | SqlTable
  | SqlView
  | SqlIndex
  | SqlComment
  | SqlType
  | SqlEnumChange
  | SqlDrop
  | SqlRename
  | SqlOther

/** A statement: `at: 'key'` marks the name of what it makes, `'whole'` the statement without its semicolon. */
export interface SqlStatementNode<S extends SqlStatement = SqlStatement> extends Node<S> {
  /** The statement as written, comments included. */
  readonly text: string
}

/** A column in its table: `at: 'key'` marks its name, `'value'` its type, `'whole'` its definition. */
export interface SqlColumnNode extends Node<SqlColumn> {
  readonly parent: SqlStatementNode<SqlTable>
}

/** A constraint in its table. */
export interface SqlConstraintNode extends Node<SqlConstraint> {
  readonly parent: SqlStatementNode<SqlTable>
}
