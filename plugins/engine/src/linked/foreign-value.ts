import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import { isObject } from '../guest/nodes.ts'

/** How a schema is shown in another document. */
export interface Showing {
  /** References as they are to be read there. */
  readonly absolute: (ref: string) => string
  /** What a schema demands, without the words and samples that its authors wrote. */
  readonly isBare: boolean
}

/** A part of a schema as another document is shown it. */
export const foreignValue = (value: Json, showing: Showing): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => foreignValue(item, showing))
  if (!isObject(value)) return value
  const shown = Object.entries(value).filter(([keyword]) => !(showing.isBare && words.has(keyword)))
  return Object.fromEntries(shown.map(([keyword, said]) => [keyword, saidThere(keyword, said, showing)]))
}

const saidThere = (keyword: string, said: Json, showing: Showing): Json => {
  if (keyword === '$ref' && typeof said === 'string') return showing.absolute(said)
  if (named.has(keyword) && isObject(said)) return byName(said, showing)
  return foreignValue(said, showing)
}

/** What stands here by name is a schema, whatever it is called. */
const byName = (schemas: JsonObject, showing: Showing): Json =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, foreignValue(schema, showing)]))

const words: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default', '$comment'])
const named: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
])
