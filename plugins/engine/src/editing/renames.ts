import type { Range } from '../models/unit.ts'
import {
  type Addressed,
  type KnownDocument,
  type KnownDocuments,
  maxPlaces,
  subjectAt,
} from '../outline/known-documents.ts'
import { decoded } from '../outline/references.ts'
import { type Named, namedBy, placeAt, placesOfName } from './names.ts'

/** What is called by a name at an offset, and where that name stands there; null where nothing can be renamed. */
export const namedAt = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  text: string,
  offset: number,
): { named: Named<D>; here: Range } | null => {
  const named = namedBy(subjectAt(documents, known, offset))
  const here = named && placeAt(known, placesOfName(documents, known, text, named), offset)
  return here && { named, here }
}

/** More addresses would not be read. */
const maxAddresses = 5

/** The first addresses of `count` documents that a rename is refused for, of which some may not be told. */
export const addressesShown = (addresses: readonly string[], count: number): string => {
  const shown = addresses.slice(0, maxAddresses)
  return [...shown, ...(shown.length < count ? ['…'] : [])].join(', ')
}

/** What a rename changes: `unreadable` may name it, too, but nobody can tell. */
export interface Concerned<D, Found> {
  readonly found: readonly Found[]
  readonly unreadable: readonly D[]
}

/**
 * Looks closer at every document that may name it. `look` answers its places as it is at this moment, null where it, or a part of it
 * that has the name, cannot be read. Null when there are more than {@link maxPlaces}.
 */
export const concernedBy = async <D extends Addressed, Found extends { readonly places: readonly Range[] }>(
  documents: KnownDocuments<D>,
  named: Named<D>,
  look: (known: KnownDocument<D>) => Promise<Found | null>,
): Promise<Concerned<D, Found> | null> => {
  const found: Found[] = []
  const unreadable: D[] = []
  let count = 0
  for (const known of documents.all) {
    if (!mayName(known, named)) continue
    const one = await look(known)
    count += one?.places.length ?? 0
    if (count > maxPlaces) return null
    if (!one) unreadable.push(known.document)
    else if (one.places.length > 0) found.push(one)
  }
  return { found, unreadable }
}

/** By what was last known of a document: whether it is worth a closer look. */
const mayName = ({ document, outline }: KnownDocument, { kind, name, defined }: Named): boolean =>
  document.id === defined.in.document.id ||
  !outline.isWhole ||
  (kind === 'requirement'
    ? [...outline.definitions, ...outline.mentions].some(mark => mark.name === name)
    : outline.references.some(reference => reference.name.includes(name)))

/**
 * Where a document has to be changed for another name, by an outline of this very text. Null where the name also stands in a part
 * that cannot be read: nobody knows what is meant there, and a rename may leave it behind.
 */
export const renamedPlaces = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  text: string,
  named: Named<D>,
): Range[] | null => {
  const places = placesOfName(documents, known, text, named)
  if (known.outline.isWhole) return places
  const plain = readable(text)
  if (named.kind === 'requirement') return namesIn(plain, named) === marksOf(known, named) ? places : null
  if (known.document.id !== named.defined.in.document.id && !mayReferTo(plain, named)) return places
  const isSpelled = places.every(({ start, end }) => namesIn(readable(text.slice(start, end)), named) === 1)
  return isSpelled && namesIn(plain, named) === places.length ? places : null
}

/** Whichever requirement of this id is meant. */
const marksOf = ({ outline }: KnownDocument, { name }: Named): number =>
  [...outline.definitions.filter(({ kind }) => kind === 'requirement'), ...outline.mentions].filter(
    mark => mark.name === name,
  ).length

/** Whether words have the last step of an address under which others know the document. */
const mayReferTo = (words: string, { defined: { in: known } }: Named): boolean =>
  [known.document.path, known.outline.id ?? known.document.path].some(address =>
    words.includes(readable(address.slice(address.lastIndexOf('/') + 1))),
  )

/** How often a name stands alone in words. */
const namesIn = (words: string, { kind, name }: Named): number => {
  const spellings = [name, name.replaceAll('~', '~0').replaceAll('/', '~1')].map(spelling =>
    spelling.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  )
  // As mentions are found; a step of a pointer has a slash before it.
  const before = kind === 'requirement' ? '/' : ''
  const alone = `(?<![\\p{L}\\p{N}${before}_.-])(?:${spellings.join('|')})(?![\\p{L}\\p{N}_])`
  return words.match(new RegExp(alone, 'gu'))?.length ?? 0
}

/** Pointers and addresses may be written in percents. */
const readable = (words: string): string => words.replace(/(?:%[0-9a-f]{2})+/gi, decoded).normalize('NFC')
