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

  /** A name in a schema of which this script defines nothing belongs to another script. */
  isForeign({ schema }: SqlName): boolean {
    return schema !== null && !this.schemas.has(schema)
  }

  get names(): string[] {
    const { tables, views } = this.now
    return [...tables.map(({ table }) => table), ...views.map(({ value }) => value.view)].map(written)
  }

  private isLater(name: SqlName): boolean {
    return (this.made.get(keyOf(name)) ?? -1) > this.at
  }
}

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
