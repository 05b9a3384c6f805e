import type { Json } from '@lienthong/plugin-sdk'
import { type Conjunction, isObject, type Place } from '../schema/document.ts'
import { keyOfPlace } from '../schema/merge.ts'
import { openShape, type Shape } from '../schema/shape.ts'
import type { Shapes } from '../schema/shapes.ts'
import { canonical } from '../schema/types.ts'
import { arraysAt } from './candidates-arrays.ts'
import { objectsAt } from './candidates-objects.ts'
import { numbersAt, textsAt } from './candidates-scalars.ts'
import { Unknowable } from './judge.ts'
import type { Pair, Sources } from './sources.ts'
import type { Validator } from './validate.ts'

/** Candidates for one place of a record at most. */
const maxCandidates = 400
/** Of what is inside, so many that tell the schemas apart, and so many others, are tried in what is around. */
const maxTelling = 3
const maxOthers = 2

/** Values inside values inside values: deeper ones show nothing new, and a sandbox's stack is small. */
const maxDepth = 6

/** What the search works with. */
export interface Search {
  readonly shapes: Shapes
  readonly validator: Validator
  /** Whether the schemas of a place may differ: elsewhere one record that fits is enough. */
  mayDiffer(pair: Pair): boolean
}

/** Makes values at the boundaries of two schemas: just inside, just outside, with and without each part. */
export class Candidates implements Sources {
  private readonly known = new Map<string, readonly Json[]>()
  private depth = 0

  constructor(private readonly search: Search) {}

  get patterns() {
    return this.search.validator.patterns
  }

  shapes({ giver, taker }: Pair): readonly [Shape, Shape] {
    return [this.search.shapes.of(giver), this.search.shapes.of(taker)]
  }

  /** The first value that the giver accepts and the taker refuses. */
  telling(pair: Pair): Json | undefined {
    for (const value of this.fitting(pair)) if (this.accepts(pair.taker, value) === false) return value
    return undefined
  }

  one(schema: Conjunction): readonly Json[] {
    return this.remembered(`one ${keyOf(schema)}`, () => {
      for (const value of this.fitting({ giver: schema, taker: [] })) return [value]
      return []
    })
  }

  inside(pair: Pair): readonly Json[] {
    if (!this.search.mayDiffer(pair)) return this.one(pair.giver)
    return this.remembered(`inside ${keyOf(pair.giver)}→${keyOf(pair.taker)}`, () => {
      const [telling, others]: [Json[], Json[]] = [[], []]
      for (const value of this.fitting(pair)) {
        if (telling.length >= maxTelling && others.length >= maxOthers) break
        if (this.accepts(pair.taker, value) === false) telling.push(value)
        else if (others.length < maxOthers) others.push(value)
      }
      return [...telling.slice(0, maxTelling), ...others]
    })
  }

  all(pair: Pair): readonly Json[] {
    return this.remembered(`all ${keyOf(pair.giver)}→${keyOf(pair.taker)}`, () => {
      const found = new Map<string, Json>()
      for (const value of this.make(pair)) {
        if (found.size >= maxCandidates) break
        found.set(canonical(value), value)
      }
      return [...found.values()]
    })
  }

  /** Met again below itself, or too deep, there is nothing: a record ends somewhere. */
  private remembered(key: string, make: () => readonly Json[]): readonly Json[] {
    const known = this.known.get(key)
    if (known) return known
    if (this.depth >= maxDepth) return []
    this.depth++
    this.known.set(key, [])
    const made = make()
    this.known.set(key, made)
    this.depth--
    return made
  }

  private *fitting(pair: Pair): Generator<Json> {
    let count = 0
    for (const value of this.make(pair)) {
      if (++count > maxCandidates || this.search.validator.isSpent) return
      if (this.accepts(pair.giver, value)) yield value
    }
  }

  /** The simple first: often the first is enough. */
  private *make(pair: Pair): Generator<Json> {
    const [giver, taker] = this.shapes(pair)
    yield* giver.values?.list ?? []
    yield* taker.values?.list ?? []
    yield* textsAt([giver, taker], this.patterns)
    yield* numbersAt([giver, taker])
    yield* [true, false, null]
    yield* objectsAt(this, pair)
    yield* arraysAt(this, pair)
    yield* this.branches(pair)
  }

  /** What alternatives, conditions and negations ask for, laid over what is demanded anyway. */
  private *branches(pair: Pair): Generator<Json> {
    const [giver, taker] = this.shapes(pair)
    const [base = {}] = objectsAt(this, pair)
    for (const place of [giver, taker].flatMap(placesIn))
      for (const value of this.all({ giver: [place], taker: [] })) {
        yield value
        if (isObject(value) && isObject(base)) yield { ...base, ...value }
      }
  }

  /** Null where it cannot be told. */
  private accepts(schema: Conjunction, value: Json): boolean | null {
    try {
      return schema.every(place => this.search.validator.accepts(place, value))
    } catch (error) {
      if (error instanceof Unknowable) return null
      throw error
    }
  }
}

const keyOf = (schema: Conjunction): string => schema.map(keyOfPlace).join('&')

const placesIn = (shape: Shape): readonly Place[] =>
  shape === openShape
    ? []
    : [
        ...shape.sums.flatMap(({ members }) => members),
        ...shape.negations,
        ...shape.conditionals.flatMap(({ condition, yes, no }) => [condition, ...yes, ...no]),
        ...[...shape.dependentSchemas.values()].flat(),
      ]
