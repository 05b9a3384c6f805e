import { isObject } from '../guest/nodes.ts'
import type { ParsedUnit } from '../models/unit.ts'

/** The references in a unit that may lead out of its document, each once. Read once for each content: every keystroke asks for all. */
export const leadingOut = (parsed: ParsedUnit): readonly string[] => {
  const known = out.get(parsed)
  if (known) return known
  const found = mayRefer.test(parsed.text)
    ? references(parsed.value).filter(ref => !ref.startsWith('#'))
    : none
  const refs = found.length > 0 ? found : none
  out.set(parsed, refs)
  return refs
}

/** All references in a value, each once. */
export const references = (value: unknown): readonly string[] => {
  const refs = new Set<string>()
  walk(value, (keyword, said) => {
    if (keyword === '$ref') refs.add(said)
  })
  return [...refs]
}

export const hasAnchor = ({ text, value }: ParsedUnit, name: string): boolean => {
  if (!text.includes('$anchor')) return false
  let isThere = false
  walk(value, (keyword, said) => {
    isThere ||= keyword === '$anchor' && said === name
  })
  return isThere
}

const walk = (value: unknown, tell: (keyword: string, said: string) => void): void => {
  if (Array.isArray(value)) for (const item of value) walk(item, tell)
  else if (isObject(value))
    for (const keyword of Object.keys(value)) {
      const inner = value[keyword]
      if (typeof inner === 'string') tell(keyword, inner)
      else walk(inner, tell)
    }
}

/** Worth a look at every value. JSON may write the sign otherwise. */
const mayRefer = /\$ref|\\u/
const out = new WeakMap<ParsedUnit, readonly string[]>()
const none: readonly string[] = []
