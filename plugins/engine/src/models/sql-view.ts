import type { SqlView } from '@lienthong/plugin-sdk'
import { type Ast, astAt, isAst, listAt, rangeVarName, relationsIn, stringsAt, textOf } from './sql-ast.ts'
import { restOf } from './sql-form.ts'

/** A view, or a table that is made by a query. */
export const viewOf = (ast: Ast, name: Ast): SqlView => ({
  kind: 'view',
  view: rangeVarName(name),
  reads: relationsIn(ast.query),
  columns: columnsOf(ast),
  rest: restOf({ ...ast, into: { ...astAt(ast, 'into'), rel: null } }, 'view', 'replace', 'if_not_exists'),
})

/** The names that the view gives, else those of the first query; null where one of them is not said. */
const columnsOf = (ast: Ast): readonly string[] | null => {
  const given = stringsAt(ast, 'aliases')
  const listed = given.length > 0 ? given : stringsAt(ast, 'into', 'colNames')
  let query = astAt(ast, 'query', 'SelectStmt')
  while (isAst(query.larg)) query = query.larg
  const names = listAt(query, 'targetList').map(item => nameOf(astAt(item, 'ResTarget')))
  const all = [...listed, ...names.slice(listed.length)]
  const said = all.flatMap(name => name ?? [])
  return said.length === all.length ? said : null
}

const nameOf = ({ name, val }: Ast): string | null =>
  textOf(name) ?? textOf(astAt(listAt(val, 'ColumnRef', 'fields').at(-1), 'String').sval)
