import type { Json, Patterns } from '@lienthong/plugin-sdk'
import type { Limit, Shape } from '../schema/shape.ts'
import { formats } from './formats.ts'

type Both = readonly [Shape, Shape]

/** Longer texts and arrays show nothing that shorter ones do not, but for bounds that are as large. */
const maxLength = 5_000

const boundsIn = (shapes: Both, ...limits: readonly Limit[]): number[] =>
  shapes.flatMap(({ bounds }) => limits.flatMap(limit => bounds.get(limit)?.value ?? []))

/** Whole numbers at and beside the bounds of both sides. */
export const sizesAt = (shapes: Both, ...limits: readonly Limit[]): number[] => {
  const beside = boundsIn(shapes, ...limits).flatMap(bound => [bound, bound - 1, bound + 1])
  return [...new Set(beside)].filter(size => Number.isInteger(size) && size >= 0 && size <= maxLength)
}

/** Texts of telling lengths, along the patterns, in the formats. */
export const textsAt = (shapes: Both, patterns: Patterns): readonly Json[] => {
  const assertions = shapes.flatMap(({ assertions: own }) => own)
  const texts = (keyword: string) =>
    assertions.flatMap(one => (one.keyword === keyword && typeof one.value === 'string' ? [one.value] : []))
  const matching = texts('pattern').flatMap(pattern => patterns.samples(pattern))
  const examples = texts('format').flatMap(format => formats.get(format)?.example ?? [])
  const lengths = [...sizesAt(shapes, 'minLength', 'maxLength'), 1, 0, 5]
  return [
    ...matching,
    ...examples,
    ...lengths.map(length => 'a'.repeat(length)),
    ...lengths.map(length => '0'.repeat(length)),
  ]
}

/** Numbers at, beside and between the bounds and multiples of both sides. */
export const numbersAt = (shapes: Both): readonly Json[] => {
  const bounds = boundsIn(shapes, 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum')
  const multiples = shapes.flatMap(({ multiples: own }) => own.map(({ value }) => value))
  const near = [0, ...bounds]
  const onMultiples = multiples.flatMap(step => near.map(bound => Math.ceil(bound / step) * step))
  const numbers = [
    ...[...near, ...onMultiples].flatMap(bound => [bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5]),
    ...multiples.flatMap(step => [...near, ...onMultiples].flatMap(bound => [bound + step, bound - step])),
  ]
  return [...new Set(numbers)].filter(number => Number.isFinite(number))
}
