import type { RuleContext } from './context.ts'
import type { Json, JsonObject, Path } from './node.ts'
import type { FieldNode } from './schema-model.ts'

/** The reference that leads to a place of the document: `#/$defs/Person/properties/name`. For `ctx.resolve`. */
export const pointerTo = (path: Path): string =>
  `#${path.map(step => `/${encodeURI(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`

/** The schema of a field as written, before its references are followed; undefined for a column. */
export const schemaOf = (ctx: RuleContext, { language, path }: FieldNode): JsonObject | undefined =>
  language === 'json-schema' ? ctx.resolve(pointerTo(path))?.value : undefined

/** The schema that a field belongs to, as written; undefined for a column. */
export const ownerOf = (ctx: RuleContext, { language, path }: FieldNode): JsonObject | undefined =>
  language === 'json-schema' ? ctx.resolve(pointerTo(path.slice(0, -2)))?.value : undefined

/** A value that a schema gives, and the way to it, for `below`. */
export interface GivenValue {
  /** As it is written. */
  readonly value: Json
  /** Steps from the schema to it. */
  readonly below: Path
}

const lists = ['examples', 'enum'] as const
const singles = ['default', 'const'] as const

/** The examples, enum, default and const of a schema, in this order. */
export function givenValues(schema: JsonObject): GivenValue[] {
  const given: GivenValue[] = []
  for (const key of lists) {
    const list = schema[key]
    if (Array.isArray(list))
      for (let i = 0; i < list.length; i++) given.push({ value: list[i], below: [key, i] })
  }
  for (const key of singles) {
    const value = schema[key]
    if (value !== undefined) given.push({ value, below: [key] })
  }
  return given
}
