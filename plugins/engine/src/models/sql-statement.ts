import type { SqlIndex, SqlStatement, SqlTable } from '@lienthong/plugin-sdk'
import { dropOf, readCommand, renameOf } from './sql-alter.ts'
import {
  type Ast,
  astAt,
  columnsIn,
  dottedName,
  isAst,
  listAt,
  rangeVarName,
  stringsAt,
  textOf,
} from './sql-ast.ts'
import { columnOf, ownConstraints, typeName } from './sql-column.ts'
import { constraintOf } from './sql-constraint.ts'
import { formOf, restOf } from './sql-form.ts'
import { viewOf } from './sql-view.ts'

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
  return read?.(ast) ?? other(tag)
}

/** The words of what may change the schema are put in by who has the text. */
const other = (tag: string): ReadStatement => plain({ kind: 'other', tag, says: null })

const plain = (value: SqlStatement, name: number | null = null): ReadStatement => ({
  value,
  columns: [],
  constraints: [],
  name,
})

/** Null where a statement of the kind says what the model has no words for. */
const readers: Readonly<Record<string, (ast: Ast) => ReadStatement | null>> = {
  CreateStmt: ast => {
    const relation = astAt(ast, 'relation')
    const elements = listAt(ast, 'tableElts')
    const others = elements.filter(item => !isAst(astAt(item).ColumnDef) && !isAst(astAt(item).Constraint))
    const rest = restOf(
      {
        ...ast,
        ...(relation.relpersistence === 'p' ? {} : { persistence: relation.relpersistence }),
        ...(others.length > 0 ? { others } : {}),
      },
      ...[
        'relation',
        'tableElts',
        'if_not_exists',
        ...(ast.oncommit === 'ONCOMMIT_NOOP' ? ['oncommit'] : []),
      ],
    )
    const hasMoreColumns = others.length > 0 || 'inhRelations' in ast || 'ofTypename' in ast
    return tableOf('table', relation, elements.map(plainElement), { rest, changes: [], hasMoreColumns })
  },
  AlterTableStmt: ast => {
    if (ast.objtype !== 'OBJECT_TABLE') return null
    const commands = listAt(ast, 'cmds').map(readCommand)
    const added = commands.flatMap(command => ('added' in command ? command : []))
    const changes = commands.flatMap(command => ('change' in command ? command.change : []))
    const others = commands.flatMap(command => ('other' in command ? [command.other] : []))
    const rest = others.length > 0 ? formOf(others) : ''
    const hasMoreColumns = others.some(item => isAst(item) && addingColumns.has(String(item.subtype)))
    return tableOf('alter-table', astAt(ast, 'relation'), added, { rest, changes, hasMoreColumns })
  },
  ViewStmt: ast => {
    const name = astAt(ast, 'view')
    return plain(viewOf(ast, name), location(name))
  },
  CreateTableAsStmt: ast => {
    const name = astAt(ast, 'into', 'rel')
    return plain(viewOf(ast, name), location(name))
  },
  IndexStmt: ast => {
    const table = astAt(ast, 'relation')
    return plain(indexOf(ast, table), location(table))
  },
  CommentStmt: ast => commentOf(ast),
  DropStmt: ast => {
    const value = dropOf(ast)
    return value && plain(value)
  },
  RenameStmt: ast => {
    const value = renameOf(ast)
    return value && plain(value, location(astAt(ast, 'relation')))
  },
  CreateEnumStmt: ast => plain({ ...typeNamed(ast, 'typeName'), values: stringsAt(ast, 'vals') }),
  AlterEnumStmt: ast =>
    plain({
      kind: 'enum-change',
      type: dottedName(stringsAt(ast, 'typeName')),
      value: textOf(ast.newVal) ?? '',
      before: textOf(ast.oldVal),
    }),
  CompositeTypeStmt: ast => {
    const attributes = listAt(ast, 'coldeflist').map(item => columnOf(astAt(item, 'ColumnDef')))
    return plain({ ...typeNamed(ast, ''), name: rangeVarName(astAt(ast, 'typevar')), attributes })
  },
  CreateDomainStmt: ast => {
    const checks = ownConstraints(ast).flatMap(own => {
      const value = constraintOf(own, null)
      return value ? { value, at: location(own) ?? 0 } : []
    })
    const value: SqlStatement = {
      ...typeNamed(ast, 'domainname'),
      baseType: typeName(astAt(ast, 'typeName')),
      domain: columnOf(ast),
      checks: checks.map(check => check.value),
    }
    return { ...plain(value), constraints: checks.map(({ at }) => at) }
  },
}

