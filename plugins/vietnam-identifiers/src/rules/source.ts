import type { FieldNode, Json, JsonObject, Path, RuleContext } from '@lienthong/plugin-sdk'
import type { Identifier } from '../identifier.ts'

/** The column type to propose for an identifier. */
export const sqlTypeOf = ({ minLength, maxLength }: Identifier): string =>
  minLength === maxLength ? `char(${maxLength})` : `varchar(${maxLength})`

/** The schema of a field as written, before its references are followed; undefined for a column. */
export const schemaOf = (ctx: RuleContext, { language, path }: FieldNode): JsonObject | undefined =>
  language === 'json-schema' ? ctx.resolve(pointerTo(path))?.value : undefined

/** The schema that a field belongs to, as written; undefined for a column. */
export const ownerOf = (ctx: RuleContext, { language, path }: FieldNode): JsonObject | undefined =>
  language === 'json-schema' ? ctx.resolve(pointerTo(path.slice(0, -2)))?.value : undefined

const pointerTo = (path: Path): string =>
  `#${path.map(step => `/${encodeURI(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`

/** A value that a schema gives for its field, and the way to it. */
export interface GivenValue {
  readonly value: Json
  readonly below: Path
}

/** The examples, default, const and enum of a schema. */
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
