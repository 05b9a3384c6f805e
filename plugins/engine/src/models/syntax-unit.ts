import { type SyntaxFact, syntaxUnitId, type Unit } from './unit.ts'

/** The unit that carries what cannot be read, or none. Kept as it is while nothing about it changes. */
export const syntaxUnit = (
  found: readonly SyntaxFact[],
  documentText: string,
  previous: readonly Unit[],
): readonly Unit[] => {
  if (found.length === 0) return []
  const facts = found.map(fact => visible(fact, documentText))
  const text = JSON.stringify(facts)
  const before = previous.find(unit => unit.id === syntaxUnitId)
  const parsed =
    before?.text === text
      ? before.parsed
      : {
          text: '',
          value: null,
          duplicateKeys: [],
          invalid: [],
          syntax: facts,
          spot: () => null,
          fix: () => null,
        }
  const pieces = [{ from: 0, at: 0, length: documentText.length }]
  return [{ id: syntaxUnitId, base: [], text, pieces, parsed, provides: [], isBroken: false }]
}

/** A place of white space alone would be marked invisibly: the character before it is marked instead. */
const visible = (fact: SyntaxFact, text: string): SyntaxFact => {
  if (text.slice(fact.start, fact.end).trim() !== '') return fact
  const end = text.slice(0, fact.start).trimEnd().length
  return end === 0 ? fact : { ...fact, start: end - 1, end }
}

/** Gives the second of two equal ids a number, so that both can be told apart. */
export const uniqueIds = () => {
  const seen = new Map<string, number>()
  return (id: string) => {
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}~${count}`
  }
}

export const definitionId = (container: string, name: string) => `/${container}/${name}`
