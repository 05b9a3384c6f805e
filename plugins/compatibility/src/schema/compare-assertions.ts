import { type Effect, effectOf } from '../effect.ts'
import type { DifferenceType } from './difference.ts'
import type { Found } from './found.ts'
import type { Assertion, Bound, Shape } from './shape.ts'
import type { Sides } from './sides.ts'
import { canonical } from './types.ts'

/** Patterns, formats, encodings, unknown references; multiples; uniqueness. Those that are equal on both sides say nothing. */
export const compareAssertions = (sides: Sides, found: Found): void => {
  for (const [keyword, subject] of subjects) {
    if (keyword !== '$ref' && !sides.shares('string')) continue
    const [old, young] = [only(sides.old, keyword), only(sides.new, keyword)]
    const [lost, gained] = [without(old, young), without(young, old)]
    for (let i = 0; i < Math.max(lost.length, gained.length); i++)
      addAssertion(sides, found, subject, lost[i], gained[i])
  }
  if (sides.shares('integer', 'fraction')) compareMultiples(sides, found)
  if (sides.shares('array')) compareUniqueness(sides, found)
}

const subjects = [
  ['pattern', 'PATTERN'],
  ['format', 'FORMAT'],
  ['contentEncoding', 'CONTENT_ENCODING'],
  ['contentMediaType', 'CONTENT_MEDIA_TYPE'],
  ['contentSchema', 'CONTENT_SCHEMA'],
  ['$ref', 'REFERENCE'],
] as const

const only = ({ assertions }: Shape, wanted: string): readonly Assertion[] =>
  assertions.filter(({ keyword }) => keyword === wanted)

const without = (list: readonly Assertion[], taken: readonly Assertion[]): readonly Assertion[] => {
  const known = new Set(taken.map(({ value }) => canonical(value)))
  return list.filter(({ value }) => !known.has(canonical(value)))
}

const addAssertion = (
  sides: Sides,
  found: Found,
  subject: (typeof subjects)[number][1],
  old: Assertion | undefined,
  young: Assertion | undefined,
): void =>
  found.add({
    type: `${subject}_${old ? (young ? 'CHANGED' : 'REMOVED') : 'ADDED'}`,
    effect: effectOf(young !== undefined, old !== undefined),
    old: old?.path ?? sides.old.path,
    new: young?.path ?? sides.new.path,
    from: old?.value ?? null,
    to: young?.value ?? null,
  })

const compareMultiples = (sides: Sides, found: Found): void => {
  const [lost, gained] = [
    notAmong(sides.old.multiples, sides.new.multiples),
    notAmong(sides.new.multiples, sides.old.multiples),
  ]
  for (let i = 0; i < Math.max(lost.length, gained.length); i++) {
    const [type, effect] = changeOf(lost[i]?.value, gained[i]?.value)
    found.add({
      type,
      effect,
      old: lost[i]?.path ?? sides.old.path,
      new: gained[i]?.path ?? sides.new.path,
      from: lost[i]?.value ?? null,
      to: gained[i]?.value ?? null,
    })
  }
}

const notAmong = (list: readonly Bound[], taken: readonly Bound[]): readonly Bound[] =>
  list.filter(({ value }) => !taken.some(other => other.value === value))

const changeOf = (old: number | undefined, young: number | undefined): [DifferenceType, Effect] => {
  if (old === undefined || young === undefined)
    return old === undefined ? ['MULTIPLE_OF_ADDED', 'narrows'] : ['MULTIPLE_OF_REMOVED', 'widens']
  if (Number.isInteger(old / young)) return ['MULTIPLE_OF_REDUCED', 'widens']
  if (Number.isInteger(young / old)) return ['MULTIPLE_OF_EXPANDED', 'narrows']
  return ['MULTIPLE_OF_CHANGED', 'both']
}

const compareUniqueness = ({ old, new: young }: Sides, found: Found): void => {
  if ((old.uniqueItems === null) === (young.uniqueItems === null)) return
  const isAdded = young.uniqueItems !== null
  found.add({
    type: isAdded ? 'UNIQUE_ITEMS_ADDED' : 'UNIQUE_ITEMS_REMOVED',
    effect: isAdded ? 'narrows' : 'widens',
    old: old.uniqueItems ?? old.path,
    new: young.uniqueItems ?? young.path,
  })
}
