import {
  type SqlColumnNode,
  type SqlDocument,
  type SqlName,
  SqlScript,
  type SqlStatement,
  type SqlStatementNode,
  type SqlTableFacts,
  type SqlTableState,
} from '@lienthong/plugin-sdk'

/** A name as people read it: `public` is not written. */
export const written = ({ schema, name }: SqlName): string =>
  schema === null || schema === 'public' ? name : `${schema}.${name}`

/** Called around each statement, with what there is before it and behind it. */
export interface Walk {
  before?(node: SqlStatementNode): void
  after?(node: SqlStatementNode): void
}

/** What a script has at each of its statements, for looking names up. What it makes only later counts as there: in which order tables come is no question of names. */
export class Catalogue {
  private readonly now = new SqlScript()
  private readonly end = new SqlScript()
  /** Of each relation the last statement that makes it. */
  private readonly made = new Map<string, number>()
  private readonly schemas = new Set<string>(['public'])
  private at = 0
  /** Whether a statement came that may have changed anything. */
  private isDynamic = false

  constructor(private readonly facts: SqlDocument) {
    for (const [index, node] of facts.statements.entries()) {
      this.end.take(node)
      const name = madeBy(node.value)
      if (name) this.made.set(keyOf(name), index)
      if (name?.schema) this.schemas.add(name.schema)
    }
  }

  walk({ before, after }: Walk): void {
    for (const [index, node] of this.facts.statements.entries()) {
      this.at = index
      before?.(node)
      this.now.take(node)
      this.isDynamic ||= isDynamic(node)
      after?.(node)
    }
  }

  /** A table as it is at the statement, or as it will be when it is made. */
  table(name: SqlName): SqlTableState | undefined {
    return this.now.table(name) ?? (this.isLater(name) ? this.end.table(name) : undefined)
  }

  hasRelation(name: SqlName): boolean {
    return this.isThere(name) || this.isLater(name)
  }

  /** Whether a table, view or index has the name at the statement. */
  isThere(name: SqlName): boolean {
    return Boolean(this.now.table(name) ?? this.now.view(name)) || this.now.hasIndex(name)
  }

  /** A name in a schema of which this script defines nothing belongs to another script; after a dynamic statement any may be there. */
  isForeign({ schema }: SqlName): boolean {
    return this.isDynamic || (schema !== null && !this.schemas.has(schema))
  }

  /** Whether all columns and keys of a table are known. */
  isWhole({ hasMoreColumns }: SqlTableState): boolean {
    return !hasMoreColumns && !this.isDynamic
  }

  /** Those of the columns that a table certainly does not have. */
  lacking(table: SqlTableState, columns: readonly string[]): readonly string[] {
    if (!this.isWhole(table)) return []
    return columns.filter(name => !columnOf(table, name) && !systemColumns.has(name))
  }

  /** The same of what expressions name: there the table's name is its whole row. */
  lackingIn(table: SqlTableState, reads: readonly string[]): readonly string[] {
    return this.lacking(
      table,
      reads.filter(name => name !== table.table.name),
    )
  }

  get names(): string[] {
    const { tables, views } = this.now
    return [...tables.map(({ table }) => table), ...views.map(({ value }) => value.view)].map(written)
  }

  private isLater(name: SqlName): boolean {
    return (this.made.get(keyOf(name)) ?? -1) > this.at
  }
}

/** Those that every table has. */
const systemColumns = new Set(['tableoid', 'ctid', 'xmin', 'xmax', 'cmin', 'cmax'])

/** Runs what nobody reads. Of functions those count that say it by their name, as PostGIS's `AddGeometryColumn`. */
export const isDynamic = ({ value, text }: SqlStatementNode): boolean =>
  value.kind === 'other' &&
  (running.has(value.tag) || (value.tag === 'SelectStmt' && /\b(?:add|drop)\w*column\b/i.test(text)))

const running = new Set(['DoStmt', 'CallStmt', 'ExecuteStmt'])

/** The table or view that there is after a statement and was not before it. */
const madeBy = (statement: SqlStatement): SqlName | null => {
  switch (statement.kind) {
    case 'table':
      return statement.table
    case 'view':
      return statement.view
    case 'rename':
      return statement.part === null ? { schema: statement.of.schema, name: statement.to } : null
    default:
      return null
  }
}

const keyOf = ({ schema, name }: SqlName): string => `${schema ?? 'public'}.${name}`

export const columnOf = ({ columns }: SqlTableFacts, name: string): SqlColumnNode | undefined =>
  columns.find(column => column.value.name === name)

/** What of a table a statement wrote. */
export const writtenBy = <T extends { readonly unit: string }>(
  nodes: readonly T[] | undefined,
  { unit }: SqlStatementNode,
): readonly T[] => nodes?.filter(node => node.unit === unit) ?? []

/** The columns of a table's primary key, empty without one. */
export const primaryKeyOf = ({ constraints }: SqlTableFacts): readonly string[] =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.value.columns ?? []
