import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import { holdingOf, isObject } from '../guest/nodes.ts'

/** How a schema is shown in another document. */
export interface Showing {
  /** References as they are to be read there. */
  readonly absolute: (ref: string) => string
  /** What a schema demands, without the words and samples that its authors wrote. */
  readonly isBare: boolean
}

/** A schema as another document is shown it. */
export const foreignValue = (value: Json | undefined, showing: Showing): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => foreignValue(one, showing))
  if (!isObject(value)) return value ?? null
  const shown = Object.entries(value).filter(
    ([keyword]) => !showing.isBare || demands.has(keyword) || holdingOf(keyword),
  )
  return Object.fromEntries(shown.map(([keyword, said]) => [keyword, saidThere(keyword, said, showing)]))
}

const saidThere = (keyword: string, said: Json, showing: Showing): Json => {
  if (keyword === '$ref' && typeof said === 'string') return showing.absolute(said)
  switch (holdingOf(keyword)) {
    case undefined:
      return said
    case 'named':
      return isObject(said) ? byName(said, showing) : foreignValue(said, showing)
    default:
      return foreignValue(said, showing)
  }
}

/** What stands by name is a schema, whatever it is called. */
const byName = (schemas: JsonObject, showing: Showing): Json =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, foreignValue(schema, showing)]))

/** The keywords by which the standard demands something, the ways to other schemas, and the label that rules may look up (V35). */
const demands: ReadonlySet<string> = new Set([
  ...[
    '$schema',
    '$id',
    '$anchor',
    '$ref',
    '$dynamicRef',
    '$dynamicAnchor',
    'type',
    'enum',
    'const',
    'format',
  ],
  ...['multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength'],
  ...['pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'maxProperties'],
  ...['minProperties', 'required', 'dependentRequired', 'contentEncoding', 'contentMediaType', 'deprecated'],
  ...['readOnly', 'writeOnly', 'x-personal-data'],
])
