import type { Json, JsonObject, RuleContext } from '@lienthong/plugin-sdk'
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

/** The first part of a schema that contradicts the others by its type; everything that is not certain allows all types. */
export function clashOf(ctx: RuleContext, schema: JsonObject): Clash | undefined {
  const { $ref: ref, allOf } = schema
  // Without a second voice there is nothing to hold together, and no reason to depend on what a reference leads to.
  const voices = [schema.type, ref, ...(isList(allOf) ? allOf.filter(hasVoice) : [])]
  if (voices.filter(voice => voice !== undefined).length < 2) return undefined
  let allowed = ownTypes(schema)
  const parts = [
    ...(typeof ref === 'string' ? [{ branch: null, schema: { $ref: ref } as Json }] : []),
    ...(isList(allOf) ? allOf.map((one, branch) => ({ branch, schema: one })) : []),
  ]
  for (const part of parts) {
    const wanted = typesAllowed(ctx, part.schema, 0)
    const both = narrowed(allowed, wanted)
    if (both?.length === 0 && allowed && wanted) {
      // Nothing counts beside a reference in those drafts.
      if (typeof ref === 'string' && draftOf(ctx) <= 7) return undefined
      return { branch: part.branch, allowed: allowed.join(' | '), wanted: wanted.join(' | ') }
    }
    allowed = both
  }
  return undefined
}

const hasVoice = (schema: Json): boolean =>
  isObject(schema) && ['type', '$ref', 'allOf'].some(keyword => keyword in schema)

type Types = readonly string[] | undefined

function typesAllowed(ctx: RuleContext, schema: Json, depth: number): Types {
  if (!isObject(schema) || depth > maxDepth) return undefined
  if (typeof schema.$ref === 'string') {
    // What stands beside a reference does not count in every draft, what stands behind it does in all.
    return typeof schema.$id === 'string' ? undefined : typesBehind(ctx, schema.$ref, depth + 1)
  }
  const branches = isList(schema.allOf) ? schema.allOf : []
  return branches.reduce<Types>(
    (types, branch) => narrowed(types, typesAllowed(ctx, branch, depth + 1)),
    ownTypes(schema),
  )
}

function typesBehind(ctx: RuleContext, ref: string, depth: number): Types {
  const node = ctx.resolve(ref)
  if (!node) return undefined
  const { value } = node
  // One with an address of its own reads references by that.
  return typeof value.$id === 'string' && node.path.length > 0
    ? ownTypes(value)
    : typesAllowed(ctx, value, depth)
}

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
