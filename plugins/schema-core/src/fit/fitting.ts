import type { Json, JsonObject, Patterns, RuleContext, SchemaNode } from '@lienthong/plugin-sdk'
import { draftOf } from '../schema/draft.ts'
import { fitsAsList } from './arrays.ts'
import { fitsBranches } from './branches.ts'
import type { Judging, Place } from './judging.ts'
import { fitsAsObject } from './objects.ts'
import { textOf } from './same.ts'
import { because, unfitNumber, unfitText } from './scalars.ts'
import { hasType, isList, isObject, typesOf } from './types.ts'
import { allOf, isMisfit, type Verdict } from './verdict.ts'

/** Schemas within schemas and references, of one value. */
const maxDepth = 50
/** A step is a schema looked at. For all values of a unit so many, and more by its length, so that a slice of a document fits into one run whatever it says. */
const baseSteps = 100
const stepsPerCharacter = 0.25
const maxSteps = 5_000
/** Characters compared for the price of a step. */
const charactersOfStep = 50
/** Looking up a reference takes as long as so many steps. */
const stepsOfReference = 5
/** They say something of the value that is not followed here. */
const unfollowed = ['$dynamicRef', '$recursiveRef', 'unevaluatedProperties', 'unevaluatedItems']

/** Judges values of a unit by schemas. What is not known for certain is `unknown`, never a misfit. */
export class Fitting implements Judging {
  private left: number | null = null
  private top: SchemaNode | null = null
  private readonly targets = new Map<string, SchemaNode | undefined>()
  /** What references say of the parts of the value at hand; `unknown` while it is being found out, so that circles end. */
  private known = new Map<string, Verdict>()

  constructor(
    private readonly ctx: RuleContext,
    readonly patterns: Patterns,
  ) {}

  /** To be told of every schema of the unit, the topmost first: by its length it is known what the unit may cost. */
  sees(node: SchemaNode): void {
    this.top ??= node
  }

  /** Whether a value that stands at a schema fits it. */
  fits(value: Json, node: SchemaNode, schema: JsonObject = node.value): Verdict {
    this.known = new Map()
    return this.judge(
      value,
      schema,
      { below: [], depth: 0, origin: isEmbedded(node) ? 'embedded' : 'here' },
      true,
    )
  }

  judge(value: Json, schema: Json | undefined, place: Place, isTop = false): Verdict {
    if (schema === undefined || schema === true) return 'fits'
    if (schema === false)
      return { below: place.below, ...because('không được phép có', 'it may not be there') }
    if (!isObject(schema) || place.depth > maxDepth || !this.afford(1)) return 'unknown'
    const origin = !isTop && typeof schema.$id === 'string' ? 'embedded' : place.origin
    const here: Place = { ...place, origin, depth: place.depth + 1 }
    const referred = typeof schema.$ref === 'string' ? this.referred(value, schema.$ref, here) : 'fits'
    if (isMisfit(referred)) return referred
    const own = this.own(value, schema, here)
    if (isMisfit(own)) return schema.$ref === undefined ? own : this.besideRef(own, referred, here)
    return referred === 'unknown' || unfollowed.some(keyword => keyword in schema) ? 'unknown' : own
  }

  within = (place: Place, step: string | number): Place => ({ ...place, below: [...place.below, step] })

  afford(characters: number): boolean {
    this.left ??= Math.min(maxSteps, baseSteps + lengthOf(this.top) * stepsPerCharacter)
    this.left -= Math.ceil(characters / charactersOfStep)
    return this.left >= 0
  }

  private referred(value: Json, ref: string, place: Place): Verdict {
    if (place.origin === 'embedded') return 'unknown'
    const key = JSON.stringify([place.below, ref])
    const known = this.known.get(key)
    if (known !== undefined) return known
    this.known.set(key, 'unknown')
    const node = this.target(ref)
    if (!node) return 'unknown'
    const origin = ref.startsWith('#') ? place.origin : 'elsewhere'
    const verdict = this.judge(value, node.value, { ...place, origin }, node.path.length === 0)
    this.known.set(key, verdict)
    return verdict
  }

  private target(ref: string): SchemaNode | undefined {
    if (this.targets.has(ref)) return this.targets.get(ref)
    const node = this.afford(stepsOfReference * charactersOfStep) ? this.ctx.resolve(ref) : undefined
    this.targets.set(ref, node)
    return node
  }

  /** Until draft 7 nothing counts beside a reference; which draft another document is of is not known. */
  private besideRef(own: Verdict, referred: Verdict, { origin }: Place): Verdict {
    if (origin !== 'here') return 'unknown'
    return draftOf(this.ctx) > 7 ? own : referred
  }

  private own(value: Json, schema: JsonObject, place: Place): Verdict {
    const types = typesOf(schema)
    if (!hasType(value, types)) {
      const named = types.join(' | ')
      return {
        ...{ below: place.below, isOfType: true },
        ...because(`không thuộc kiểu ${named}`, `it is not of the type ${named}`),
      }
    }
    const listed = this.listed(value, schema, place)
    if (isMisfit(listed)) return listed
    const content = this.content(value, schema, place)
    if (isMisfit(content)) return content
    return allOf([listed, content, fitsBranches(value, schema, place, this)], verdict => verdict)
  }

  private listed(value: Json, { enum: values, const: only }: JsonObject, { below }: Place): Verdict {
    const text = typeof value === 'object' && value !== null ? textOf(value) : null
    let isCut = text !== null && !this.afford(text.length)
    const isValue = (one: Json): boolean => {
      if (text === null || typeof one !== 'object' || one === null) return one === value
      const other = isCut ? '' : textOf(one)
      isCut ||= !this.afford(other.length)
      return other === text
    }
    if (isList(values) && !values.some(isValue) && !isCut) {
      return { below, ...because('không nằm trong "enum"', 'it is not in "enum"') }
    }
    if (only !== undefined && !isValue(only) && !isCut) {
      return { below, ...because('không phải giá trị của "const"', 'it is not the value of "const"') }
    }
    return isCut ? 'unknown' : 'fits'
  }

  private content(value: Json, schema: JsonObject, place: Place): Verdict {
    if (isList(value)) return fitsAsList(value, schema, place, this)
    if (isObject(value)) return fitsAsObject(value, schema, place, this)
    const why =
      typeof value === 'string'
        ? unfitText(value, schema, this.patterns)
        : typeof value === 'number'
          ? unfitNumber(value, schema)
          : undefined
    return why === undefined ? 'fits' : why === 'unknown' ? why : { below: place.below, ...why }
  }
}

const lengthOf = (node: SchemaNode | null): number => JSON.stringify(node?.value ?? null).length

/** Whether a schema, or one around it, has an address of its own within the document: references are read by that then. */
export function isEmbedded(node: SchemaNode): boolean {
  for (let at: SchemaNode | null = node; at; at = at.parent)
    if (at.role !== 'root' && typeof at.value.$id === 'string') return true
  return false
}
