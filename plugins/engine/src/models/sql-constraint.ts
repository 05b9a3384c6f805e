import type { SqlAction, SqlConstraint } from '@lienthong/plugin-sdk'
import { type Ast, astAt, columnsIn, isAst, listAt, rangeVarName, stringsAt, textOf } from './sql-ast.ts'
import { restOf } from './sql-form.ts'

const kinds: Readonly<Record<string, SqlConstraint['kind']>> = {
  CONSTR_PRIMARY: 'primary-key',
  CONSTR_FOREIGN: 'foreign-key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_CHECK: 'check',
  CONSTR_EXCLUSION: 'exclude',
}

const actions: Readonly<Record<string, SqlAction>> = {
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

/** A constraint, of a column where it is written beside one; null for what is read with the column. Text of a check's expression is not in the tree. */
export const constraintOf = (ast: Ast, column: string | null): SqlConstraint | null => {
  const kind = kinds[String(ast.contype)]
  if (!kind) return null
  const listed =
    kind === 'exclude' ? excluded(ast) : stringsAt(ast, kind === 'foreign-key' ? 'fk_attrs' : 'keys')
  const references = {
    table: rangeVarName(astAt(ast, 'pktable')),
    columns: stringsAt(ast, 'pk_attrs'),
    onDelete: actions[String(ast.fk_del_action)] ?? 'no action',
    onUpdate: actions[String(ast.fk_upd_action)] ?? 'no action',
  }
  const values = kind === 'check' ? allowedValues(ast.raw_expr) : null
  const read = [...readKeys, ...(values ? ['raw_expr'] : [])]
  return {
    kind,
    name: textOf(ast.conname),
    columns: column === null ? listed : [column],
    references: kind === 'foreign-key' ? references : null,
    expression: kind === 'check' ? '' : null,
    reads: [...columnsIn(ast.raw_expr, ast.exclusions, ast.where_clause), ...stringsAt(ast, 'including')],
    values,
    isNullEqual: ast.nulls_not_distinct === true,
    rest: restOf(ast, ...read),
  }
}

const readKeys = [
  'contype',
  'conname',
  'keys',
  'fk_attrs',
  'pktable',
  'pk_attrs',
  'fk_del_action',
  'fk_upd_action',
  'nulls_not_distinct',
]

const excluded = (ast: Ast): string[] =>
  listAt(ast, 'exclusions').flatMap(
    item => textOf(astAt(listAt(item, 'List', 'items')[0], 'IndexElem').name) ?? [],
  )

/** What `column in (…)` and `column = any (array[…])` list. */
const allowedValues = (expression: unknown): SqlConstraint['values'] => {
  const test = astAt(expression, 'A_Expr')
  const isEqual = stringsAt(test, 'name').join() === '='
  if (!isEqual || (test.kind !== 'AEXPR_IN' && test.kind !== 'AEXPR_OP_ANY')) return null
  const items =
    test.kind === 'AEXPR_IN'
      ? listAt(test, 'rexpr', 'List', 'items')
      : listAt(test, 'rexpr', 'A_ArrayExpr', 'elements')
  const column = stringsAt(test, 'lexpr', 'ColumnRef', 'fields')
  const allowed = items.flatMap(item => constantOf(item) ?? [])
  const isPlain = column.length === 1 && items.length > 0 && allowed.length === items.length
  return isPlain ? { column: column[0] ?? '', allowed } : null
}

const constantOf = (item: unknown): string | null => {
  const value = astAt(item, 'A_Const')
  if (isAst(value.sval)) return `'${(textOf(value.sval.sval) ?? '').replaceAll("'", "''")}'`
  if (isAst(value.ival)) return String(value.ival.ival ?? 0)
  if (isAst(value.fval)) return textOf(value.fval.fval)
  return null
}
