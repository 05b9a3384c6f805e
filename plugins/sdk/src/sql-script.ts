import type {
  SqlDrop,
  SqlEnumChange,
  SqlIndex,
  SqlName,
  SqlRename,
  SqlStatement,
  SqlStatementNode,
  SqlTable,
  SqlType,
  SqlView,
} from './sql.ts'
import { SqlTableState } from './sql-table.ts'

/** What a DDL script has made after some of its statements, as PostgreSQL would run them: what is dropped is gone, what is renamed has its new name. */
export class SqlScript {
  private readonly tablesByName = new Map<string, SqlTableState>()
  private readonly viewsByName = new Map<string, SqlStatementNode<SqlView>>()
  private readonly typesByName = new Map<string, SqlStatementNode<SqlType>>()
  /** Of indexes that were given a name. */
  private readonly indexNames = new Set<string>()

  /** Those that are there now, in the order in which they were made or renamed. */
  get tables(): readonly SqlTableState[] {
    return [...this.tablesByName.values()]
  }

  /** Those that are there now. */
  get views(): readonly SqlStatementNode<SqlView>[] {
    return [...this.viewsByName.values()]
  }

  /** Those that are there now. */
  get types(): readonly SqlStatementNode<SqlType>[] {
    return [...this.typesByName.values()]
  }

  /** The table of a name as it is now, without a schema that of `public`. */
  table(name: SqlName): SqlTableState | undefined {
    return this.tablesByName.get(keyOf(name))
  }

  /** The view of a name as it is now. */
  view(name: SqlName): SqlStatementNode<SqlView> | undefined {
    return this.viewsByName.get(keyOf(name))
  }

  /** The type of a name as it is now. */
  type(name: SqlName): SqlStatementNode<SqlType> | undefined {
    return this.typesByName.get(keyOf(name))
  }

  /** Whether there is an index of a name. The schema is that of its table. */
  hasIndex(name: SqlName): boolean {
    return this.indexNames.has(keyOf(name))
  }

  /** Takes the next statement. Answers whether all of it could be followed; what speaks of tables that the script does not have cannot. */
  take(node: SqlStatementNode): boolean {
    const { value } = node
    switch (value.kind) {
      case 'table':
        if (this.table(value.table)) return false
        this.tablesByName.set(keyOf(value.table), new SqlTableState(as(node, value)))
        return true
      case 'alter-table':
        return this.alter(as(node, value))
      case 'view':
        this.viewsByName.set(keyOf(value.view), as(node, value))
        return true
      case 'index':
        return this.addIndex(as(node, value))
      case 'comment':
        this.table(value.table)?.comments.set(value.column ?? '', value.text)
        return true
      case 'type':
        this.typesByName.set(keyOf(value.name), as(node, value))
        return true
      case 'enum-change':
        return this.changeEnum(value)
      case 'drop':
        return value.names.map(name => this.drop(value, name)).every(isDone => isDone)
      case 'rename':
        return this.rename(value)
      case 'other':
        return value.says === null
      default:
        return value satisfies never
    }
  }

  private alter(node: SqlStatementNode<SqlTable>): boolean {
    const table = this.table(node.value.table)
    if (!table) return false
    const isDone = table.alter(node)
    const dropped = node.value.changes.flatMap(change =>
      change.kind === 'drop-column' && change.isCascade ? change.name : [],
    )
    if (dropped.length === 0) return isDone
    this.withoutKeysTo(node.value.table, columns => columns.some(name => dropped.includes(name)))
    // Which of the views read the column is not known.
    return isDone && this.readersOf(node.value.table).length === 0
  }

  private addIndex(node: SqlStatementNode<SqlIndex>): boolean {
    const { name, table } = node.value
    const of = this.table(table)
    if (!of || (name !== null && this.hasIndex({ schema: table.schema, name }))) return false
    of.indexes.push(node)
    if (name !== null) this.indexNames.add(keyOf({ schema: table.schema, name }))
    return true
  }

  private changeEnum({ type, value, before }: SqlEnumChange): boolean {
    const node = this.type(type)
    if (!node || (before !== null && !node.value.values.includes(before))) return false
    const kept = node.value.values.map(known => (known === before ? value : known))
    const values = kept.includes(value) ? kept : [...kept, value]
    this.typesByName.set(keyOf(type), { ...node, value: { ...node.value, values } })
    return true
  }

