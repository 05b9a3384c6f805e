import type { JsonObject } from '@lienthong/plugin-sdk'
import { holdingOf, isObject } from '../guest/nodes.ts'
import type { ParsedUnit } from '../models/unit.ts'

/** What a unit's schemas say of the way to others and to themselves, each once. */
interface Reaching {
  readonly refs: readonly string[]
  readonly anchors: ReadonlySet<string>
}

/** Read once for each content: every keystroke asks for all. */
const known = new WeakMap<ParsedUnit, Reaching>()

/** The references in a unit that may lead out of its document. */
export const leadingOut = (parsed: ParsedUnit): readonly string[] => reachingOf(parsed).refs

export const anchorsOf = (parsed: ParsedUnit): ReadonlySet<string> => reachingOf(parsed).anchors

/** All references of a schema and of those in it. */
export const references = (schema: unknown): ReadonlySet<string> => {
  const refs = new Set<string>()
  for (const { $ref } of schemasIn(schema)) if (typeof $ref === 'string') refs.add($ref)
  return refs
}

const reachingOf = (parsed: ParsedUnit): Reaching => {
  const before = known.get(parsed)
  if (before) return before
  const reaching = mayReach.test(parsed.text) ? readReaching(parsed.value) : nothing
  known.set(parsed, reaching)
  return reaching
}

const readReaching = (value: unknown): Reaching => {
  const refs = [...references(value)].filter(ref => !ref.startsWith('#'))
  const anchors = new Set<string>()
  for (const { $anchor } of schemasIn(value)) if (typeof $anchor === 'string') anchors.add($anchor)
  return refs.length + anchors.size > 0 ? { refs, anchors } : nothing
}

/** A schema and those in it; not what only looks like one, in data. */
function* schemasIn(value: unknown): Generator<JsonObject> {
  if (!isObject(value)) return
  yield value
  for (const keyword of Object.keys(value)) {
    const holding = holdingOf(keyword)
    const held = value[keyword]
    if (holding === 'one') yield* schemasIn(held)
    else if (holding && typeof held === 'object' && held !== null)
      for (const schema of Object.values(held)) yield* schemasIn(schema)
  }
}

/** Worth a look at every schema. Both formats can write these words with escapes. */
const mayReach = /\$ref|\$anchor|\\/
const nothing: Reaching = { refs: [], anchors: new Set() }
