import type { Conjunction, Place } from './document.ts'
import {
  type ArrayModel,
  type Bound,
  type Limit,
  limits,
  type ObjectModel,
  openArray,
  openShape,
  type Shape,
} from './shape.ts'
import { canonical, common } from './types.ts'

/** The shape of what both demand. Exact: nothing is lost and nothing is added. */
export const merge = (one: Shape, other: Shape): Shape => {
  if (one === openShape) return other
  if (other === openShape) return one
  return {
    path: one.path,
    types: common(one.types, other.types),
    values: mergedValues(one.values, other.values),
    bounds: joined(one.bounds, other.bounds, stricter),
    multiples: distinct([...one.multiples, ...other.multiples], ({ value }) => String(value)),
    assertions: distinct([...one.assertions, ...other.assertions], ({ keyword, value }) =>
      canonical([keyword, value]),
    ),
    uniqueItems: one.uniqueItems ?? other.uniqueItems,
    required: joined(one.required, other.required, first),
    reserved: joined(one.reserved, other.reserved, first),
    dependentRequired: joined(one.dependentRequired, other.dependentRequired, (a, b) => joined(a, b, first)),
    dependentSchemas: joined(one.dependentSchemas, other.dependentSchemas, both),
    objects: mergedModels([...one.objects, ...other.objects]),
    array: one.array && other.array ? mergedArrays(one.array, other.array) : (one.array ?? other.array),
    propertyNames: both(one.propertyNames, other.propertyNames),
    containing: [...one.containing, ...other.containing],
    sums: [...one.sums, ...other.sums],
    negations: both(one.negations, other.negations),
    conditionals: [...one.conditionals, ...other.conditionals],
    unevaluated: [...one.unevaluated, ...other.unevaluated],
    annotations: joined(one.annotations, other.annotations, first),
  }
}

const first = <T>(one: T): T => one

const stricter = (one: Bound, other: Bound, limit: Limit): Bound =>
  (limits[limit].bounds === 'from') === one.value >= other.value ? one : other

const joined = <K, V>(
  one: ReadonlyMap<K, V>,
  other: ReadonlyMap<K, V>,
  join: (one: V, other: V, key: K) => V,
): ReadonlyMap<K, V> => {
  if (one.size === 0) return other
  const all = new Map(one)
  for (const [key, value] of other) {
    const before = all.get(key)
    all.set(key, before === undefined ? value : join(before, value, key))
  }
  return all
}

const distinct = <T>(list: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(list.map(item => [keyOf(item), item])).values(),
]

/** A place counts once, so that circles of references come to an end. */
export const both = (one: Conjunction, other: Conjunction): Conjunction =>
  distinct([...one, ...other], keyOfPlace)

export const keyOfPlace = (place: Place): string => {
  const known = keys.get(place) ?? `${place.document.side}${JSON.stringify(place.path)}`
  keys.set(place, known)
  return known
}

const keys = new WeakMap<Place, string>()

const mergedValues = (one: Shape['values'], other: Shape['values']): Shape['values'] => {
  if (!one || !other) return one ?? other
  const known = new Set(other.list.map(canonical))
  return { list: one.list.filter(value => known.has(canonical(value))), path: one.path }
}

/** Two models become one where what one says of all other names cannot hang on a pattern. */
const mergedModels = (models: readonly ObjectModel[]): readonly ObjectModel[] => {
  const found: ObjectModel[] = []
  for (const model of models) {
    const at = found.findIndex(other => canMerge(other, model))
    const partner = found[at]
    if (partner) found[at] = mergedModel(partner, model)
    else found.push(model)
  }
  return found
}

const canMerge = (one: ObjectModel, other: ObjectModel): boolean =>
  (one.patterns.size === 0 && other.patterns.size === 0) ||
  (one.additional.length === 0 && other.additional.length === 0)

const mergedModel = (one: ObjectModel, other: ObjectModel): ObjectModel => {
  const names = new Set([...one.properties.keys(), ...other.properties.keys()])
  return {
    properties: new Map([...names].map(name => [name, both(ofName(one, name), ofName(other, name))])),
    patterns: joined(one.patterns, other.patterns, both),
    additional: both(one.additional, other.additional),
    additionalKeyword: one.additional.length > 0 ? one.additionalKeyword : other.additionalKeyword,
    path: one.path,
  }
}

/** Patterns that match hold beside it, whatever is declared. */
const ofName = ({ properties, additional }: ObjectModel, name: string): Conjunction =>
  properties.get(name) ?? additional

const mergedArrays = (one: ArrayModel, other: ArrayModel): ArrayModel => {
  const length = Math.max(one.prefix.length, other.prefix.length)
  const prefix = Array.from({ length }, (_, i) =>
    both(one.prefix[i] ?? one.rest, other.prefix[i] ?? other.rest),
  )
  const restKeyword = one.rest.length > 0 ? one.restKeyword : other.restKeyword
  return {
    prefix,
    rest: both(one.rest, other.rest),
    restKeyword,
    path: one === openArray ? other.path : one.path,
  }
}
