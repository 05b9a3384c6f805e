import type { SqlTableFacts } from './document.ts'
import type {
  SqlChange,
  SqlColumn,
  SqlColumnNode,
  SqlConstraint,
  SqlConstraintNode,
  SqlIndex,
  SqlName,
  SqlStatementNode,
  SqlTable,
} from './sql.ts'

/** A table as the statements up to some point leave it. Its nodes keep the place where they were written first. */
export class SqlTableState implements SqlTableFacts {
  /** Its name now. */
  table: SqlName
  /** Those that are there now. */
  columns: SqlColumnNode[] = []
  /** Those that are there now. */
  constraints: SqlConstraintNode[] = []
  /** Those that are on it now. */
  indexes: SqlStatementNode<SqlIndex>[] = []
  /** Comments by column, that of the table by ''. */
  readonly comments = new Map<string, string>()
  /** Whether it has columns that no statement of its own writes. */
  hasMoreColumns = false

  /** As `create table` makes it. */
  constructor(
    /** The `create table`. */
    readonly statement: SqlStatementNode<SqlTable>,
  ) {
    this.table = statement.value.table
    this.add(statement)
  }

  /** The column that has the name now. */
  column(name: string): SqlColumnNode | undefined {
    return this.columns.find(({ value }) => value.name === name)
  }

  /** Does what a statement says of the table; answers whether all of it could be done. */
  alter(node: SqlStatementNode<SqlTable>): boolean {
    const { changes, rest } = node.value
    // PostgreSQL's order: a column that is dropped makes room for one of its name, one that is added may be altered.
    const isEarly = (change: SqlChange) => change.kind !== 'alter-column' || change.sets.type !== undefined
    const early = changes.filter(isEarly).map(change => this.change(change))
    const isFree = node.value.columns.every(({ name, isIfMissing }) => isIfMissing || !this.column(name))
    this.add(node)
    const late = changes.filter(change => !isEarly(change)).map(change => this.change(change))
    return rest === '' && isFree && [...early, ...late].every(isDone => isDone)
  }

  /** Another name for a column, wherever the table says it. Answers whether there is one. */
  renameColumn(from: string, to: string): boolean {
    if (!this.column(from)) return false
    const named = (name: string) => (name === from ? to : name)
    this.columns = this.columns.map(node => ({
      ...node,
      value: {
        ...node.value,
        name: named(node.value.name),
        default: node.value.default && inForm(node.value.default, from, to),
        reads: node.value.reads.map(named),
      },
    }))
    this.constraints = this.constraints.map(node => ({ ...node, value: renamed(node.value, from, to) }))
    this.indexes = this.indexes.map(node => {
      const { columns, reads, rest } = node.value
      const names = { columns: columns.map(named), reads: reads.map(named) }
      const value = { ...node.value, ...names, rest: inForm(rest, from, to) }
      return { ...node, value }
    })
    const comment = this.comments.get(from)
    this.comments.delete(from)
    if (comment !== undefined) this.comments.set(to, comment)
    return true
  }

  /** Another name for a constraint, given or made up by PostgreSQL. Answers whether there is one. */
  renameConstraint(from: string, to: string): boolean {
    const at = this.constraintAt(from)
    const node = this.constraints[at]
    if (node) this.constraints[at] = { ...node, value: { ...node.value, name: to } }
    return node !== undefined
  }

  /** Leaves out constraints, those of foreign keys to what is gone for one. */
  withoutConstraints(isGone: (constraint: SqlConstraint) => boolean): void {
    this.constraints = this.constraints.filter(({ value }) => !isGone(value))
  }

  /** Where the index of a name is, whether it was given or PostgreSQL made it up; -1 for nowhere. */
  indexAt(name: string): number {
    return this.indexes.findIndex(
      ({ value }) => (value.name ?? `${value.table.name}_${value.columns.join('_')}_idx`) === name,
    )
  }

