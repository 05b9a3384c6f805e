import type { Json, JsonObject, SqlColumn, SqlType } from '@lienthong/plugin-sdk'
import { baseOf, isSerial } from './column-types.ts'
import type { DdlDifference } from './difference.ts'
import { type Ddl, primaryKeyOf, type Table, written } from './model.ts'

/** What a difference is about: which values a column takes, whether it takes none, or whether it is given at all. */
type Aspect = 'values' | 'null' | 'presence'

const aspectOf = ({ type }: DdlDifference): Aspect => {
  if (type.startsWith('NOT_NULL_')) return 'null'
  return /^(COLUMN_TYPE|CHECK|ENUM|TYPE)_/.test(type) ? 'values' : 'presence'
}

/**
 * What an insert may give the column that a difference is about, as JSON Schema of a row; of a table or a type, all columns whose
 * values a list says. Null where that is not known.
 */
export const rowOf = (ddl: Ddl, difference: DdlDifference): JsonObject | null => {
  const { name } = difference
  const aspect = aspectOf(difference)
  const table = ddl.tables.get(name)
  if (table) {
    const listed = [...table.columns.keys()].filter(column => listOf(ddl, table, column))
    return rowWith(ddl, table, listed, aspect)
  }
  const type = ddl.types.get(name)
  if (type) return rowOfType(type.value)
  const dot = name.lastIndexOf('.')
  const owner = ddl.tables.get(name.slice(0, dot))
  return owner ? rowWith(ddl, owner, [name.slice(dot + 1)], aspect) : null
}

/** Of an enumeration, as if a column had its name. */
const rowOfType = ({ name, values }: SqlType): JsonObject | null =>
  values.length === 0 ? null : closed({ [written(name)]: { enum: values } }, [written(name)])

const rowWith = (ddl: Ddl, table: Table, names: readonly string[], aspect: Aspect): JsonObject | null => {
  const properties: Record<string, Json> = {}
  const required: string[] = []
  for (const name of names) {
    const column = table.columns.get(name)?.value
    if (!column) continue
    const values = valuesOf(ddl, table, column)
    if (!values) return null
    const isNeeded = isNotNull(table, column)
    properties[name] = aspect === 'null' && !isNeeded ? { anyOf: [values, { type: 'null' }] } : values
    if (aspect !== 'presence' || (isNeeded && !column.hasDefault && !isSerial(column))) required.push(name)
  }
  return closed(properties, required)
}

const closed = (properties: JsonObject, required: readonly string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const isNotNull = (table: Table, column: SqlColumn): boolean =>
  column.isNotNull || isSerial(column) || primaryKeyOf(table).includes(column.name)

const valuesOf = (ddl: Ddl, table: Table, column: SqlColumn): JsonObject | undefined => {
  const list = listOf(ddl, table, column.name)
  if (list) return { enum: list }
  return column.isArray ? undefined : typeOf(column)
}

/** The values of an enumeration, or of a check that lists them; null where there is no list. */
const listOf = (ddl: Ddl, table: Table, name: string): Json[] | null => {
  const column = table.columns.get(name)?.value
  const labels = column && !column.isArray ? ddl.types.get(column.type)?.value.values : undefined
  const listed = table.constraints.flatMap(({ value: { values } }) =>
    values?.column === name ? [values.allowed.map(constantOf)] : [],
  )
  const [first, ...others] = labels && labels.length > 0 ? [[...labels], ...listed] : listed
  return first ? first.filter(value => others.every(other => other.includes(value))) : null
}

/** A constant of SQL: `'a'` or `1`. */
const constantOf = (constant: string): Json =>
  constant.startsWith("'") ? constant.slice(1, -1).replaceAll("''", "'") : Number(constant)

const wholes: Readonly<Record<string, number>> = { int2: 2 ** 15, int4: 2 ** 31 }

/** What a type takes, as far as JSON says it; undefined for the others. */
const typeOf = (column: SqlColumn): JsonObject | undefined => {
  const base = baseOf(column)
  const [size, scale = 0] = column.typeModifiers
  switch (base) {
    case 'text':
    case 'varchar':
      return { type: 'string', ...(size !== undefined && { maxLength: size }) }
    case 'bpchar':
      return { type: 'string', maxLength: size ?? 1 }
    case 'bool':
      return { type: 'boolean' }
    case 'int2':
    case 'int4':
      return { type: 'integer', minimum: -(wholes[base] ?? 0), maximum: (wholes[base] ?? 0) - 1 }
    case 'int8':
      return { type: 'integer' }
    case 'numeric':
      return { type: 'number', ...(size !== undefined && bounds(10 ** (size - scale))) }
    default:
      return undefined
  }
}

const bounds = (end: number): JsonObject => ({ exclusiveMinimum: -end, exclusiveMaximum: end })
