import type { Node } from './node.ts'

/** A table's or view's name as PostgreSQL folds it: unquoted names in lower case. */
export interface SqlName {
  /** Null where it is not written, which means `public`. */
  readonly schema: string | null
  /** Without its schema. */
  readonly name: string
}

/**
 * A column as written. What is given in a *form* is for comparing only: two forms are equal where the same is said, in
 * whatever layout.
 */
export interface SqlColumn {
  /** As PostgreSQL folds it. */
  readonly name: string
  /** Folded and without modifiers: `character varying` is `varchar`, `int` is `int4`. */
  readonly type: string
  /** The numbers in brackets: length, or precision and scale. Words there stay with the type: `geometry(point)`. */
  readonly typeModifiers: readonly number[]
  /** Of the type (`text[]`). */
  readonly isArray: boolean
  /** By what is said beside it: `not null`, `primary key`, identity; not by a key of the table. */
  readonly isNotNull: boolean
  /** By `default`, identity or `generated`; `serial` says it by its type. */
  readonly hasDefault: boolean
  /** Form of the default, or of the expression that generates the values; null without one. */
  readonly default: string | null
  /** Columns that the expression of a generated column names; the table's name stands for its whole row. */
  readonly reads: readonly string[]
  /** Who gives the values of an identity or generated column: where it is `always` or `computed`, an insert must not. */
  readonly generated: 'always' | 'by-default' | 'computed' | null
  /** By name; null where the database decides. */
  readonly collation: string | null
  /** Form of what else is said of it, '' for nothing. */
  readonly rest: string
  /** Whether it is added `if not exists` only. */
  readonly isIfMissing: boolean
}

/** What happens to the rows of a foreign key when those that it leads to go or change. */
export type SqlAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

/** Where a foreign key leads. */
export interface SqlReference {
  /** The one that it leads to. */
  readonly table: SqlName
  /** Empty for the primary key. */
  readonly columns: readonly string[]
  /** `no action` where nothing is said. */
  readonly onDelete: SqlAction
  /** `no action` where nothing is said. */
  readonly onUpdate: SqlAction
}

/** A constraint of a table, whether written beside a column or on its own. */
export interface SqlConstraint {
  /** What it demands. */
  readonly kind: 'primary-key' | 'foreign-key' | 'unique' | 'check' | 'exclude'
  /** Null where PostgreSQL makes one up. */
  readonly name: string | null
  /** Its own, in the order of the key; of a check the one that it stands beside. */
  readonly columns: readonly string[]
  /** Where a foreign key leads, else null. */
  readonly references: SqlReference | null
  /** Text of a check's expression, else null. */
  readonly expression: string | null
  /** Columns that it names in expressions, `where` and `include`; the table's name stands for its whole row. */
  readonly reads: readonly string[]
  /** The values that a check allows one column, as `'a'` or `1`, where it says that and nothing else. */
  readonly values: {
    /** Its name. */
    readonly column: string
    /** In the order in which they are written. */
    readonly allowed: readonly string[]
  } | null
  /** Whether a key without a value is equal to another one (`nulls not distinct`). */
  readonly isNullEqual: boolean
  /** Form of what else is said of it; of a check the expression, unless `values` say it. */
  readonly rest: string
}

/** What `alter table` does to what is there already. */
export type SqlChange =
  | {
      readonly kind: 'alter-column'
      /** The one that is changed. */
      readonly column: string
      /** What is other afterwards. */
      readonly sets: Partial<SqlColumn>
    }
  | {
      readonly kind: 'drop-column' | 'drop-constraint'
      /** Of the column or constraint. */
      readonly name: string
      /** It is no failure where there is none. */
      readonly isIfExists: boolean
      /** What depends on it goes, too. */
      readonly isCascade: boolean
    }

