import type { Json, Patterns } from '@lienthong/plugin-sdk'
import { isObject, type Place } from '../schema/document.ts'
import type { Keywords } from '../schema/keywords.ts'

/** Whether the validity of a value cannot be told: a reference leads out of the document, a pattern cannot be tried. */
export class Unknowable extends Error {
  override readonly name = 'Unknowable'
}

/** What of a value a schema has spoken of: `unevaluated…` keywords see the rest. */
export class Evaluated {
  readonly names = new Set<string>()
  readonly indexes = new Set<number>()

  add(other: Evaluated): void {
    for (const name of other.names) this.names.add(name)
    for (const index of other.indexes) this.indexes.add(index)
  }
}

/** What the parts of a validation ask of the whole. */
export interface Judge {
  readonly patterns: Patterns
  accepts(place: Place, value: Json, evaluated?: Evaluated): boolean
}

/** A value under a schema, with the schema's keywords. */
export interface Case {
  readonly place: Place
  readonly keywords: Keywords
  readonly evaluated: Evaluated
}

/** The schema behind a keyword, as a list of none or one. */
export const at = (
  { place, keywords }: Pick<Case, 'place' | 'keywords'>,
  keyword: string,
): readonly Place[] => {
  const found = keywords.get(keyword)
  return found ? [{ ...place, schema: found.value, path: found.path }] : []
}

/** The schemas in a keyword's list. */
export const listed = (
  { place, keywords }: Pick<Case, 'place' | 'keywords'>,
  keyword: string,
): readonly Place[] => {
  const found = keywords.get(keyword)
  return found && Array.isArray(found.value)
    ? found.value.map((schema: Json, i) => ({ ...place, schema, path: [...found.path, i] }))
    : []
}

/** The schemas in a keyword's object, by their names. */
export const named = (
  { place, keywords }: Pick<Case, 'place' | 'keywords'>,
  keyword: string,
): ReadonlyMap<string, Place> => {
  const found = keywords.get(keyword)
  const members = found && isObject(found.value) ? Object.entries(found.value) : []
  return new Map(
    members.map(([name, schema]) => [name, { ...place, schema, path: [...(found?.path ?? []), name] }]),
  )
}

export const numberAt = (keywords: Keywords, keyword: string): number | undefined => {
  const value = keywords.get(keyword)?.value
  return typeof value === 'number' ? value : undefined
}
