import type { Database, DictionaryElement, Directive, Organisation } from '@lienthong/plugin-sdk'
import type { Range } from '../models/unit.ts'
import type { KnownDocument, KnownDocuments } from '../outline/known-documents.ts'
import { completionContext } from './completion-context.ts'
import { fieldsFrom } from './field-proposals.ts'
import type { Proposed, Written } from './proposed.ts'
import { referencesFrom } from './reference-proposals.ts'

/** Of each kind; who wants others types on. */
export const maxOfAKind = 50

/** Directives of a line whose provisions are proposed: each is looked up while somebody types. */
const maxDirectivesInLine = 3

/** A place in a text, and the documents around it, gathered when somebody first wants them. */
export interface WritingPlace<D extends Written> {
  readonly offset: number
  readonly text: string
  readonly known: KnownDocument<D>
  near(): Promise<KnownDocuments<D>>
  everywhere(): Promise<KnownDocuments<D>>
}

type KnownDirective = Pick<Directive, 'code' | 'number' | 'title' | 'provisions'>

/** Where codes are looked up: those whose code or name has all words that were begun, 50 of each at most. */
export interface Records {
  directives(words: string): Promise<readonly Pick<Directive, 'code' | 'number' | 'title'>[]>
  databases(words: string): Promise<readonly Pick<Database, 'code' | 'name'>[]>
  organisations(words: string): Promise<readonly Pick<Organisation, 'code' | 'name' | 'officialCode'>[]>
  /** All of the common data dictionary. */
  elements(): Promise<readonly DictionaryElement[]>
  /** By its code or printed number. */
  directive(name: string): Promise<KnownDirective | null>
}

type Unplaced = Omit<Proposed, 'range'>

/** What fits where somebody is writing. `isAskedFor`: the person wants proposals also by the words of names, and where no word has begun. */
export const proposalsAt = async <D extends Written>(
  place: WritingPlace<D>,
  isAskedFor: boolean,
  records: Records,
): Promise<Proposed[]> => {
  const { text, offset, known } = place
  const context = completionContext(known.document.format, text, offset)
  const placed = (range: Range) => (found: Unplaced) => ({ ...found, range })
  if (context.kind === 'syntax') return []
  if (context.kind === 'reference') {
    const { written, quote } = context
    // Who writes `../` means another database.
    const isFar = text.slice(written.start, written.end).startsWith('..')
    const documents = await (isFar ? place.everywhere() : place.near())
    return referencesFrom(known, documents, quote).map(placed(written))
  }
  if (context.kind === 'field') {
    // Fewer letters begin any word; who names something else would be in the way of proposals all the time.
    if (context.word.length < 2 && !isAskedFor) return []
    const fields = fieldsFrom(await records.elements(), known.document, context)
    return fields.filter(({ label }) => isAskedFor || begins(label, context.word)).slice(0, maxOfAKind)
  }
  const wants = ({ start, end }: Range) => end > start || isAskedFor
  const provisions = wants(context.provision) ? await provisionsFor(place, records) : []
  const word = text.slice(context.written.start, offset)
  const codes = wants(context.written) ? await codesFor(place, word, records) : []
  const fitting = codes.filter(({ text }) => isAskedFor || begins(text, word))
  return [...provisions.map(placed(context.provision)), ...fitting.map(placed(context.written))]
}

const codesFor = async <D extends Written>(
  place: WritingPlace<D>,
  word: string,
  records: Records,
): Promise<Unplaced[]> => {
  const [directives, databases, organisations, near] = await Promise.all([
    records.directives(word),
    records.databases(word),
    records.organisations(word),
    place.near(),
  ])
  return [
    ...requirementsFor(near, place.known, word),
    ...directives.map(({ code, number, title }) => proposal('directive', number ?? code, title)),
    ...databases.map(({ code, name }) => proposal('database', code, name)),
    ...organisations.flatMap(({ code, officialCode, name }) => [
      proposal('organisation', code, name),
      ...(officialCode === null ? [] : [proposal('province', officialCode, name)]),
    ]),
  ]
}

const requirementsFor = <D extends Written>(
  near: KnownDocuments<D>,
  known: KnownDocument<D>,
  word: string,
): Unplaced[] =>
  near
    .requirementsNear(known)
    .filter(({ definition }) => begins(definition.name, word))
    .slice(0, maxOfAKind)
    .map(({ in: { document }, definition }) =>
      proposal('requirement', definition.name, { vi: document.title ?? document.path, en: null }),
    )

/** Those of the directives that are named in the same line. */
const provisionsFor = async <D extends Written>(
  { text, offset, known }: WritingPlace<D>,
  records: Records,
): Promise<Unplaced[]> => {
  const line = {
    start: text.lastIndexOf('\n', offset - 1) + 1,
    end: (text.indexOf('\n', offset) + 1 || text.length + 1) - 1,
  }
  const inLine = known.outline.mentions.filter(({ start, end }) => start >= line.start && end <= line.end)
  const named = await Promise.all(
    [...new Set(inLine.map(({ name }) => name))]
      .slice(0, maxDirectivesInLine)
      .map(name => records.directive(name)),
  )
  return named.filter(directive => directive !== null).flatMap(provisionsOf)
}

const provisionsOf = ({ number, code, provisions }: KnownDirective): Unplaced[] =>
  provisions
    .slice(0, maxOfAKind)
    .map(({ label, text }) =>
      proposal('provision', label, { vi: [number ?? code, text].filter(Boolean).join(': '), en: null }),
    )

const begins = (text: string, word: string): boolean => text.toLowerCase().startsWith(word.toLowerCase())

const proposal = (kind: Proposed['kind'], text: string, { vi, en }: Database['name']): Unplaced => ({
  kind,
  text,
  label: text,
  about: { vi, en: en ?? vi },
})
