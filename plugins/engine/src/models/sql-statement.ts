import type { SqlColumn, SqlConstraint, SqlIndex, SqlStatement, SqlTable } from '@lienthong/plugin-sdk'
import {
  type Ast,
  astAt,
  dottedName,
  isAst,
  listAt,
  rangeVarName,
  relationsIn,
  stringsAt,
  textOf,
} from './sql-ast.ts'

/** A statement's meaning, and the byte offsets where its columns, constraints and name begin. */
export interface ReadStatement {
  readonly value: SqlStatement
  readonly columns: readonly { readonly name: number; readonly type: number }[]
  readonly constraints: readonly number[]
  readonly name: number | null
}

/** Reads the tree of one statement into the form that rules see. */
export const readStatement = (statement: Ast): ReadStatement => {
  const [tag, body] = Object.entries(statement)[0] ?? ['', {}]
  const ast = isAst(body) ? body : {}
  const read = readers[tag]
  return read ? read(ast) : plain({ kind: 'other', tag })
}

const plain = (value: SqlStatement, name: number | null = null): ReadStatement => ({
  value,
  columns: [],
  constraints: [],
  name,
})

const readers: Readonly<Record<string, (ast: Ast) => ReadStatement>> = {
  CreateStmt: ast => tableOf('table', astAt(ast, 'relation'), listAt(ast, 'tableElts')),
  AlterTableStmt: ast => {
    const added = listAt(ast, 'cmds').map(cmd => astAt(cmd, 'AlterTableCmd', 'def'))
    return tableOf('alter-table', astAt(ast, 'relation'), added)
  },
  ViewStmt: ast =>
    plain(
      { kind: 'view', view: rangeVarName(astAt(ast, 'view')), reads: relationsIn(ast.query) },
      location(astAt(ast, 'view')),
    ),
  CreateTableAsStmt: ast => {
    const view = astAt(ast, 'into', 'rel')
    return plain({ kind: 'view', view: rangeVarName(view), reads: relationsIn(ast.query) }, location(view))
  },
  IndexStmt: ast => {
    const columns = listAt(ast, 'indexParams').map(item => textOf(astAt(item, 'IndexElem').name) ?? '')
    const table = astAt(ast, 'relation')
    const value: SqlIndex = {
      kind: 'index',
      name: textOf(ast.idxname),
      table: rangeVarName(table),
      columns,
      isUnique: ast.unique === true,
    }
    return plain(value, location(table))
  },
  CommentStmt: ast => commentOf(ast),
  CreateEnumStmt: ast =>
    plain({
      kind: 'type',
      name: dottedName(stringsAt(ast, 'typeName')),
      baseType: null,
      values: stringsAt(ast, 'vals'),
    }),
  CreateDomainStmt: ast =>
    plain({
      kind: 'type',
      name: dottedName(stringsAt(ast, 'domainname')),
      baseType: typeName(astAt(ast, 'typeName')),
      values: [],
    }),
}

const commentOf = (ast: Ast): ReadStatement => {
  const parts = stringsAt(ast, 'object', 'List', 'items')
  const isColumn = ast.objtype === 'OBJECT_COLUMN'
  if (!isColumn && ast.objtype !== 'OBJECT_TABLE') return plain({ kind: 'other', tag: 'CommentStmt' })
  return plain({
    kind: 'comment',
    table: dottedName(isColumn ? parts.slice(0, -1) : parts),
    column: isColumn ? (parts.at(-1) ?? null) : null,
    text: textOf(ast.comment) ?? '',
  })
}

const location = (ast: Ast): number | null => (typeof ast.location === 'number' ? ast.location : null)

const tableOf = (kind: SqlTable['kind'], relation: Ast, elements: readonly unknown[]): ReadStatement => {
  const columnAsts = elements.map(element => astAt(element, 'ColumnDef')).filter(isFilled)
  const tableConstraints = elements.map(element => astAt(element, 'Constraint')).filter(isFilled)
  const constraints = [
    ...columnAsts.flatMap(ast => ownConstraints(ast).map(own => ({ own, column: textOf(ast.colname) }))),
    ...tableConstraints.map(own => ({ own, column: null })),
  ].flatMap(({ own, column }) => constraintOf(own, column) ?? [])
  return {
    value: {
      kind,
      table: rangeVarName(relation),
      columns: columnAsts.map(columnOf),
      constraints: constraints.map(({ value }) => value),
    },
    columns: columnAsts.map(ast => ({
      name: location(ast) ?? 0,
      type: location(astAt(ast, 'typeName')) ?? 0,
    })),
    constraints: constraints.map(({ at }) => at),
    name: location(relation),
  }
}

const isFilled = (ast: Ast) => Object.keys(ast).length > 0

const ownConstraints = (column: Ast) => listAt(column, 'constraints').map(item => astAt(item, 'Constraint'))

const columnOf = (ast: Ast): SqlColumn => {
  const kinds = new Set(ownConstraints(ast).map(({ contype }) => contype))
  const type = astAt(ast, 'typeName')
  return {
    name: textOf(ast.colname) ?? '',
    type: typeName(type),
    typeModifiers: listAt(type, 'typmods').flatMap(item => {
      const value = astAt(item, 'A_Const', 'ival')
      return typeof value.ival === 'number' ? [value.ival] : []
    }),
    isArray: listAt(type, 'arrayBounds').length > 0,
    isNotNull: kinds.has('CONSTR_NOTNULL') || kinds.has('CONSTR_PRIMARY'),
    hasDefault: kinds.has('CONSTR_DEFAULT') || kinds.has('CONSTR_IDENTITY') || kinds.has('CONSTR_GENERATED'),
  }
}

/** Other spellings of a type; the rest is named as PostgreSQL folds it (`int4`, `varchar`, `timestamptz`). */
const typeName = (ast: Ast): string => {
  const parts = stringsAt(ast, 'names')
  return (parts[0] === 'pg_catalog' ? parts.slice(1) : parts).join('.')
}

const kinds: Readonly<Record<string, SqlConstraint['kind']>> = {
  CONSTR_PRIMARY: 'primary-key',
  CONSTR_FOREIGN: 'foreign-key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_CHECK: 'check',
}

const constraintOf = (ast: Ast, column: string | null): { value: SqlConstraint; at: number } | null => {
  const kind = kinds[String(ast.contype)]
  if (!kind) return null
  const listed = stringsAt(ast, kind === 'foreign-key' ? 'fk_attrs' : 'keys')
  const target = astAt(ast, 'pktable')
  const references = { table: rangeVarName(target), columns: stringsAt(ast, 'pk_attrs') }
  const value: SqlConstraint = {
    kind,
    name: textOf(ast.conname),
    columns: column === null ? listed : [column],
    references: kind === 'foreign-key' ? references : null,
    expression: kind === 'check' ? '' : null,
  }
  return { value, at: location(ast) ?? 0 }
}
