import { Patterns } from '@lienthong/plugin-sdk'
import type { Effort } from '../effort.ts'
import { compareArrays } from './compare-arrays.ts'
import { compareAssertions } from './compare-assertions.ts'
import { compareCombinations } from './compare-combinations.ts'
import { compareObjects } from './compare-objects.ts'
import { compareUnevaluated } from './compare-unevaluated.ts'
import { compareBounds, compareTypes, compareValues } from './compare-values.ts'
import type { Difference } from './difference.ts'
import type { Conjunction } from './document.ts'
import { Found } from './found.ts'
import { keyOfPlace } from './merge.ts'
import { Shapes } from './shapes.ts'
import type { Comparer, Sides } from './sides.ts'
import { canonical, common } from './types.ts'
import { referredPairs } from './words.ts'

/** Two schemas that are compared, and which comparisons asked for the answer. */
interface Pair {
  readonly old: Conjunction
  readonly new: Conjunction
  readonly found: Found
  readonly askers: Set<Pair>
}

/**
 * Compares pairs of schemas and remembers what it found. Sound: where no difference narrows, every record that is valid
 * under the old schema is valid under the new one; where none widens, the reverse. References are followed and `allOf` is
 * dissolved, so that moving things about is no difference.
 *
 * A pair asks for the pairs inside it and takes them to find nothing until they say otherwise; then it is asked anew. What
 * is found only grows, so this comes to an end: the least that holds, which is right by induction on a record's depth.
 */
export class Comparison implements Comparer {
  readonly patterns = new Patterns()
  readonly shapes = new Shapes()
  private readonly pairs = new Map<string, Pair>()
  private readonly waiting = new Set<Pair>()
  private current: Pair | null = null
  private left: number

  constructor({ pairs }: Pick<Effort, 'pairs'>) {
    this.left = pairs
  }

  /** Everything that differs between two schemas. */
  run(old: Conjunction, young: Conjunction): Found {
    const found = this.between(old, young)
    for (const pair of this.waiting) {
      this.waiting.delete(pair)
      this.compare(pair)
    }
    return found
  }

  between(old: Conjunction, young: Conjunction): Found {
    const key = `${old.map(keyOfPlace)}→${young.map(keyOfPlace)}`
    const pair = this.pairs.get(key) ?? this.added(key, old, young)
    if (this.current) pair.askers.add(this.current)
    return pair.found
  }

  private added(key: string, old: Conjunction, young: Conjunction): Pair {
    const found = Found.pending({ old, new: young })
    const pair: Pair = { old, new: young, found, askers: new Set() }
    this.pairs.set(key, pair)
    this.waiting.add(pair)
    return pair
  }

  private compare(pair: Pair): void {
    const { old, new: young, found, askers } = pair
    this.current = pair
    found.clear()
    this.pair(old, young, found)
    this.current = null
    if (found.settle()) for (const asker of askers) this.waiting.add(asker)
  }

  private pair(oldSchema: Conjunction, newSchema: Conjunction, found: Found): void {
    const referred = referredPairs(oldSchema, newSchema)
    if (referred) for (const [from, to] of referred) found.take(this.between([from], [to]))
    else if (this.left-- > 0) this.keywords(oldSchema, newSchema, found)
    else found.add(tooLarge(oldSchema, newSchema))
  }

  private keywords(oldSchema: Conjunction, newSchema: Conjunction, found: Found): void {
    const oldTypes = this.shapes.typesOf(oldSchema)
    const newTypes = this.shapes.typesOf(newSchema)
    const shared = common(oldTypes, newTypes)
    const sides: Sides = {
      old: this.shapes.of(oldSchema),
      new: this.shapes.of(newSchema),
      oldSchema,
      newSchema,
      shares: (...types) => types.some(type => shared.has(type)),
    }
    compareAnnotations(sides, found)
    compareTypes(sides, oldTypes, newTypes, found)
    compareValues(sides, found)
    compareBounds(sides, shared, found)
    compareAssertions(sides, found)
    compareObjects(this, sides, found)
    compareArrays(this, sides, found)
    compareCombinations(this, sides, found)
    compareUnevaluated(this, sides, found)
  }
}

const tooLarge = (old: Conjunction, young: Conjunction): Difference => ({
  type: 'COMPARISON_TOO_LARGE',
  effect: 'both',
  old: old[0]?.path ?? null,
  new: young[0]?.path ?? null,
})

const annotations = [
  ['title', 'TITLE_CHANGED'],
  ['description', 'DESCRIPTION_CHANGED'],
  ['default', 'DEFAULT_CHANGED'],
  ['$id', 'ID_CHANGED'],
] as const

const compareAnnotations = ({ old, new: young }: Sides, found: Found): void => {
  for (const [keyword, type] of annotations) {
    const before = old.annotations.get(keyword)
    const now = young.annotations.get(keyword)
    if (canonical(before?.value ?? null) === canonical(now?.value ?? null)) continue
    const values = { from: before?.value ?? null, to: now?.value ?? null }
    found.add({ type, effect: 'none', old: before?.path ?? null, new: now?.path ?? young.path, ...values })
  }
}
