import type { Json, JsonObject, Path } from '@lienthong/plugin-sdk'
import { isObject, type Place } from './document.ts'

/** A keyword's value and where it is written. */
export interface Keyword {
  readonly value: Json
  readonly path: Path
}

/** A schema's keywords by their names in 2020-12. */
export type Keywords = ReadonlyMap<string, Keyword>

/** Reads a schema object in the words of 2020-12, whatever draft it is written in. Boolean schemas have no keywords. */
export const keywordsOf = (place: Place): Keywords => {
  const found = new Map<string, Keyword>()
  const { schema, path, document } = place
  if (!isObject(schema)) return found
  const isLonely = document.ignoresNeighboursOfReferences && typeof schema.$ref === 'string'
  for (const [key, value] of Object.entries(isLonely ? { $ref: schema.$ref ?? '' } : schema))
    for (const [name, meant] of inNewWords(key, value, schema))
      found.set(name, { value: meant, path: [...path, key] })
  return found
}

const inNewWords = (key: string, value: Json, schema: JsonObject): readonly [string, Json][] => {
  switch (key) {
    case 'items':
      return [[Array.isArray(value) ? 'prefixItems' : 'items', value]]
    case 'additionalItems':
      return Array.isArray(schema.items) ? [['items', value]] : []
    case 'dependencies':
      return dependencies(isObject(value) ? value : {})
    case '$recursiveRef':
    case '$dynamicRef':
      return [['$ref', value]]
    case 'minimum':
      return schema.exclusiveMinimum === true ? [['exclusiveMinimum', value]] : [[key, value]]
    case 'maximum':
      return schema.exclusiveMaximum === true ? [['exclusiveMaximum', value]] : [[key, value]]
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return typeof value === 'number' ? [[key, value]] : []
    default:
      return [[key, value]]
  }
}

/** Up to draft 7 one keyword held both kinds. */
const dependencies = (value: JsonObject): [string, Json][] => {
  const entries = Object.entries(value)
  const lists = entries.filter(([, member]) => Array.isArray(member))
  const schemas = entries.filter(([, member]) => !Array.isArray(member))
  const found: [string, Json][] = []
  if (lists.length > 0) found.push(['dependentRequired', Object.fromEntries(lists)])
  if (schemas.length > 0) found.push(['dependentSchemas', Object.fromEntries(schemas)])
  return found
}
