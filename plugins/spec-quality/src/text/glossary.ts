import { type MdSectionNode, spelledWordsOf } from '@lienthong/plugin-sdk'
import { plainOf } from './wording.ts'

/** A term where the glossary explains it. */
export interface Term {
  readonly node: MdSectionNode
  readonly term: string
  readonly from: number
  readonly to: number
}

const headings = /thuật ngữ|giải thích từ ngữ|từ viết tắt|glossary|abbreviations|terms and definitions/iu

export const isGlossary = ({ value }: MdSectionNode): boolean =>
  value.heading !== null && headings.test(value.heading.text)

/** `- **Term**: …`, `**Term**: …`, `| Term | … |`. */
const written = /^(?:(?:[-*+][ \t]+)?(?:\*\*|__)([^*_\n]+?)(?:\*\*|__)|\|[ \t]*([^|\n]*?)[ \t]*\|)/gm

/** The terms that a glossary explains; the head of a table is none. */
export function termsOf(node: MdSectionNode): Term[] {
  const text = plainOf(node)
  const rows = [...text.matchAll(written)]
  return rows.flatMap(({ 0: whole, 1: bold, 2: cell, index }, i) => {
    const next = rows[i + 1]?.[2]
    const term = (bold ?? cell ?? '').replace(/[*_`]/g, '').trim()
    const isHead = cell !== undefined && next !== undefined && /^:?-+:?$/.test(next)
    if (term === '' || isHead || /^:?-+:?$/.test(term)) return []
    const from = index + whole.indexOf(term)
    return [{ node, term, from, to: from + term.length }]
  })
}

/** The ways in which a text may say a term, as words in small letters: as it is, and what stands in brackets behind it. */
export const namesOf = (term: string): string[] =>
  term
    .split(/[()]/)
    .map(part => spelledWordsOf(part).join(' '))
    .filter(part => part !== '')

/** How often each occurs. */
export function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** How often sections say each of the names, in one pass over the words of those that are new. */
export function timesSaid(
  sections: readonly MdSectionNode[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const asked = [...names].join('\n')
  const all = sections.map(node => {
    const before = counted.get(node)
    const said = before?.asked === asked ? before.said : countsOf(saidIn(plainOf(node), names))
    counted.set(node, { asked, said })
    return said
  })
  const sum = new Map<string, number>()
  for (const said of all) for (const [name, count] of said) sum.set(name, (sum.get(name) ?? 0) + count)
  return sum
}

/** As {@link plainOf}, for the names that were asked last. */
const counted = new WeakMap<
  MdSectionNode,
  { readonly asked: string; readonly said: ReadonlyMap<string, number> }
>()

function saidIn(text: string, names: ReadonlySet<string>): string[] {
  const lengths = [...new Set([...names].map(name => name.split(' ').length))]
  const words = spelledWordsOf(text)
  const phraseAt = (at: number, length: number) =>
    at + length <= words.length ? words.slice(at, at + length).join(' ') : ''
  return words.flatMap((_, at) =>
    lengths.map(length => phraseAt(at, length)).filter(phrase => names.has(phrase)),
  )
}