/** What makes a table one of others that have columns of their own. */
const addingColumns = new Set(['AT_AddInherit', 'AT_AddOf'])

const typeNamed = (ast: Ast, key: string) => ({
  kind: 'type' as const,
  name: dottedName(stringsAt(ast, key)),
  ...{ baseType: null, values: [], domain: null, checks: [], attributes: [] },
})

const indexOf = (ast: Ast, table: Ast): SqlIndex => {
  const elements = listAt(ast, 'indexParams').map(item => astAt(item, 'IndexElem'))
  const isPlain = elements.every(element => restOf(element, 'name', ...usualOrder(element)) === '')
  return {
    kind: 'index',
    name: textOf(ast.idxname),
    table: rangeVarName(table),
    columns: elements.map(({ name }) => textOf(name) ?? ''),
    reads: [
      ...columnsIn(ast.indexParams, ast.whereClause),
      ...listAt(ast, 'indexIncludingParams').flatMap(item => textOf(astAt(item, 'IndexElem').name) ?? []),
    ],
    isUnique: ast.unique === true,
    isNullEqual: ast.nulls_not_distinct === true,
    rest: restOf(
      ast,
      ...['idxname', 'relation', 'unique', 'nulls_not_distinct', 'if_not_exists', 'concurrent'],
      ...(ast.accessMethod === 'btree' ? ['accessMethod'] : []),
      ...(isPlain ? ['indexParams'] : []),
    ),
  }
}

const usualOrder = ({ ordering, nulls_ordering }: Ast): string[] => [
  ...(ordering === 'SORTBY_DEFAULT' ? ['ordering'] : []),
  ...(nulls_ordering === 'SORTBY_NULLS_DEFAULT' ? ['nulls_ordering'] : []),
]

const commentOf = (ast: Ast): ReadStatement => {
  const parts = stringsAt(ast, 'object', 'List', 'items')
  const isColumn = ast.objtype === 'OBJECT_COLUMN'
  if (!isColumn && ast.objtype !== 'OBJECT_TABLE') return other('CommentStmt')
  return plain({
    kind: 'comment',
    table: dottedName(isColumn ? parts.slice(0, -1) : parts),
    column: isColumn ? (parts.at(-1) ?? null) : null,
    text: textOf(ast.comment) ?? '',
  })
}

const location = (ast: Ast): number | null => (typeof ast.location === 'number' ? ast.location : null)

interface Element {
  readonly added: unknown
  readonly isIfMissing: boolean
}

const plainElement = (added: unknown): Element => ({ added, isIfMissing: false })

const tableOf = (
  kind: SqlTable['kind'],
  relation: Ast,
  elements: readonly Element[],
  others: Pick<SqlTable, 'changes' | 'hasMoreColumns' | 'rest'>,
): ReadStatement => {
  const columns = elements
    .map(({ added, isIfMissing }) => ({ ast: astAt(added, 'ColumnDef'), isIfMissing }))
    .filter(({ ast }) => isFilled(ast))
  const tableConstraints = elements.map(({ added }) => astAt(added, 'Constraint')).filter(isFilled)
  const constraints = [
    ...columns.flatMap(({ ast }) => ownConstraints(ast).map(own => ({ own, column: textOf(ast.colname) }))),
    ...tableConstraints.map(own => ({ own, column: null })),
  ].flatMap(({ own, column }) => {
    const value = constraintOf(own, column)
    return value ? { value, at: location(own) ?? 0 } : []
  })
  return {
    value: {
      kind,
      table: rangeVarName(relation),
      columns: columns.map(({ ast, isIfMissing }) => columnOf(ast, isIfMissing)),
      constraints: constraints.map(({ value }) => value),
      ...others,
    },
    columns: columns.map(({ ast }) => ({
      name: location(ast) ?? 0,
      type: location(astAt(ast, 'typeName')) ?? 0,
    })),
    constraints: constraints.map(({ at }) => at),
    name: location(relation),
  }
}

const isFilled = (ast: Ast) => Object.keys(ast).length > 0
