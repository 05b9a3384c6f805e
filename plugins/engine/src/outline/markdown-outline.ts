import type { MdSection } from '@lienthong/plugin-sdk'
import { type DocumentModel, type Range, toDocument, type Unit } from '../models/unit.ts'
import type { Lines } from './lines.ts'
import type { Definition, DocumentSymbol, LanguageOutline, Reference } from './outline.ts'
import { referenceAt, wholeDocument } from './references.ts'

interface Section {
  readonly unit: Unit
  readonly value: MdSection
  /** Where the sections within it end, too. */
  readonly end: number
}

/** The outline of a specification: headings by their depth, with the requirements under them. */
export const markdownOutline = ({ units }: DocumentModel, lines: Lines): LanguageOutline => {
  const sections = sectionsOf(units, lines.text)
  const definitions: Definition[] = [wholeDocument(lines)]
  const references: Reference[] = []
  for (const { unit, value, end } of sections) {
    definitions.push(...definitionsOf(unit, value, end, lines))
    for (const index of value.links.keys()) {
      const at = placeOf(unit, ['links', index])?.value
      const url = value.links[index]?.url ?? ''
      if (at && isOurs(url)) references.push(...referenceAt(lines, at))
    }
  }
  return {
    id: null,
    symbols: new Nesting(sections, lines).symbols(),
    folds: sections.flatMap(section => foldsOf(section, lines)),
    definitions,
    references,
  }
}

/** An address on the web or of a person is no document. */
const isOurs = (url: string) => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)

/** From the last to the first: a section ends where the nearest begins that is not deeper, what stands before all headings at the first. */
const sectionsOf = (units: readonly Unit[], text: string): readonly Section[] => {
  /** By depth, where the nearest section begins that is as deep at most. */
  const nearest = Array.from({ length: maxDepth + 1 }, () => text.length)
  let next = text.length
  const sections = [...units].reverse().map((unit): Section => {
    const value = unit.parsed.value as MdSection
    const depth = value.heading?.depth ?? 0
    const end = depth === 0 ? next : (nearest[depth] ?? next)
    next = unit.pieces[0]?.at ?? 0
    nearest.fill(next, depth)
    return { unit, value, end: text.slice(0, end).trimEnd().length }
  })
  return sections.reverse()
}

/** Of headings in Markdown. */
const maxDepth = 6

const placeOf = ({ parsed, pieces }: Unit, path: readonly (string | number)[]) => {
  const spot = parsed.spot(path)
  const there = (range: Range | null | undefined) => range && toDocument(pieces, range)
  return spot && { key: there(spot.key), value: there(spot.value), whole: toDocument(pieces, spot.whole) }
}

const definitionsOf = (unit: Unit, value: MdSection, end: number, lines: Lines): Definition[] => {
  const heading = placeOf(unit, ['heading'])
  const found: Definition[] = []
  if (heading?.key && value.heading) {
    const whole = { start: heading.whole.start, end }
    found.push({ kind: 'fragment', name: value.heading.slug, ...lines.mark(heading.key), whole })
  }
  for (const [index, { id }] of value.requirements.entries()) {
    const place = placeOf(unit, ['requirements', index])
    if (place?.key)
      found.push({ kind: 'requirement', name: id, ...lines.mark(place.key), whole: place.whole })
  }
  return found
}

const foldsOf = ({ unit, value, end }: Section, lines: Lines) => {
  const start = unit.pieces[0]?.at ?? 0
  const section = value.heading ? lines.fold({ start, end }) : []
  const codes = value.codes.flatMap((_, index) => {
    const whole = placeOf(unit, ['codes', index])?.whole
    return whole ? lines.fold(whole) : []
  })
  return [...section, ...codes]
}

/** Puts each heading under the nearest one above it that is less deep. */
class Nesting {
  private readonly top: Mutable[] = []
  private readonly open: { depth: number; children: Mutable[] }[] = []

  constructor(
    private readonly sections: readonly Section[],
    private readonly lines: Lines,
  ) {}

  symbols(): readonly DocumentSymbol[] {
    for (const { unit, value, end } of this.sections) this.add(unit, value, end)
    return this.top
  }

  private add(unit: Unit, value: MdSection, end: number): void {
    const place = placeOf(unit, ['heading'])
    const children = value.requirements.flatMap((_, index) => this.requirement(unit, value, index))
    if (!value.heading || !place?.key) {
      this.top.push(...children)
      return
    }
    const { depth, text } = value.heading
    while ((this.open.at(-1)?.depth ?? 0) >= depth) this.open.pop()
    const into = this.open.at(-1)?.children ?? this.top
    into.push({
      kind: 'heading',
      name: text,
      detail: '',
      span: this.lines.span({ start: place.whole.start, end: Math.max(end, place.whole.end) }),
      nameSpan: this.lines.span(place.key),
      children,
    })
    this.open.push({ depth, children })
  }

  private requirement(unit: Unit, { requirements }: MdSection, index: number): Mutable[] {
    const place = placeOf(unit, ['requirements', index])
    const found = requirements[index]
    if (!place?.key || !found) return []
    const { lines } = this
    const about = { name: found.id, detail: firstWords(found.text), children: [] }
    return [{ kind: 'requirement', ...about, span: lines.span(place.whole), nameSpan: lines.span(place.key) }]
  }
}

type Mutable = Omit<DocumentSymbol, 'children'> & { children: Mutable[] }

/** As much as an outline has room for. */
const firstWords = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