  private drop({ what, isCascade }: SqlDrop, name: SqlName): boolean {
    switch (what) {
      case 'table':
        return this.dropTable(name, isCascade)
      case 'view':
        if (!this.viewsByName.delete(keyOf(name))) return false
        if (isCascade) this.dropReaders(name)
        return true
      case 'index': {
        const table = this.tableWithIndex(name)
        table?.indexes.splice(table.indexAt(name.name), 1)
        this.indexNames.delete(keyOf(name))
        return table !== undefined
      }
      case 'type':
        // The columns of the type go with it: none of them is looked for.
        return this.typesByName.delete(keyOf(name)) && !isCascade
      default:
        return what satisfies never
    }
  }

  private dropTable(name: SqlName, isCascade: boolean): boolean {
    for (const { value } of this.table(name)?.indexes ?? [])
      this.indexNames.delete(keyOf({ schema: name.schema, name: value.name ?? '' }))
    if (!this.tablesByName.delete(keyOf(name))) return false
    if (!isCascade) return true
    this.withoutKeysTo(name, () => true)
    this.dropReaders(name)
    return true
  }

  private rename({ what, of, part, to }: SqlRename): boolean {
    const name = { schema: of.schema, name: to }
    switch (what) {
      case 'column':
        if (!this.table(of)?.renameColumn(part ?? '', to)) return false
        this.referring(of, reference => ({
          ...reference,
          columns: reference.columns.map(column => (column === part ? to : column)),
        }))
        return true
      case 'constraint':
        return this.table(of)?.renameConstraint(part ?? '', to) ?? false
      case 'table': {
        const table = this.table(of)
        if (!table) return this.renameView(of, name)
        this.tablesByName.delete(keyOf(of))
        this.tablesByName.set(keyOf(name), table)
        table.table = name
        this.referring(of, reference => ({ ...reference, table: name }))
        return true
      }
      case 'view':
        return this.renameView(of, name)
      case 'index': {
        const table = this.tableWithIndex(of)
        const at = table?.indexAt(of.name) ?? -1
        const node = table?.indexes[at]
        if (table && node) table.indexes[at] = { ...node, value: { ...node.value, name: to } }
        if (this.indexNames.delete(keyOf(of))) this.indexNames.add(keyOf(name))
        return node !== undefined
      }
      case 'type':
        return this.renameType(of, name)
      default:
        return what satisfies never
    }
  }

  private renameView(of: SqlName, name: SqlName): boolean {
    const view = this.view(of)
    if (!view) return false
    this.viewsByName.delete(keyOf(of))
    this.viewsByName.set(keyOf(name), { ...view, value: { ...view.value, view: name } })
    return true
  }

  private renameType(of: SqlName, name: SqlName): boolean {
    const type = this.type(of)
    if (!type) return false
    this.typesByName.delete(keyOf(of))
    this.typesByName.set(keyOf(name), { ...type, value: { ...type.value, name } })
    const before = [of.name, keyOf(of)]
    for (const table of this.tables)
      table.columns = table.columns.map(node =>
        before.includes(node.value.type)
          ? {
              ...node,
              value: { ...node.value, type: node.value.type.includes('.') ? keyOf(name) : name.name },
            }
          : node,
      )
    return true
  }

  /** Foreign keys to a table say something else of it. */
  private referring(to: SqlName, change: (reference: Reference) => Reference): void {
    for (const table of this.tables)
      table.constraints = table.constraints.map(node => {
        const { references } = node.value
        return references && keyOf(references.table) === keyOf(to)
          ? { ...node, value: { ...node.value, references: change(references) } }
          : node
      })
  }

  private withoutKeysTo(to: SqlName, isGone: (columns: readonly string[]) => boolean): void {
    for (const table of this.tables)
      table.withoutConstraints(
        ({ references }) =>
          references !== null && keyOf(references.table) === keyOf(to) && isGone(references.columns),
      )
  }

  private readersOf(name: SqlName): SqlStatementNode<SqlView>[] {
    return this.views.filter(({ value }) => value.reads.some(read => keyOf(read) === keyOf(name)))
  }

  private dropReaders(name: SqlName): void {
    for (const { value } of this.readersOf(name))
      if (this.viewsByName.delete(keyOf(value.view))) this.dropReaders(value.view)
  }

  private tableWithIndex({ schema, name }: SqlName): SqlTableState | undefined {
    return this.tables.find(
      table => (table.table.schema ?? 'public') === (schema ?? 'public') && table.indexAt(name) >= 0,
    )
  }
}

type Reference = NonNullable<SqlTable['constraints'][number]['references']>

const keyOf = ({ schema, name }: SqlName): string => `${schema ?? 'public'}.${name}`

const as = <S extends SqlStatement>(node: SqlStatementNode, value: S): SqlStatementNode<S> => ({
  ...node,
  value,
})
