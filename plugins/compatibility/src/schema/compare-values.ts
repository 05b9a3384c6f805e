import type { Json } from '@lienthong/plugin-sdk'
import { effectOf } from '../effect.ts'
import { type DifferenceType, screaming } from './difference.ts'
import type { Found } from './found.ts'
import { type Bound, type Limit, limits, type Shape } from './shape.ts'
import type { Sides } from './sides.ts'
import { type Atoms, atomOf, canonical } from './types.ts'

/** Types that values can have. */
export const compareTypes = (sides: Sides, old: Atoms, young: Atoms, found: Found): void => {
  if (sides.old.values && sides.new.values) return
  const lost = [...old].filter(type => !young.has(type))
  const gained = [...young].filter(type => !old.has(type))
  if (lost.length + gained.length === 0) return
  const type = lost.length === 0 ? 'TYPE_EXTENDED' : gained.length === 0 ? 'TYPE_NARROWED' : 'TYPE_CHANGED'
  const effect = effectOf(lost.length > 0, gained.length > 0)
  const values = { from: named(old), to: named(young) }
  found.add({ type, effect, old: sides.old.path, new: sides.new.path, ...values })
}

/** As schemas name types: an integer and a fraction together are a number. */
const named = (types: Atoms): string => {
  if (types.size === 0) return 'false'
  const all = [...types].filter(type => type !== 'integer' || !types.has('fraction'))
  return all.map(type => (type === 'fraction' ? 'number' : type)).join(' | ')
}

/** `enum` and `const`. */
export const compareValues = ({ old, new: young }: Sides, found: Found): void => {
  const places = { old: old.values?.path ?? null, new: young.values?.path ?? young.path }
  if (old.values && young.values) {
    const lost = without(allowed(old), allowed(young))
    const gained = without(allowed(young), allowed(old))
    if (lost.length + gained.length === 0) return
    const effect = effectOf(lost.length > 0, gained.length > 0)
    found.add({ type: typeOfChange[effect], effect, ...places, from: listed(lost), to: listed(gained) })
  } else if (young.values) {
    found.add({ type: 'ENUM_ARRAY_ADDED', effect: 'narrows', ...places, to: listed(young.values.list) })
  } else if (old.values) {
    found.add({ type: 'ENUM_ARRAY_REMOVED', effect: 'widens', ...places, from: listed(old.values.list) })
  }
}

const typeOfChange = {
  narrows: 'ENUM_ARRAY_NARROWED',
  widens: 'ENUM_ARRAY_EXTENDED',
  both: 'ENUM_ARRAY_CHANGED',
  none: 'ENUM_ARRAY_CHANGED',
} as const

const allowed = ({ values, types }: Shape): readonly Json[] =>
  (values?.list ?? []).filter(value => types.has(atomOf(value)))

const without = (list: readonly Json[], taken: readonly Json[]): readonly Json[] => {
  const known = new Set(taken.map(canonical))
  return list.filter(value => !known.has(canonical(value)))
}

const listed = (values: readonly Json[]): string => values.map(value => JSON.stringify(value)).join(', ')

/** Bounds, each against the one on the same side: `exclusiveMinimum: 0` of an integer is `minimum: 1`. */
export const compareBounds = (sides: Sides, shared: Atoms, found: Found): void => {
  const isWhole = !shared.has('fraction')
  for (const group of groups) {
    if (!sides.shares(...limits[group[0]].of)) continue
    const old = strictest(sides.old, group, isWhole)
    const young = strictest(sides.new, group, isWhole)
    if (old?.at === young?.at) continue
    const limit = young?.limit ?? old?.limit ?? group[0]
    const isStricter = young ? !old || (limits[limit].bounds === 'from') === young.at > old.at : false
    found.add({
      type: typeOf(limit, old, young),
      effect: isStricter ? 'narrows' : 'widens',
      old: old?.bound.path ?? sides.old.path,
      new: young?.bound.path ?? sides.new.path,
      from: old?.bound.value ?? null,
      to: young?.bound.value ?? null,
    })
  }
}

const groups: readonly (readonly [Limit, ...Limit[]])[] = [
  ['minLength'],
  ['maxLength'],
  ['minItems'],
  ['maxItems'],
  ['minProperties'],
  ['maxProperties'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
]

interface Strictest {
  readonly limit: Limit
  readonly bound: Bound
  /** Where accepting begins or ends: halfway between whole numbers for an exclusive bound of integers, a hair beyond it else. */
  readonly at: number
}

const strictest = ({ bounds }: Shape, group: readonly Limit[], isWhole: boolean): Strictest | null => {
  let found: Strictest | null = null
  for (const limit of group) {
    const bound = bounds.get(limit)
    if (!bound) continue
    const at = positionOf(limit, bound.value, isWhole)
    if (!found || (limits[limit].bounds === 'from') === at > found.at) found = { limit, bound, at }
  }
  return found
}

const positionOf = (limit: Limit, value: number, isWhole: boolean): number => {
  const isExclusive = limit.startsWith('exclusive')
  const isFrom = limits[limit].bounds === 'from'
  if (isWhole) {
    if (isFrom) return isExclusive ? Math.floor(value) + 1 : Math.ceil(value)
    return isExclusive ? Math.ceil(value) - 1 : Math.floor(value)
  }
  const hair = Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON)
  return isExclusive ? value + (isFrom ? hair : -hair) : value
}

const typeOf = (limit: Limit, old: Strictest | null, young: Strictest | null): DifferenceType => {
  const name = screaming(limit)
  if (!old) return `${name}_ADDED`
  if (!young) return `${name}_REMOVED`
  if (old.limit !== young.limit && old.bound.value === young.bound.value) return `${name}_ADDED`
  return `${name}_${young.at > old.at ? 'INCREASED' : 'DECREASED'}`
}
