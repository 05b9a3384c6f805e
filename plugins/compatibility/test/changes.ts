import type { Json, JsonObject } from '@lienthong/plugin-sdk'

/** Where to strike in a schema, and with what. */
export interface Change {
  readonly at: number
  readonly kind: number
  readonly from: Json
}

/** A schema with one of its parts changed, as people change schemas: a keyword less, a number moved, a part taken from elsewhere. */
export const changed = (schema: Json, { at, kind, from }: Change): Json => {
  const places = placesIn(schema)
  const place = places[at % places.length]
  if (!place) return schema
  return replaced(schema, place, value => changedPart(value, kind, from))
}

type Steps = readonly (string | number)[]

const placesIn = (value: Json, steps: Steps = []): Steps[] => {
  if (typeof value !== 'object' || value === null) return [steps]
  return [
    steps,
    ...Object.entries(value as JsonObject).flatMap(([key, inner]) => placesIn(inner, [...steps, key])),
  ]
}

const replaced = (value: Json, [step, ...rest]: Steps, make: (value: Json) => Json | undefined): Json => {
  if (step === undefined) return make(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as JsonObject).flatMap(([key, inner]): [string, Json][] => {
    if (key !== String(step)) return [[key, inner]]
    const made = rest.length === 0 ? make(inner) : replaced(inner, rest, make)
    return made === undefined ? [] : [[key, made]]
  })
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

const changedPart = (value: Json, kind: number, from: Json): Json | undefined => {
  if (typeof value === 'number') return Math.max(kind % 2 === 0 ? value + 1 : value - 1, 0)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return value
  switch (kind % 4) {
    case 0:
      return undefined
    case 1:
      return Array.isArray(value) ? value.slice(1) : from
    case 2:
      return Array.isArray(value) || value === null
        ? value
        : { ...(value as JsonObject), ...(from as JsonObject) }
    default:
      return Array.isArray(value) ? [...value].reverse() : { allOf: [value] }
  }
}
