import type {
  EntityNode,
  Field,
  FieldNode,
  FieldType,
  SqlColumn,
  SqlColumnNode,
  SqlComment,
  SqlConstraintNode,
  SqlStatement,
  SqlStatementNode,
  SqlTable,
  SqlType,
} from '@lienthong/plugin-sdk'
import { personalDataOf } from './personal-data.ts'
import type { GuestUnit } from './wire.ts'

export const isTable = (node: SqlStatementNode): node is SqlStatementNode<SqlTable> =>
  node.value.kind === 'table' || node.value.kind === 'alter-table'

export const statementOf = ({ id, value, text }: GuestUnit): SqlStatementNode => ({
  unit: id,
  path: [],
  value: value as SqlStatement,
  text: text ?? '',
})

export const columnsOf = (table: SqlStatementNode<SqlTable>): SqlColumnNode[] =>
  table.value.columns.map((value, index) => ({
    unit: table.unit,
    path: ['columns', index],
    value,
    parent: table,
  }))

export const constraintsOf = (table: SqlStatementNode<SqlTable>): SqlConstraintNode[] =>
  table.value.constraints.map((value, index) => ({
    unit: table.unit,
    path: ['constraints', index],
    value,
    parent: table,
  }))

/** What fields learn from other statements. */
export interface SqlSurroundings {
  comments(table: string): readonly SqlComment[]
  type(name: string): SqlType | undefined
}

/** Comments by the table that they speak of, types by name; of two with one name the first. */
interface SqlNames {
  readonly comments: ReadonlyMap<string, readonly SqlComment[]>
  readonly types: ReadonlyMap<string, SqlType>
}

export const sqlNamesOf = (units: readonly { readonly statement: SqlStatementNode | null }[]): SqlNames => {
  const comments = new Map<string, SqlComment[]>()
  const types = new Map<string, SqlType>()
  for (const { statement } of units) {
    const value = statement?.value
    if (value?.kind === 'comment') {
      const known = comments.get(value.table.name)
      if (known) known.push(value)
      else comments.set(value.table.name, [value])
    } else if (value?.kind === 'type' && !types.has(value.name.name)) types.set(value.name.name, value)
  }
  return { comments, types }
}

export const tableEntity = (table: SqlStatementNode<SqlTable>, around: SqlSurroundings): EntityNode => {
  const { name } = table.value.table
  const comment = around.comments(name).find(({ column }) => column === null)
  const description = comment?.text ?? null
  const value = { name, title: null, description, personalData: personalDataOf([{ description }]) }
  return { unit: table.unit, path: [], value, language: 'sql' }
}

export const columnField = (
  column: SqlColumnNode,
  entity: EntityNode,
  around: SqlSurroundings,
): FieldNode => ({
  unit: column.unit,
  path: column.path,
  value: fieldOf(column.value, column.parent.value, around),
  language: 'sql',
  entity,
})

const fieldOf = (column: SqlColumn, table: SqlTable, around: SqlSurroundings): Field => {
  const declared = knownTypes[column.type] ? undefined : around.type(column.type.split('.').at(-1) ?? '')
  const values = declared?.values.length ? declared.values : null
  const type = column.isArray
    ? 'array'
    : values
      ? 'text'
      : (knownTypes[declared?.baseType ?? column.type] ?? 'unknown')
  const comments = around.comments(table.table.name)
  const description = comments.find(({ column: name }) => name === column.name)?.text ?? null
  const ofTable = comments.find(({ column: name }) => name === null)?.text ?? null
  return {
    name: column.name,
    title: null,
    description,
    type,
    format: null,
    ...textLimits(column, table, type),
    values,
    examples: [],
    isRequired: column.isNotNull || isInKey(column.name, table),
    hasDefault: column.hasDefault || column.type.endsWith('serial'),
    isDeprecated: /^(?:không (?:còn )?dùng nữa|deprecated)(?!\p{L})/iu.test(description ?? ''),
    definition: declared?.name.name ?? null,
    personalData: personalDataOf([{ description }, { description: ofTable }]),
  }
}

const isInKey = (name: string, { constraints }: SqlTable) =>
  constraints.some(({ kind, columns }) => kind === 'primary-key' && columns.includes(name))

const textLimits = (column: SqlColumn, table: SqlTable, type: FieldType) => {
  const { pattern, length } = checksOf(column.name, table)
  const declared = type === 'text' ? (column.typeModifiers[0] ?? null) : null
  const isFixed = column.type === 'bpchar'
  return { pattern, minLength: length ?? (isFixed ? declared : null), maxLength: length ?? declared }
}

/** What checks say of a column: `name ~ 'pattern'` and `char_length(name) = 12`. */
const checksOf = (name: string, table: SqlTable): { pattern: string | null; length: number | null } => {
  const plain = `(?:"${escaped(name)}"|${escaped(name)})`
  const all = table.constraints.flatMap(({ expression }) => expression ?? []).join('\n')
  const pattern = new RegExp(`(?:^|[^\\w"])${plain}\\s*(?:::text\\s*)?~\\s*'((?:[^']|'')*)'`, 'iu').exec(
    all,
  )?.[1]
  const length = new RegExp(
    `(?:char_length|character_length|length)\\s*\\(\\s*${plain}\\s*\\)\\s*=\\s*(\\d+)`,
    'iu',
  ).exec(all)
  return { pattern: pattern?.replaceAll("''", "'") ?? null, length: length ? Number(length[1]) : null }
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const knownTypes: Readonly<Record<string, FieldType>> = {
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  citext: 'text',
  uuid: 'text',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  smallserial: 'integer',
  serial: 'integer',
  bigserial: 'integer',
  numeric: 'decimal',
  float4: 'decimal',
  float8: 'decimal',
  money: 'decimal',
  bool: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'timestamp',
  json: 'object',
  jsonb: 'object',
  bytea: 'binary',
}
