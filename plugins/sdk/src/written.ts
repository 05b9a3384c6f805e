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
  readonly value: Json
  readonly below: Path
}

/** The examples, enum, default and const of a schema, in this order. */
export function givenValues(schema: JsonObject): GivenValue[] {
  const lists = ['examples', 'enum'].flatMap(key => {
    const list = schema[key]
    return Array.isArray(list) ? list.map((value: Json, i): GivenValue => ({ value, below: [key, i] })) : []
  })
  const single = ['default', 'const'].flatMap(key => {
    const value = schema[key]
    return value === undefined ? [] : [{ value, below: [key] }]
  })
  return [...lists, ...single]
}
