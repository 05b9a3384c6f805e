import type { SqlColumn } from '@lienthong/plugin-sdk'
import { type Effect, effectOf } from '../effect.ts'

/** Names that people write for PostgreSQL's own. */
const usual: Readonly<Record<string, string>> = {
  bpchar: 'char',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float4: 'real',
  float8: 'double precision',
}

/** A serial column is an integer with a default. */
const serials: Readonly<Record<string, string>> = { smallserial: 'int2', serial: 'int4', bigserial: 'int8' }

/** It is never null and fills itself in. */
export const isSerial = ({ type }: SqlColumn): boolean => Object.hasOwn(serials, type)

/** By the name that PostgreSQL has for it. */
export const baseOf = ({ type }: SqlColumn): string =>
  Object.hasOwn(serials, type) ? (serials[type] ?? type) : type

/** A column's type as people write it. */
export const typeName = (column: SqlColumn): string => {
  const base = baseOf(column)
  const name = Object.hasOwn(usual, base) ? usual[base] : base
  const modifiers = column.typeModifiers.length > 0 ? `(${column.typeModifiers.join(', ')})` : ''
  return `${name}${modifiers}${column.isArray ? '[]' : ''}`
}

/** Types each of which holds all values of those before it. */
const chains: readonly (readonly string[])[] = [
  ['int2', 'int4', 'int8', 'numeric'],
  ['float4', 'float8'],
  ['date', 'timestamp'],
  ['varchar', 'text'],
  ['bpchar', 'varchar'],
]

/** What changing a column's type does to what it takes. */
export const effectOfTypes = (old: SqlColumn, young: SqlColumn): Effect =>
  typeName(old) === typeName(young) ? 'none' : effectOf(!holds(young, old), !holds(old, young))

/** Whether a column of one type takes every value of another. */
const holds = (wide: SqlColumn, narrow: SqlColumn): boolean => {
  if (wide.isArray !== narrow.isArray) return false
  const [to, from] = [baseOf(wide), baseOf(narrow)]
  if (from === to) return hasRoom(to, wide.typeModifiers, narrow.typeModifiers)
  const isAfter = chains.some(chain => chain.includes(from) && chain.indexOf(to) > chain.indexOf(from))
  const isText = ['bpchar', 'varchar'].includes(from) && to === 'text'
  if (from === 'bpchar' && to === 'varchar') return hasRoom(to, wide.typeModifiers, charLength(narrow))
  return isText || (isAfter && wide.typeModifiers.length === 0)
}

/** `char` alone is `char(1)`. */
const charLength = ({ typeModifiers }: SqlColumn): readonly number[] =>
  typeModifiers.length > 0 ? typeModifiers : [1]

/** A type without modifiers has no limits, but for `char`. */
const hasRoom = (type: string, wide: readonly number[], narrow: readonly number[]): boolean => {
  const [to, from] =
    type === 'bpchar' ? [wide[0] ?? 1, narrow[0] ?? 1] : [wide[0] ?? Infinity, narrow[0] ?? Infinity]
  if (type !== 'numeric' || to === Infinity) return to >= from
  const [toScale, fromScale] = [wide[1] ?? 0, narrow[1] ?? 0]
  return toScale >= fromScale && to - toScale >= from - fromScale
}
