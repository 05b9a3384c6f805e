import type { SqlChange, SqlColumn, SqlDrop, SqlRename } from '@lienthong/plugin-sdk'
import { type Ast, astAt, dottedName, isAst, listAt, rangeVarName, stringsAt, textOf } from './sql-ast.ts'
import { identityOf, typeOf } from './sql-column.ts'
import { formOf } from './sql-form.ts'

/** What a command of `alter table` does: adds an element, changes what is there, or something else. */
export type ReadCommand =
  | { readonly added: unknown; readonly isIfMissing: boolean }
  | { readonly change: SqlChange }
  | { readonly other: unknown }

export const readCommand = (item: unknown): ReadCommand => {
  const command = astAt(item, 'AlterTableCmd')
  const name = textOf(command.name) ?? ''
  const isDrop = { isIfExists: command.missing_ok === true, isCascade: command.behavior === 'DROP_CASCADE' }
  switch (command.subtype) {
    case 'AT_AddColumn':
    case 'AT_AddConstraint':
      return { added: command.def, isIfMissing: command.missing_ok === true }
    case 'AT_DropColumn':
      return { change: { kind: 'drop-column', name, ...isDrop } }
    case 'AT_DropConstraint':
      return { change: { kind: 'drop-constraint', name, ...isDrop } }
    default: {
      const sets = settingOf(command)
      return sets ? { change: { kind: 'alter-column', column: name, sets } } : { other: command }
    }
  }
}

/** What `alter column` sets; null for what no column of the model says. */
const settingOf = ({ subtype, def }: Ast): Partial<SqlColumn> | null => {
  switch (subtype) {
    case 'AT_AlterColumnType':
      return typeOf(astAt(def, 'ColumnDef'))
    case 'AT_SetNotNull':
      return { isNotNull: true }
    case 'AT_DropNotNull':
      return { isNotNull: false }
    case 'AT_ColumnDefault':
      return isAst(def) ? { hasDefault: true, default: formOf(def) } : { hasDefault: false, default: null }
    case 'AT_AddIdentity': {
      const identity = astAt(def, 'Constraint')
      const hasOptions = listAt(identity, 'options').length > 0
      return hasOptions ? null : { hasDefault: true, generated: identityOf(identity) }
    }
    case 'AT_DropIdentity':
    case 'AT_DropExpression':
      return { hasDefault: false, default: null, generated: null, reads: [], rest: '' }
    default:
      return null
  }
}

const relations: Readonly<Record<string, SqlDrop['what']>> = {
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'view',
  OBJECT_INDEX: 'index',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
}

export const dropOf = (ast: Ast): SqlDrop | null => {
  const what = relations[String(ast.removeType)]
  if (!what) return null
  const names = listAt(ast, 'objects').map(item =>
    dottedName(what === 'type' ? stringsAt(item, 'TypeName', 'names') : stringsAt(item, 'List', 'items')),
  )
  const isCascade = ast.behavior === 'DROP_CASCADE'
  return { kind: 'drop', what, names, isIfExists: ast.missing_ok === true, isCascade }
}

const parts: Readonly<Record<string, SqlRename['what']>> = {
  OBJECT_COLUMN: 'column',
  OBJECT_TABCONSTRAINT: 'constraint',
}

export const renameOf = (ast: Ast): SqlRename | null => {
  const part = parts[String(ast.renameType)]
  // Columns of views and attributes of types are none of a table's.
  const isOfTable = ast.relationType === 'OBJECT_TABLE' || part === 'constraint'
  const what = part ? (isOfTable ? part : undefined) : relations[String(ast.renameType)]
  if (!what) return null
  const of =
    what === 'type'
      ? dottedName(stringsAt(ast, 'object', 'List', 'items'))
      : rangeVarName(astAt(ast, 'relation'))
  return { kind: 'rename', what, of, part: part ? textOf(ast.subname) : null, to: textOf(ast.newname) ?? '' }
}
