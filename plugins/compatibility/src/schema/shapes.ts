import { type Conjunction, isObject, type Place } from './document.ts'
import { keywordsOf } from './keywords.ts'
import { keyOfPlace, merge } from './merge.ts'
import { listAt, ownShape } from './read-shape.ts'
import { isOpen, openArray, openModel, openShape, type Shape, type Unevaluated } from './shape.ts'
import { type Atoms, atomOf, common } from './types.ts'

/** Reads shapes and remembers them. */
export class Shapes {
  private readonly known = new Map<string, Shape>()

  of(conjunction: Conjunction): Shape {
    const key = conjunction.map(keyOfPlace).join('&')
    const known = this.known.get(key)
    if (known) return known
    const seen = new Set<string>()
    const shape = conjunction.reduce((all, place) => merge(all, this.ofPlace(place, seen)), openShape)
    this.known.set(key, shape)
    return shape
  }

  accepts(conjunction: Conjunction): 'everything' | 'nothing' | 'something' {
    const shape = this.of(conjunction)
    if (isOpen(shape)) return 'everything'
    return shape.types.size === 0 || shape.values?.list.length === 0 ? 'nothing' : 'something'
  }

  /** The types that values can have, with what enumerations and alternatives leave. */
  typesOf(conjunction: Conjunction, depth = 0): Atoms {
    const { types, values, sums } = this.of(conjunction)
    const own = values ? common(types, new Set(values.list.map(atomOf))) : types
    if (depth > maxDepth) return own
    return sums.reduce((left, { members }) => {
      const some = new Set(members.flatMap(member => [...this.typesOf([member], depth + 1)]))
      return common(left, some)
    }, own)
  }

  /** A schema with everything that it refers to and consists of. `seen` ends circles, which demand nothing new. */
  private ofPlace(place: Place, seen: Set<string>): Shape {
    const key = keyOfPlace(place)
    if (seen.has(key)) return openShape
    seen.add(key)
    const keywords = keywordsOf(place)
    const reference = keywords.get('$ref')
    const ref = typeof reference?.value === 'string' ? reference.value : null
    const target = ref === null ? null : place.document.resolve(ref)
    const singles = ['anyOf', 'oneOf'].flatMap(kind => onlyOne(listAt(place, keywords.get(kind))))
    const parts = [...(target ? [target] : []), ...listAt(place, keywords.get('allOf')), ...singles]
    const own =
      ref !== null && !target ? withUnknown(ownShape(place), ref, reference?.path ?? []) : ownShape(place)
    const all = parts.reduce((shape, part) => merge(shape, this.ofPlace(part, seen)), own)
    return withUnevaluated(all, place)
  }
}

/** Alternatives within alternatives deeper than this are not looked through for types. */
const maxDepth = 8

const onlyOne = (list: readonly Place[]): readonly Place[] => (list.length === 1 ? list : [])

/** What a reference into another document demands is not known: the reference stands for it. */
const withUnknown = (shape: Shape, ref: string, path: Shape['path']): Shape => ({
  ...shape,
  assertions: [...shape.assertions, { keyword: '$ref', value: ref, path }],
})

/** Where all that is evaluated is known, an `unevaluated…` keyword is an `additionalProperties` or `items`. */
const withUnevaluated = (shape: Shape, place: Place): Shape => {
  const keywords = keywordsOf(place)
  const forObjects = keywords.get('unevaluatedProperties')
  const forArrays = keywords.get('unevaluatedItems')
  const within = isObject(place.schema) ? JSON.stringify(place.schema) : ''
  const found: Unevaluated[] = []
  let { objects, array } = shape
  if (forObjects) {
    const [model = openModel] = objects
    const inside = { ...place, schema: forObjects.value, path: forObjects.path }
    if (!isPlain(shape) || objects.length > 1 || shape.dependentSchemas.size > 0)
      found.push({ keyword: 'unevaluatedProperties', place: inside, within })
    else if (model.additional.length === 0)
      objects = [{ ...model, additional: [inside], additionalKeyword: 'unevaluatedProperties' }]
  }
  if (forArrays) {
    const model = array ?? openArray
    const inside = { ...place, schema: forArrays.value, path: forArrays.path }
    if (!isPlain(shape) || shape.containing.length > 0)
      found.push({ keyword: 'unevaluatedItems', place: inside, within })
    else if (model.rest.length === 0) array = { ...model, rest: [inside], restKeyword: 'unevaluatedItems' }
  }
  return { ...shape, objects, array, unevaluated: [...shape.unevaluated, ...found] }
}

const isPlain = ({ sums, conditionals, unevaluated, assertions }: Shape): boolean =>
  sums.length === 0 &&
  conditionals.length === 0 &&
  unevaluated.length === 0 &&
  !assertions.some(({ keyword }) => keyword === '$ref')
