import type { Json, Path } from '@lienthong/plugin-sdk'
import type { Conjunction, Place } from './document.ts'
import type { Keyword } from './keywords.ts'
import { type Atoms, everyType } from './types.ts'

/** Keywords that set a bound, and what they bind. */
export const limits = {
  minLength: { bounds: 'from', of: ['string'] },
  maxLength: { bounds: 'to', of: ['string'] },
  minItems: { bounds: 'from', of: ['array'] },
  maxItems: { bounds: 'to', of: ['array'] },
  minProperties: { bounds: 'from', of: ['object'] },
  maxProperties: { bounds: 'to', of: ['object'] },
  minimum: { bounds: 'from', of: ['integer', 'fraction'] },
  exclusiveMinimum: { bounds: 'from', of: ['integer', 'fraction'] },
  maximum: { bounds: 'to', of: ['integer', 'fraction'] },
  exclusiveMaximum: { bounds: 'to', of: ['integer', 'fraction'] },
} as const
export type Limit = keyof typeof limits

/** A number and where it is written. */
export interface Bound {
  readonly value: number
  readonly path: Path
}

/** Something that must hold beside all others: a pattern, a format, an encoding. Known by keyword and value. */
export interface Assertion extends Keyword {
  readonly keyword: string
}

/** Which values the names of an object may have: the declared, those that match a pattern, all others. */
export interface ObjectModel {
  readonly properties: ReadonlyMap<string, Conjunction>
  readonly patterns: ReadonlyMap<string, Conjunction>
  readonly additional: Conjunction
  readonly additionalKeyword: 'additionalProperties' | 'unevaluatedProperties'
  readonly path: Path
}

/** Which values the places of an array may have: the first ones each, all others alike. */
export interface ArrayModel {
  readonly prefix: readonly Conjunction[]
  readonly rest: Conjunction
  readonly restKeyword: 'items' | 'unevaluatedItems'
  readonly path: Path
}

/** `anyOf` or `oneOf`. */
export interface Sum {
  readonly kind: 'anyOf' | 'oneOf'
  readonly members: readonly Place[]
  readonly path: Path
}

export interface Containing {
  readonly place: Place
  readonly min: number
  readonly max: number
  readonly path: Path
}

export interface Conditional {
  readonly condition: Place
  readonly yes: Conjunction
  readonly no: Conjunction
  readonly path: Path
}

/** An `unevaluated…` keyword whose neighbours leave open what is evaluated. */
export interface Unevaluated {
  readonly keyword: 'unevaluatedProperties' | 'unevaluatedItems'
  readonly place: Place
  /** What decides what is evaluated. */
  readonly within: string
}

/** What a conjunction of schemas demands, references followed and `allOf` dissolved. Everything in it must hold. */
export interface Shape {
  readonly path: Path
  readonly types: Atoms
  readonly values: { readonly list: readonly Json[]; readonly path: Path } | null
  readonly bounds: ReadonlyMap<Limit, Bound>
  readonly multiples: readonly Bound[]
  readonly assertions: readonly Assertion[]
  readonly uniqueItems: Path | null
  readonly required: ReadonlyMap<string, Path>
  readonly reserved: ReadonlyMap<string, Path>
  readonly dependentRequired: ReadonlyMap<string, ReadonlyMap<string, Path>>
  readonly dependentSchemas: ReadonlyMap<string, Conjunction>
  readonly objects: readonly ObjectModel[]
  readonly array: ArrayModel | null
  readonly propertyNames: Conjunction
  readonly containing: readonly Containing[]
  readonly sums: readonly Sum[]
  readonly negations: readonly Place[]
  readonly conditionals: readonly Conditional[]
  readonly unevaluated: readonly Unevaluated[]
  readonly annotations: ReadonlyMap<string, Keyword>
}

export const openModel: ObjectModel = {
  properties: new Map(),
  patterns: new Map(),
  additional: [],
  additionalKeyword: 'additionalProperties',
  path: [],
}

export const openArray: ArrayModel = { prefix: [], rest: [], restKeyword: 'items', path: [] }

/** What demands nothing. */
export const openShape: Shape = {
  path: [],
  types: everyType,
  values: null,
  bounds: new Map(),
  multiples: [],
  assertions: [],
  uniqueItems: null,
  required: new Map(),
  reserved: new Map(),
  dependentRequired: new Map(),
  dependentSchemas: new Map(),
  objects: [],
  array: null,
  propertyNames: [],
  containing: [],
  sums: [],
  negations: [],
  conditionals: [],
  unevaluated: [],
  annotations: new Map(),
}

/** Whether every value is accepted. */
export const isOpen = (shape: Shape): boolean =>
  shape.types.size === everyType.size &&
  shape.values === null &&
  shape.uniqueItems === null &&
  [shape.bounds, shape.required, shape.dependentRequired, shape.dependentSchemas].every(
    ({ size }) => size === 0,
  ) &&
  [shape.multiples, shape.assertions, shape.objects, shape.propertyNames, shape.containing].every(isEmpty) &&
  [shape.sums, shape.negations, shape.conditionals, shape.unevaluated].every(isEmpty) &&
  shape.array === null

const isEmpty = (list: readonly unknown[]): boolean => list.length === 0
