import type { Fix, Json, JsonObject, Path } from '@lienthong/plugin-sdk'
import type { SchemaComparison } from '../compare-schemas.ts'
import type { Difference } from '../schema/difference.ts'

/** How a difference is taken back, and where: a fix works on the place that is marked. */
export interface Restoring {
  readonly place: Path
  readonly fix: Fix
}

/** Longer ones nobody reads before they take the fix. */
const maxValues = 50
const maxLength = 1_000
/** As much of a value as a title holds. */
const maxShown = 60

/** What puts the one place back as it was published, whatever else has changed; null where that takes more than one keyword or name. */
export const restoringOf = (
  { old, young }: SchemaComparison,
  { type, name, old: before, new: now }: Difference,
): Restoring | null => {
  if (!now) return null
  if (type.startsWith('REQUIRED_ATTRIBUTE_') && Array.isArray(valueAt(young, now.slice(0, -1))))
    return { place: now, fix: { kind: 'remove', title: notRequired(name ?? '') } }
  if (type.startsWith('PROPERTY_REMOVED_') && name !== undefined)
    return property(old, young, [...now, 'properties'], name)
  return keyword(old, young, type.startsWith('TYPE_') ? [...now, 'type'] : now, before ?? [])
}

/** A keyword whose values are data, written in both versions at the same place or in the new one alone. */
const keyword = (old: Json, young: Json, place: Path, before: Path): Restoring | null => {
  const around = valueAt(old, place.slice(0, -1))
  const key = String(place.at(-1))
  const isSamePlace = before.every((step, depth) => String(step) === String(place[depth]))
  if (!isSamePlace || before.length < place.length - 1) return null
  const written = valueAt(young, place)
  if (!isObject(around) || !isPlain(written)) return null
  const value = around[key]
  if (JSON.stringify(value) === JSON.stringify(written)) return null
  if (value === undefined) return { place, fix: { kind: 'remove', title: removed } }
  return isPlain(value) ? { place, fix: { kind: 'setValue', value, title: asPublished(value) } } : null
}

const property = (old: Json, young: Json, place: Path, name: string): Restoring | null => {
  const value = valueAt(old, [...place, name])
  const isFitting = value !== undefined && isObject(valueAt(young, place)) && isWhole(value, young)
  return isFitting ? { place, fix: { kind: 'insertKey', key: name, value, title: putBack(name) } } : null
}

/** Short enough, and all that it refers to is still there. */
const isWhole = (value: Json, young: Json): boolean => {
  const text = JSON.stringify(value)
  const references = [...text.matchAll(/"\$(?:ref|dynamicRef)":"([^"]*)"/g)].map(([, to = '']) => to)
  return (
    text.length <= maxLength &&
    references.every(to => to.startsWith('#/') && valueAt(young, to.slice(2).split('/')) !== undefined)
  )
}

const valueAt = (json: Json, path: Path): Json | undefined => {
  let value: Json | undefined = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Array.isArray(value) ? value[Number(step)] : (value as JsonObject)[step]
  }
  return value
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: Json | undefined): boolean =>
  Array.isArray(value)
    ? value.length <= maxValues && value.every(item => typeof item !== 'object' || item === null)
    : value !== undefined && (typeof value !== 'object' || value === null)

const removed = { vi: 'Bỏ, như ở bản đã công bố', en: 'Remove it, as in the published version' }

const asPublished = (value: Json) => {
  const text = JSON.stringify(value)
  const shown = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text
  return { vi: `Trả về như bản đã công bố: ${shown}`, en: `As in the published version: ${shown}` }
}

const putBack = (name: string) => ({
  vi: `Đưa lại "${name}" như ở bản đã công bố`,
  en: `Put "${name}" back as in the published version`,
})

const notRequired = (name: string) => ({
  vi: `Không bắt buộc "${name}"`,
  en: `Do not demand "${name}"`,
})
