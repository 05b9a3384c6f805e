import type { DocumentFacts, Fix, Json } from '@lienthong/plugin-sdk'
import { identifiersIn } from './identifiers.ts'

/**
 * Offers renaming where it is sound: the document says the old name only where it is given, and the new one nowhere.
 * A name that is also required, referred to or given elsewhere would be left behind there.
 */
export class Renaming {
  /** Counted when a first fix is wanted: most documents need none. */
  private counts: ReadonlyMap<string, number> | null = null

  constructor(private readonly facts: DocumentFacts) {}

  fixes(name: string, to: string): readonly Fix[] {
    this.counts ??= countsOf(this.facts)
    if (this.counts.get(name) !== 1 || this.counts.has(to)) return []
    return [{ kind: 'rename', to, title: { vi: `Đổi tên thành "${to}"`, en: `Rename to "${to}"` } }]
  }
}

/** How often a document says each word that may be a name. */
function countsOf(facts: DocumentFacts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  if (facts.language === 'sql') for (const { text } of facts.statements) identifiersIn(text).forEach(add)
  if (facts.language === 'json-schema') {
    if (facts.root) addWords(facts.root.value, add)
    for (const { key, value } of facts.definitions) {
      add(String(key))
      addWords(value, add)
    }
  }
  return counts
}

/** Keys, texts, and the steps of references (`#/properties/hoTen`). */
function addWords(value: Json, add: (word: string) => void): void {
  if (typeof value === 'string' && value.includes('/')) for (const step of value.split('/')) add(step)
  else if (typeof value === 'string') add(value)
  else if (Array.isArray(value)) for (const item of value) addWords(item, add)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      add(key)
      addWords(item, add)
    }
}
