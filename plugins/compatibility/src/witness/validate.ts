import { type Json, Patterns } from '@lienthong/plugin-sdk'
import type { Effort } from '../effort.ts'
import { isObject, type Place } from '../schema/document.ts'
import { type Keywords, keywordsOf } from '../schema/keywords.ts'
import { atomOf, atomsOf, canonical } from '../schema/types.ts'
import { at, type Case, Evaluated, type Judge, listed, Unknowable } from './judge.ts'
import { checkArray } from './validate-array.ts'
import { checkObject } from './validate-object.ts'
import { checkNumber, checkText } from './validate-scalar.ts'

/** References that lead through more references than this lead nowhere. */
const maxDepth = 40

/**
 * Tells whether values are valid, by the keywords as they are written and without making code from them: a sandbox
 * forbids that, and a pattern of a document must not run for years. Says the same as ajv: the tests compare them.
 */
export class Validator implements Judge {
  readonly patterns = new Patterns()
  private readonly read = new WeakMap<object, Keywords>()
  private depth = 0
  private left: number

  constructor({ judgements }: Pick<Effort, 'judgements'>) {
    this.left = judgements
  }

  /** Whether there is no more work to be made: nothing can be told any more. */
  get isSpent(): boolean {
    return this.left <= 0
  }

  /** Throws {@link Unknowable}. */
  accepts(place: Place, value: Json, evaluated = new Evaluated()): boolean {
    if (place.schema === true) return true
    if (!isObject(place.schema)) return false
    if (this.isSpent || this.depth >= maxDepth) throw new Unknowable()
    this.left--
    this.depth++
    try {
      return this.judge(place, value, evaluated)
    } finally {
      this.depth--
    }
  }

  private judge(place: Place, value: Json, evaluated: Evaluated): boolean {
    const keywords = this.keywordsOf(place)
    const own: Case = { place, keywords, evaluated }
    return (
      hasTypeAndValue(keywords, value) &&
      checkText(this, keywords, value) &&
      checkNumber(keywords, value) &&
      this.combinations(own, value) &&
      checkObject(this, own, value) &&
      checkArray(this, own, value)
    )
  }

  /** The same object stands at the same place. */
  private keywordsOf(place: Place): Keywords {
    if (!isObject(place.schema)) return keywordsOf(place)
    const known = this.read.get(place.schema) ?? keywordsOf(place)
    this.read.set(place.schema, known)
    return known
  }

  private combinations(own: Case, value: Json): boolean {
    return (
      this.referred(own, value) &&
      listed(own, 'allOf').every(part => this.counts(own, part, value)) &&
      this.some(own, value) &&
      this.exactlyOne(own, value) &&
      !at(own, 'not').some(part => this.accepts(part, value)) &&
      this.conditional(own, value)
    )
  }

  private referred(own: Case, value: Json): boolean {
    const ref = own.keywords.get('$ref')?.value
    if (typeof ref !== 'string') return true
    const target = own.place.document.resolve(ref)
    if (!target) throw new Unknowable()
    return this.counts(own, target, value)
  }

  /** A part of the schema at the same value: what it evaluates counts when it accepts. */
  private counts({ evaluated }: Case, part: Place, value: Json): boolean {
    const inner = new Evaluated()
    const isAccepted = this.accepts(part, value, inner)
    if (isAccepted) evaluated.add(inner)
    return isAccepted
  }

  /** Every member is tried: each that accepts evaluates. */
  private some(own: Case, value: Json): boolean {
    const members = listed(own, 'anyOf')
    return members.length === 0 || members.filter(part => this.counts(own, part, value)).length > 0
  }

  private exactlyOne(own: Case, value: Json): boolean {
    const members = listed(own, 'oneOf')
    return members.length === 0 || members.filter(part => this.counts(own, part, value)).length === 1
  }

  private conditional(own: Case, value: Json): boolean {
    return at(own, 'if').every(condition => {
      const branch = this.counts(own, condition, value) ? 'then' : 'else'
      return at(own, branch).every(part => this.counts(own, part, value))
    })
  }
}

const hasTypeAndValue = (keywords: Keywords, value: Json): boolean => {
  const type = keywords.get('type')?.value
  if (type !== undefined && !atomsOf(type).has(atomOf(value))) return false
  const only = keywords.get('const')
  if (only && canonical(only.value) !== canonical(value)) return false
  const some = keywords.get('enum')?.value
  return !Array.isArray(some) || some.some((one: Json) => canonical(one) === canonical(value))
}