/** `create table`, and `alter table`: `columns` and `constraints` are what it adds, `changes` what it does to others. */
export interface SqlTable {
  /** `table` makes one, `alter-table` changes one. */
  readonly kind: 'table' | 'alter-table'
  /** The one that is made or changed. */
  readonly table: SqlName
  /** In the order in which they are written. */
  readonly columns: readonly SqlColumn[]
  /** Those beside columns and those on their own. */
  readonly constraints: readonly SqlConstraint[]
  /** What `alter table` does to what is there; none for `create table`. */
  readonly changes: readonly SqlChange[]
  /** Whether it gets columns that are written elsewhere: by `like`, by inheritance, as a partition, of a type. */
  readonly hasMoreColumns: boolean
  /** Form of what else is said of it, '' for nothing. */
  readonly rest: string
}

/** `create [materialized] view` and the relations that its query reads. */
export interface SqlView {
  readonly kind: 'view'
  /** The one that is made. */
  readonly view: SqlName
  /** Tables and views that its query names. */
  readonly reads: readonly SqlName[]
  /** Names of its columns; null where the query does not say them (`select *`). */
  readonly columns: readonly string[] | null
  /** Form of its query and options. */
  readonly rest: string
}

/** `create index`. */
export interface SqlIndex {
  readonly kind: 'index'
  /** Null where PostgreSQL makes one up. */
  readonly name: string | null
  /** The one that it is on. */
  readonly table: SqlName
  /** In the order of the key, '' for an expression. */
  readonly columns: readonly string[]
  /** Columns that it names in expressions, `where` and `include`; the table's name stands for its whole row. */
  readonly reads: readonly string[]
  /** No two rows may have the same key. */
  readonly isUnique: boolean
  /** Whether a key without a value is equal to another one (`nulls not distinct`). */
  readonly isNullEqual: boolean
  /** Form of what else is said of it: expressions, `where`, method; '' for nothing. */
  readonly rest: string
}

/** `comment on table` or `comment on column`. */
export interface SqlComment {
  readonly kind: 'comment'
  /** The one that is spoken of. */
  readonly table: SqlName
  /** Null for the table itself. */
  readonly column: string | null
  /** '' where the comment is taken away. */
  readonly text: string
}

/** `create type` of an enumeration or of a composite type, or `create domain`. */
export interface SqlType {
  readonly kind: 'type'
  /** The one that is made. */
  readonly name: SqlName
  /** Of a domain, as {@link SqlColumn} has its `type`; null for the others. */
  readonly baseType: string | null
  /** Of an enumeration, in their order; none for the others. */
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
  /** The enumeration. */
  readonly type: SqlName
  /** The label that is there afterwards. */
  readonly value: string
  /** The label that it replaces; null where it is a further one. */
  readonly before: string | null
}

/** `drop table` and the like. */
export interface SqlDrop {
  readonly kind: 'drop'
  /** Of which kind all of them are. */
  readonly what: 'table' | 'view' | 'index' | 'type'
  /** One statement may drop several. */
  readonly names: readonly SqlName[]
  /** It is no failure where there is none. */
  readonly isIfExists: boolean
  /** What depends on it goes, too. */
  readonly isCascade: boolean
}

/** `alter … rename`. */
export interface SqlRename {
  readonly kind: 'rename'
  /** Of which kind it is that gets another name. */
  readonly what: 'table' | 'column' | 'constraint' | 'view' | 'index' | 'type'
  /** What has the name, or the table that has the part. */
  readonly of: SqlName
  /** A column or constraint of `of`; null where that itself is renamed. */
  readonly part: string | null
  /** The name afterwards. */
  readonly to: string
}

/** Any other statement. */
export interface SqlOther {
  readonly kind: 'other'
  /** As PostgreSQL's parser names it: `InsertStmt`. */
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
  /** The statement that wrote it. */
  readonly parent: SqlStatementNode<SqlTable>
}

/** A constraint in its table. */
export interface SqlConstraintNode extends Node<SqlConstraint> {
  /** The statement that wrote it. */
  readonly parent: SqlStatementNode<SqlTable>
}
