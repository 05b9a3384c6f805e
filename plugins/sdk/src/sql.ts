import type { Node } from './node.ts'

/** A table's or view's name as PostgreSQL folds it: unquoted names in lower case. `schema` is null where it is not written. */
export interface SqlName {
  readonly schema: string | null
  readonly name: string
}

/** A column as written. `type` is folded and without modifiers (`character varying` is `varchar`); `typeModifiers` are the numbers in brackets. */
export interface SqlColumn {
  readonly name: string
  readonly type: string
  readonly typeModifiers: readonly number[]
  readonly isArray: boolean
  readonly isNotNull: boolean
  readonly hasDefault: boolean
}

/** A constraint of a table, whether written beside a column or on its own. `columns` are its own columns, `references` the target of a foreign key; an empty `columns` there means the target's primary key. */
export interface SqlConstraint {
  readonly kind: 'primary-key' | 'foreign-key' | 'unique' | 'check'
  readonly name: string | null
  readonly columns: readonly string[]
  readonly references: { readonly table: SqlName; readonly columns: readonly string[] } | null
  /** Text of a check's expression, else null. */
  readonly expression: string | null
}

/** `create table`, and `alter table … add` with what it adds. */
export interface SqlTable {
  readonly kind: 'table' | 'alter-table'
  readonly table: SqlName
  readonly columns: readonly SqlColumn[]
  readonly constraints: readonly SqlConstraint[]
}

/** `create [materialized] view` and the relations that its query reads. */
export interface SqlView {
  readonly kind: 'view'
  readonly view: SqlName
  readonly reads: readonly SqlName[]
}

/** `create index`. An expression counts as a column named `''`. */
export interface SqlIndex {
  readonly kind: 'index'
  readonly name: string | null
  readonly table: SqlName
  readonly columns: readonly string[]
  readonly isUnique: boolean
}

/** `comment on table` or `comment on column`; `column` is null for a table. */
export interface SqlComment {
  readonly kind: 'comment'
  readonly table: SqlName
  readonly column: string | null
  readonly text: string
}

/** `create type … as enum` or `create domain`. `baseType` is a domain's type, `values` an enum's labels. */
export interface SqlType {
  readonly kind: 'type'
  readonly name: SqlName
  readonly baseType: string | null
  readonly values: readonly string[]
}

/** Any other statement. `tag` is its kind as PostgreSQL's parser names it, e.g. `InsertStmt`. */
export interface SqlOther {
  readonly kind: 'other'
  readonly tag: string
}

/** A statement of a DDL script. */
export type SqlStatement = SqlTable | SqlView | SqlIndex | SqlComment | SqlType | SqlOther

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
