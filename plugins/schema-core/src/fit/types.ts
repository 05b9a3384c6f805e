import type { Json, JsonObject } from '@lienthong/plugin-sdk'

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** The types that a schema names, none where it names none. */
export const typesOf = ({ type }: JsonObject): readonly Json[] =>
  type === undefined ? [] : isList(type) ? type : [type]

export const hasType = (value: Json, types: readonly Json[]): boolean =>
  types.length === 0 || types.some(type => isOfType(value, type))

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return isList(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    // A type that there is not: another rule's.
    default:
      return true
  }
}
