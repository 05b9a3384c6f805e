import type { SqlColumnNode, SqlDocument, SqlName, SqlTableFacts } from '@lienthong/plugin-sdk'

/** A name as people read it: `public` is not written. */
export const written = ({ schema, name }: SqlName): string =>
  schema === null || schema === 'public' ? name : `${schema}.${name}`

/** What a script defines, for looking names up. */
export class Catalogue {
  private readonly tables = new Map<string, SqlTableFacts>()
  private readonly relations = new Set<string>()
  private readonly schemas = new Set<string>(['public'])

  constructor({ tables, views }: SqlDocument) {
    for (const table of tables) {
      const key = keyOf(table.table)
      if (!this.tables.has(key)) this.tables.set(key, table)
      this.add(table.table)
    }
    for (const view of views) this.add(view.value.view)
  }

  table(name: SqlName): SqlTableFacts | undefined {
    return this.tables.get(keyOf(name))
  }

  hasRelation(name: SqlName): boolean {
    return this.relations.has(keyOf(name))
  }

  /** A name in a schema of which this script defines nothing belongs to another script. */
  isForeign({ schema }: SqlName): boolean {
    return schema !== null && !this.schemas.has(schema)
  }

  get names(): string[] {
    return [...this.relations].map(key => key.replace(/^public\./, ''))
  }

  private add(name: SqlName): void {
    this.relations.add(keyOf(name))
    if (name.schema !== null) this.schemas.add(name.schema)
  }
}

const keyOf = ({ schema, name }: SqlName): string => `${schema ?? 'public'}.${name}`

export const columnOf = ({ columns }: SqlTableFacts, name: string): SqlColumnNode | undefined =>
  columns.find(column => column.value.name === name)

/** The columns of a table's primary key, empty without one. */
export const primaryKeyOf = ({ constraints }: SqlTableFacts): readonly string[] =>
  constraints.find(({ value }) => value.kind === 'primary-key')?.value.columns ?? []