  private add(node: SqlStatementNode<SqlTable>): void {
    const { unit, value } = node
    this.hasMoreColumns ||= value.hasMoreColumns
    for (const [index, column] of value.columns.entries())
      if (!column.isIfMissing || !this.column(column.name))
        this.columns.push({ unit, path: ['columns', index], value: column, parent: node })
    for (const [index, constraint] of value.constraints.entries())
      this.constraints.push({ unit, path: ['constraints', index], value: constraint, parent: node })
  }

  private change(change: SqlChange): boolean {
    switch (change.kind) {
      case 'alter-column': {
        const at = this.columns.findIndex(({ value }) => value.name === change.column)
        const node = this.columns[at]
        if (node) this.columns[at] = { ...node, value: { ...plainly(node.value), ...change.sets } }
        return node !== undefined
      }
      case 'drop-column':
        return this.dropColumn(change.name)
      case 'drop-constraint':
        return this.dropConstraint(change.name)
      default:
        return change satisfies never
    }
  }

  /** With a column go the constraints and indexes that speak of it. */
  private dropColumn(name: string): boolean {
    if (!this.column(name)) return false
    const isOther = ({ value }: { readonly value: SqlConstraint | SqlIndex }) =>
      !value.columns.includes(name) && !value.reads.includes(name)
    this.columns = this.columns.filter(({ value }) => value.name !== name)
    this.constraints = this.constraints.filter(isOther)
    this.indexes = this.indexes.filter(isOther)
    this.comments.delete(name)
    return true
  }

  /** The columns of a primary key stay not null. */
  private dropConstraint(name: string): boolean {
    const [node] = this.constraints.splice(...atOne(this.constraintAt(name)))
    if (node?.value.kind === 'primary-key')
      this.columns = this.columns.map(column =>
        node.value.columns.includes(column.value.name)
          ? { ...column, value: { ...column.value, isNotNull: true } }
          : column,
      )
    return node !== undefined
  }

  private constraintAt(name: string): number {
    return this.constraints.findIndex(
      ({ value, parent }) => (value.name ?? impliedName(value, parent)) === name,
    )
  }
}

/** A serial column is an integer with a default. */
const plainly = (column: SqlColumn): SqlColumn => {
  const type = Object.hasOwn(serials, column.type) ? serials[column.type] : undefined
  return type ? { ...column, type, isNotNull: true, hasDefault: true, default: 'serial' } : column
}

const serials: Readonly<Record<string, string>> = { smallserial: 'int2', serial: 'int4', bigserial: 'int8' }

/** The name that PostgreSQL gives a constraint without one. */
const impliedName = ({ kind, columns }: SqlConstraint, { value }: SqlStatementNode<SqlTable>): string =>
  [value.table.name, ...(kind === 'primary-key' ? [] : columns), endings[kind]].join('_')

const endings: Readonly<Record<SqlConstraint['kind'], string>> = {
  'primary-key': 'pkey',
  'foreign-key': 'fkey',
  unique: 'key',
  check: 'check',
  exclude: 'excl',
}

const renamed = (constraint: SqlConstraint, from: string, to: string): SqlConstraint => {
  const { columns, reads, values, rest, expression } = constraint
  const named = (name: string) => (name === from ? to : name)
  return {
    ...constraint,
    columns: columns.map(named),
    reads: reads.map(named),
    values: values && { ...values, column: named(values.column) },
    expression:
      expression?.replace(
        new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped(from)}(?![\\p{L}\\p{N}_$])`, 'gu'),
        () => to,
      ) ?? null,
    rest: inForm(rest, from, to),
  }
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** How a form writes a column, in an expression and as what an index is over. */
const inTree = (name: string): string => `"fields":[{"String":{"sval":${JSON.stringify(name)}}}]`
const asElement = (name: string): string => `"IndexElem":{"name":${JSON.stringify(name)},`

const inForm = (form: string, from: string, to: string): string =>
  form.replaceAll(inTree(from), () => inTree(to)).replaceAll(asElement(from), () => asElement(to))

const atOne = (index: number): [number, number] => (index < 0 ? [0, 0] : [index, 1])
