import type { SqlColumn } from '@lienthong/plugin-sdk'
import { type Ast, astAt, columnsIn, isAst, listAt, stringsAt, textOf } from './sql-ast.ts'
import { formOf } from './sql-form.ts'

/** The constraints that are written beside a column. */
export const ownConstraints = (column: Ast): Ast[] =>
  listAt(column, 'constraints').map(item => astAt(item, 'Constraint'))

/** Those of which nothing is left to say once the column and its table's constraints are read. */
const read = new Set([
  'CONSTR_NOTNULL',
  'CONSTR_NULL',
  'CONSTR_DEFAULT',
  'CONSTR_GENERATED',
  'CONSTR_PRIMARY',
  'CONSTR_UNIQUE',
  'CONSTR_CHECK',
  'CONSTR_FOREIGN',
])

export const columnOf = (ast: Ast, isIfMissing = false): SqlColumn => {
  const constraints = ownConstraints(ast)
  const of = (kind: string) => constraints.find(({ contype }) => contype === kind)
  const identity = of('CONSTR_IDENTITY')
  const computed = of('CONSTR_GENERATED')
  const given = of('CONSTR_DEFAULT') ?? computed
  const others = constraints.filter(
    ({ contype }) => !read.has(String(contype)) && contype !== identity?.contype,
  )
  return {
    name: textOf(ast.colname) ?? '',
    ...typeOf(ast),
    isNotNull: Boolean(of('CONSTR_NOTNULL') ?? of('CONSTR_PRIMARY') ?? identity),
    hasDefault: Boolean(given ?? identity),
    default: given ? formOf(given.raw_expr) : null,
    reads: columnsIn(computed?.raw_expr),
    generated: computed ? 'computed' : identity ? identityOf(identity) : null,
    rest: formOf({
      ...others,
      ...pick(ast, 'storage_name', 'compression', 'fdwoptions'),
      ...(computed && computed.generated_kind !== 's' ? pick(computed, 'generated_kind') : {}),
      ...(identity ? pick(identity, 'options') : {}),
    }),
    isIfMissing,
  }
}

/** A column's type, as `create` and `alter column … type` write it. */
export const typeOf = (ast: Ast): Pick<SqlColumn, 'type' | 'typeModifiers' | 'isArray' | 'collation'> => {
  const type = astAt(ast, 'typeName')
  const modifiers = listAt(type, 'typmods')
  const numbers = modifiers.flatMap(item => {
    const value = astAt(item, 'A_Const').ival
    return isAst(value) ? [typeof value.ival === 'number' ? value.ival : 0] : []
  })
  const collation = stringsAt(ast, 'collClause', 'collname')
  const words = modifiers.flatMap(item => wordOf(item) ?? [])
  return {
    type: typeName(type) + (words.length > 0 ? `(${words.join(', ')})` : ''),
    typeModifiers: numbers,
    isArray: listAt(type, 'arrayBounds').length > 0,
    collation: collation.length > 0 ? collation.join('.') : null,
  }
}

/** A modifier that is no number: `geometry(point, 4326)`. */
const wordOf = (item: unknown): string | null => {
  if (isAst(astAt(item, 'A_Const').ival)) return null
  const column = stringsAt(item, 'ColumnRef', 'fields')
  return column.length > 0 ? column.join('.') : formOf(item)
}

/** Other spellings of a type; the rest is named as PostgreSQL folds it (`int4`, `varchar`, `timestamptz`). */
export const typeName = (ast: Ast): string => {
  const parts = stringsAt(ast, 'names')
  return (parts[0] === 'pg_catalog' ? parts.slice(1) : parts).join('.')
}

export const identityOf = ({ generated_when }: Ast): SqlColumn['generated'] =>
  generated_when === 'a' ? 'always' : 'by-default'

const pick = (ast: Ast, ...keys: readonly string[]): Ast =>
  Object.fromEntries(keys.filter(key => key in ast).map(key => [key, ast[key]]))
