import { joined } from '../linked/linked.ts'
import type { Definition, Mark, Outline, Reference } from './outline.ts'

/** Where a document is: relative references count from there. `databaseCode` and `path` together are its address, alone the one tells who is near. */
export interface Addressed {
  readonly id: string
  readonly databaseCode: string
  readonly path: string
}

/** A document and what it is made of. */
export interface KnownDocument<D extends Addressed = Addressed> {
  readonly document: D
  readonly outline: Outline
}

/** A part of some document: definitions that begin at the same place are one. */
export interface Defined<D extends Addressed = Addressed> {
  readonly in: KnownDocument<D>
  readonly definition: Definition
}

/** Words of some document that refer to something. */
export interface Found<D extends Addressed = Addressed> {
  readonly in: KnownDocument<D>
  readonly mark: Mark
}

/** What words can be about. A directive is no part of a document: `names` are its code and number. */
export type Subject<D extends Addressed = Addressed> =
  | { readonly kind: 'defined'; readonly defined: readonly Defined<D>[] }
  | { readonly kind: 'directive'; readonly names: readonly string[] }

/** More places of the same would not be looked at. */
export const maxPlaces = 1_000

/** Documents that may refer to each other, and what refers to what. */
export class KnownDocuments<D extends Addressed> {
  private readonly byAddress = new Map<string, KnownDocument<D>>()
  private readonly requirements = new Map<string, Defined<D>[]>()
  /** By the document that refers, and what is written there: a large one refers to the same few again and again. */
  private readonly behind = new Map<KnownDocument<D>, Map<string, KnownDocument<D> | undefined>>()

  constructor(readonly all: readonly KnownDocument<D>[]) {
    for (const known of all) {
      this.byAddress.set(addressOf(known), known)
      const { id } = known.outline
      const named = id === null ? '' : joined(id, id)
      if (named !== '' && !this.byAddress.has(named)) this.byAddress.set(named, known)
      for (const definition of namesOf(known.outline).requirements)
        this.require(definition.name).push({ in: known, definition })
    }
  }

  /** What a reference leads to; of a pointer into nothing the nearest part around it, unless `isExact`. */
  target(from: KnownDocument<D>, reference: Reference, isExact = false): Defined<D> | null {
    const { name } = reference
    const known = this.documentBehind(from, reference)
    if (!known) return null
    for (let wanted = name; ; wanted = wanted.slice(0, wanted.lastIndexOf('/'))) {
      const definition = namesOf(known.outline).fragments.get(wanted)
      if (definition) return { in: known, definition }
      if (isExact || !wanted.includes('/')) return null
    }
  }

  /** The document that a reference leads into. */
  documentBehind(from: KnownDocument<D>, { document: written }: Reference): KnownDocument<D> | undefined {
    if (written === '') return from
    const behind = this.behind.get(from) ?? new Map<string, KnownDocument<D> | undefined>()
    this.behind.set(from, behind)
    if (!behind.has(written)) behind.set(written, this.resolved(from, written))
    return behind.get(written)
  }

  /** The requirement of this id: of the same database, else of any. */
  requirement(from: KnownDocument<D>, name: string): readonly Defined<D>[] {
    const all = this.requirements.get(name) ?? []
    const near = all.filter(defined => isNear(defined.in, from))
    return near.length > 0 ? near : all
  }

  /** The requirements of a document's database. */
  requirementsNear(from: KnownDocument<D>): readonly Defined<D>[] {
    return [...this.requirements.values()].flat().filter(defined => isNear(defined.in, from))
  }

  /** The first 1,000 places that refer to it, in the order of the documents. */
  referencesTo(subject: Subject<D>): Found<D>[] {
    const found: Found<D>[] = []
    for (const known of this.all) {
      const marks = referringWords(this, known, subject)
      for (const mark of marks.slice(0, maxPlaces - found.length)) found.push({ in: known, mark })
      if (found.length === maxPlaces) return found
    }
    return found
  }

  private resolved(from: KnownDocument<D>, written: string): KnownDocument<D> | undefined {
    for (const base of [addressOf(from), from.outline.id]) {
      const known = base === null ? undefined : this.byAddress.get(joined(written, base))
      if (known) return known
    }
    return undefined
  }

  private require(name: string): Defined<D>[] {
    const known = this.requirements.get(name) ?? []
    this.requirements.set(name, known)
    return known
  }
}

/** What the words at an offset are about, directives aside. */
export const subjectAt = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  offset: number,
): readonly Defined<D>[] => {
  const { references, definitions, mentions } = known.outline
  const reference = references.find(covers(offset))
  if (reference) return asList(documents.target(known, reference))
  const definition = definitions.find(found => found.name !== '' && covers(offset)(found))
  if (definition) return [{ in: known, definition }]
  const mention = mentions.find(covers(offset))
  return mention ? documents.requirement(known, mention.name) : []
}

export const covers =
  (offset: number) =>
  ({ start, end }: Mark): boolean =>
    start <= offset && offset <= end

const referringWords = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  subject: Subject<D>,
): readonly Mark[] => {
  const { references, mentions } = known.outline
  if (subject.kind === 'directive') return mentions.filter(({ name }) => subject.names.includes(name))
  const [first] = subject.defined
  if (!first) return []
  const { kind, name } = first.definition
  if (kind === 'fragment')
    return references.filter(reference => isSame(documents.target(known, reference, true), first))
  const named = mentions.filter(mention => mention.name === name)
  const isMeant =
    named.length > 0 && documents.requirement(known, name).some(defined => isSame(defined, first))
  return isMeant ? named : []
}

/** A definition may have several names: its pointer and an anchor. */
const isSame = (one: Defined | null, other: Defined): boolean =>
  one !== null &&
  one.in.document.id === other.in.document.id &&
  one.definition.start === other.definition.start &&
  one.definition.end === other.definition.end

const asList = <T>(found: T | null): readonly T[] => (found === null ? [] : [found])

const isNear = (one: KnownDocument, other: KnownDocument): boolean =>
  one.document.databaseCode === other.document.databaseCode

interface Names {
  /** By name, the first of each. */
  readonly fragments: ReadonlyMap<string, Definition>
  readonly requirements: readonly Definition[]
}

/** Sorted once for each outline: every question asks thousands of them. */
const sorted = new WeakMap<Outline, Names>()

const namesOf = (outline: Outline): Names => {
  const known = sorted.get(outline)
  if (known) return known
  const fragments = new Map<string, Definition>()
  for (const definition of outline.definitions)
    if (definition.kind === 'fragment' && !fragments.has(definition.name))
      fragments.set(definition.name, definition)
  const names = {
    fragments,
    requirements: outline.definitions.filter(({ kind }) => kind === 'requirement'),
  }
  sorted.set(outline, names)
  return names
}

/** The documents that one refers to by their address, as `databaseCode/path`; they need not be there. */
export const addressesIn = (known: KnownDocument): ReadonlySet<string> => {
  const written = new Set(known.outline.references.map(({ document }) => document))
  return new Set(
    [...written].map(document => joined(document, addressOf(known)).replace(/^lienthong:\//, '')),
  )
}

/** The address of a document in an editor. */
const addressOf = ({ document }: KnownDocument): string =>
  `lienthong:/${document.databaseCode}/${document.path}`
