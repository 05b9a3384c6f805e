import type { Json } from '@lienthong/plugin-sdk'
import type { Conjunction } from '../schema/document.ts'
import type { Shape } from '../schema/shape.ts'
import { sizesAt } from './candidates-scalars.ts'
import type { Pair, Sources } from './sources.ts'

/** Arrays are filled up to so many items at most. */
const maxItems = 60

/** Arrays of telling lengths, with each item in each telling way, with an item twice, with what must be contained. */
export function* arraysAt(sources: Sources, pair: Pair): Generator<Json> {
  const [giver, taker] = sources.shapes(pair)
  if (!giver.types.has('array')) return
  const at = (i: number): Pair => ({ giver: itemOf(giver, i), taker: itemOf(taker, i) })
  const ofLength = (length: number): Json[] =>
    Array.from({ length }, (_, i) => sources.one(itemOf(giver, i))).flat()
  const least = Math.min(giver.bounds.get('minItems')?.value ?? 0, maxItems)
  const base = ofLength(least)
  yield base
  const lengths = [...sizesAt([giver, taker], 'minItems', 'maxItems'), 1, 2]
  for (const length of lengths) if (length <= maxItems) yield ofLength(length)
  const prefix = Math.max(giver.array?.prefix.length ?? 0, taker.array?.prefix.length ?? 0)
  for (let i = 0; i <= prefix; i++)
    for (const item of sources.inside(at(i))) yield [...ofLength(i), item, ...base.slice(i + 1)]
  for (const { min, max, place } of [giver, taker].flatMap(({ containing }) => containing))
    yield* contained(sources, place, [min, min + 1, min - 1, max, max + 1])
  yield sources.all(at(prefix)).slice(0, Math.min(Math.max(2, least), maxItems))
}

const itemOf = ({ array }: Shape, i: number): Conjunction => array?.prefix[i] ?? array?.rest ?? []

const contained = (
  sources: Sources,
  place: Conjunction[number],
  counts: readonly number[],
): readonly Json[] => {
  const [fitting] = sources.one([place])
  if (fitting === undefined) return []
  const possible = counts.filter(count => count >= 0 && count <= maxItems)
  return [...new Set(possible)].map(count => Array.from({ length: count }, () => fitting))
}
