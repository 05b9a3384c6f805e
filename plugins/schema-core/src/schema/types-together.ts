import type { Json, JsonObject, RuleContext, SchemaNode } from '@lienthong/plugin-sdk'
import { isList, isObject, typesOf } from '../fit/types.ts'
import { draftOf } from './draft.ts'

/** A part of a schema that leaves no type of those that the parts before it allow. `branch` is its place in `allOf`, null for `$ref`. */
export interface Clash {
  readonly branch: number | null
  readonly allowed: string
  readonly wanted: string
}

/** Further than this references and branches are not followed: circles end here. */
const maxDepth = 4
/** References looked up for the types of one unit, however many branches lie behind them. */
const maxReferences = 20

/** Finds the parts of a unit's schemas that contradict each other by their types. */
export class Clashes {
  private readonly behind = new Map<string, Types>()

  constructor(private readonly ctx: RuleContext) {}

  /** The first part of a schema that contradicts the others; everything that is not certain allows all types. */
  of(schema: JsonObject): Clash | undefined {
    const { $ref: ref, allOf } = schema
    const branches = isList(allOf) ? allOf : []
    // Without a second voice there is nothing to hold together, and no reason to depend on what a reference leads to.
    const voices = [schema.type, ref, ...branches.filter(hasVoice)]
    if (voices.filter(voice => voice !== undefined).length < 2) return undefined
    let allowed = ownTypes(schema)
    const parts = [
      ...(typeof ref === 'string' ? [{ branch: null, schema: { $ref: ref } as Json }] : []),
      ...branches.map((one, branch) => ({ branch, schema: one })),
    ]
    for (const part of parts) {
      const wanted = this.allowedBy(part.schema, 0)
      const both = narrowed(allowed, wanted)
      if (both?.length === 0 && allowed && wanted) {
        // Nothing counts beside a reference in those drafts.
        if (typeof ref === 'string' && draftOf(this.ctx) <= 7) return undefined
        return { branch: part.branch, allowed: allowed.join(' | '), wanted: wanted.join(' | ') }
      }
      allowed = both
    }
    return undefined
  }

  private allowedBy(schema: Json, depth: number): Types {
    if (!isObject(schema) || depth > maxDepth) return undefined
    if (typeof schema.$ref === 'string') {
      // What stands beside a reference does not count in every draft, what stands behind it does in all.
      return typeof schema.$id === 'string' ? undefined : this.allowedBehind(schema.$ref, depth + 1)
    }
    const branches = isList(schema.allOf) ? schema.allOf : []
    return branches.reduce<Types>(
      (types, branch) => narrowed(types, this.allowedBy(branch, depth + 1)),
      ownTypes(schema),
    )
  }

  private allowedBehind(ref: string, depth: number): Types {
    if (this.behind.has(ref) || this.behind.size >= maxReferences) return this.behind.get(ref)
    this.behind.set(ref, undefined)
    const node = this.ctx.resolve(ref)
    const types = node && this.allowedAt(node, depth)
    this.behind.set(ref, types)
    return types
  }

  /** One with an address of its own reads references by that. */
  private allowedAt({ value, path }: SchemaNode, depth: number): Types {
    const isEmbedded = typeof value.$id === 'string' && path.length > 0
    return isEmbedded ? ownTypes(value) : this.allowedBy(value, depth)
  }
}

const hasVoice = (schema: Json): boolean =>
  isObject(schema) && ['type', '$ref', 'allOf'].some(keyword => keyword in schema)

type Types = readonly string[] | undefined

const names = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'])

/** Undefined where all are allowed, or one is named that there is not. */
function ownTypes(schema: JsonObject): Types {
  const types = typesOf(schema).map(String)
  return types.length > 0 && types.every(type => names.has(type)) ? types : undefined
}

function narrowed(one: Types, other: Types): Types {
  if (!one || !other) return one ?? other
  const has = (types: readonly string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'))
  return [...new Set([...one.filter(type => has(other, type)), ...other.filter(type => has(one, type))])]
}
