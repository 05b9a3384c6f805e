import type { Json, Path } from '@lienthong/plugin-sdk'
import { type Conjunction, isObject, type Place } from './document.ts'
import { type Keyword, type Keywords, keywordsOf } from './keywords.ts'
import {
  type ArrayModel,
  type Assertion,
  type Bound,
  type Containing,
  type Limit,
  limits,
  type ObjectModel,
  openShape,
  type Shape,
} from './shape.ts'
import { atomsOf, canonical, everyType } from './types.ts'

const asserting = ['pattern', 'format', 'contentEncoding', 'contentMediaType', 'contentSchema']
const annotating = ['$id', 'title', 'description', 'default']

/** What the keywords of one schema demand by themselves, without what `$ref` and `allOf` lead to. */
export const ownShape = (place: Place): Shape => {
  const { schema, path } = place
  if (schema === true) return openShape
  const keywords = keywordsOf(place)
  const at = (name: string) => keywords.get(name)
  return {
    ...openShape,
    path,
    types: isObject(schema) ? (at('type') ? atomsOf(at('type')?.value ?? []) : everyType) : new Set(),
    values: valuesOf(keywords),
    bounds: boundsOf(keywords),
    multiples: numbersAt(at('multipleOf')),
    assertions: asserting.flatMap((keyword): Assertion[] => {
      const found = at(keyword)
      return found ? [{ keyword, ...found }] : []
    }),
    uniqueItems: at('uniqueItems')?.value === true ? (at('uniqueItems')?.path ?? path) : null,
    required: namesAt(at('required')),
    reserved: new Map([...namesAt(at('x-reserved')), ...namesAt(at('confluent:reserved'))]),
    dependentRequired: dependentNames(at('dependentRequired')),
    dependentSchemas: schemasAt(place, at('dependentSchemas')),
    objects: objectsOf(place, keywords),
    array: arrayOf(place, keywords),
    propertyNames: schemaAt(place, at('propertyNames')),
    containing: containingOf(place, keywords),
    negations: schemaAt(place, at('not')),
    conditionals: conditionalsOf(place, keywords),
    annotations: new Map(annotating.flatMap(name => (at(name) ? [[name, at(name) as Keyword]] : []))),
    ...sumsOf(place, keywords),
  }
}

const schemaAt = (place: Place, keyword: Keyword | undefined): Conjunction =>
  keyword ? [{ ...place, schema: keyword.value, path: keyword.path }] : []

/** The schemas in a list. */
export const listAt = (place: Place, keyword: Keyword | undefined): readonly Place[] =>
  keyword && Array.isArray(keyword.value)
    ? keyword.value.map((schema: Json, i) => ({ ...place, schema, path: [...keyword.path, i] }))
    : []

const schemasAt = (place: Place, keyword: Keyword | undefined): ReadonlyMap<string, Conjunction> =>
  new Map(
    Object.entries(keyword && isObject(keyword.value) ? keyword.value : {}).map(([name, schema]) => [
      name,
      [{ ...place, schema, path: [...(keyword?.path ?? []), name] }],
    ]),
  )

const numbersAt = (keyword: Keyword | undefined): Bound[] =>
  typeof keyword?.value === 'number' ? [{ value: keyword.value, path: keyword.path }] : []

const namesAt = (keyword: Keyword | undefined): Map<string, Path> =>
  new Map(
    Array.isArray(keyword?.value)
      ? keyword.value.flatMap((name: Json, i) =>
          typeof name === 'string' ? [[name, [...keyword.path, i]]] : [],
        )
      : [],
  )

const dependentNames = (keyword: Keyword | undefined): Shape['dependentRequired'] =>
  new Map(
    Object.entries(keyword && isObject(keyword.value) ? keyword.value : {}).map(([name, value]) => [
      name,
      namesAt({ value, path: [...(keyword?.path ?? []), name] }),
    ]),
  )

const valuesOf = (keywords: Keywords): Shape['values'] => {
  const only = keywords.get('const')
  const some = keywords.get('enum')
  const listed = some && Array.isArray(some.value) ? (some.value as readonly Json[]) : null
  if (!only) return some && listed ? { list: listed, path: some.path } : null
  const isListed = !listed || listed.map(canonical).includes(canonical(only.value))
  return { list: isListed ? [only.value] : [], path: only.path }
}

const boundsOf = (keywords: Keywords): Shape['bounds'] =>
  new Map(
    (Object.keys(limits) as Limit[]).flatMap((limit): [Limit, Bound][] => {
      const [bound] = numbersAt(keywords.get(limit))
      const isIdle = bound?.value === 0 && limit.startsWith('min') && limit !== 'minimum'
      return bound && !isIdle ? [[limit, bound]] : []
    }),
  )

const objectsOf = (place: Place, keywords: Keywords): readonly ObjectModel[] => {
  const [properties, patterns, additional] = ['properties', 'patternProperties', 'additionalProperties'].map(
    name => keywords.get(name),
  )
  if (!properties && !patterns && !additional) return []
  return [
    {
      properties: schemasAt(place, properties),
      patterns: schemasAt(place, patterns),
      additional: schemaAt(place, additional),
      additionalKeyword: 'additionalProperties',
      path: place.path,
    },
  ]
}

const arrayOf = (place: Place, keywords: Keywords): ArrayModel | null => {
  const prefix = listAt(place, keywords.get('prefixItems'))
  const rest = schemaAt(place, keywords.get('items'))
  if (prefix.length === 0 && rest.length === 0) return null
  return { prefix: prefix.map(one => [one]), rest, restKeyword: 'items', path: place.path }
}

const containingOf = (place: Place, keywords: Keywords): readonly Containing[] => {
  const contains = keywords.get('contains')
  if (!contains) return []
  const [min] = numbersAt(keywords.get('minContains'))
  const [max] = numbersAt(keywords.get('maxContains'))
  const inside = { ...place, schema: contains.value, path: contains.path }
  return [{ place: inside, min: min?.value ?? 1, max: max?.value ?? Infinity, path: contains.path }]
}

const conditionalsOf = (place: Place, keywords: Keywords): Shape['conditionals'] => {
  const [condition] = schemaAt(place, keywords.get('if'))
  if (!condition) return []
  const [yes, no] = ['then', 'else'].map(name => schemaAt(place, keywords.get(name)))
  return [{ condition, yes: yes ?? [], no: no ?? [], path: condition.path }]
}

const sumsOf = (place: Place, keywords: Keywords): Pick<Shape, 'sums'> => ({
  sums: (['anyOf', 'oneOf'] as const).flatMap(kind => {
    const members = listAt(place, keywords.get(kind))
    return members.length > 1 ? [{ kind, members, path: keywords.get(kind)?.path ?? place.path }] : []
  }),
})
