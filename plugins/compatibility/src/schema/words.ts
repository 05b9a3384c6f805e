import type { Json } from '@lienthong/plugin-sdk'
import { type Conjunction, isObject, type Place } from './document.ts'

/** A schema as text, and what it refers to. */
interface Words {
  readonly text: string
  readonly references: readonly string[]
}

/** Under these a wider part does not make the whole wider, or others may make up for it. */
const untransparent = /"(not|if|oneOf|anyOf|maxContains|unevaluatedProperties|unevaluatedItems)":/

const reference = /"\$(?:ref|dynamicRef|recursiveRef)":("(?:[^"\\]|\\.)*")/g

/** Made once for a schema object, which never changes. */
const known = new WeakMap<object, Words>()

/**
 * Where the references of two schemas lead that are the same words: what differs there is all that differs here, so nothing
 * else need be looked at. Null where the words differ, or where what is inside does not arrive outside unchanged.
 */
export const referredPairs = (old: Conjunction, young: Conjunction): (readonly [Place, Place])[] | null => {
  const [one, ...others] = old
  const [other, ...more] = young
  if (!one || !other || others.length + more.length > 0) return null
  if (one.document.ignoresNeighboursOfReferences !== other.document.ignoresNeighboursOfReferences) return null
  const [before, now] = [wordsOf(one.schema), wordsOf(other.schema)]
  if (before.text !== now.text || untransparent.test(before.text)) return null
  const pairs: (readonly [Place, Place])[] = []
  for (const ref of before.references) {
    const [from, to] = [one.document.resolve(ref), other.document.resolve(ref)]
    if ((from === null) !== (to === null)) return null
    if (from && to) pairs.push([from, to])
  }
  return pairs
}

const wordsOf = (schema: Json): Words => {
  if (!isObject(schema)) return readWords(schema)
  const words = known.get(schema) ?? readWords(schema)
  known.set(schema, words)
  return words
}

/** Definitions say nothing where they stand. */
const readWords = (schema: Json): Words => {
  const { $defs: _, definitions: __, ...own } = isObject(schema) ? schema : {}
  const text = JSON.stringify(isObject(schema) ? own : schema)
  const references = new Set([...text.matchAll(reference)].map(([, ref]) => String(JSON.parse(ref ?? '""'))))
  return { text, references: [...references] }
}
