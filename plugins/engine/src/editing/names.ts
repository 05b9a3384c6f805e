import type { Range } from '../models/unit.ts'
import {
  type Addressed,
  covers,
  type Defined,
  type KnownDocument,
  type KnownDocuments,
} from '../outline/known-documents.ts'
import type { Definition, Reference } from '../outline/outline.ts'

/** Something whose name can be changed wherever it stands. */
export interface Named<D extends Addressed = Addressed> {
  readonly kind: 'definition' | 'requirement'
  readonly name: string
  /** What others refer to: a definition's pointer, a requirement's id. */
  readonly target: string
  readonly defined: Defined<D>
}

const definitionPointer = /^\/(?:\$defs|definitions)\/([^/]+)$/

/** A definition of a schema, or a requirement; null for anything else. */
export const namedBy = <D extends Addressed>(defined: readonly Defined<D>[]): Named<D> | null => {
  const [first] = defined
  if (!first) return null
  const { kind, name } = pointerOf(first) ?? first.definition
  if (kind === 'requirement') return { kind: 'requirement', name, target: name, defined: first }
  const last = definitionPointer.exec(name)?.[1]
  return last === undefined ? null : { kind: 'definition', name: decoded(last), target: name, defined: first }
}

/** Its pointer, where it was found by an anchor. */
const pointerOf = ({ in: { outline }, definition }: Defined): Definition | undefined =>
  outline.definitions.find(
    ({ start, end, name }) =>
      start === definition.start && end === definition.end && definitionPointer.test(name),
  )

/** What a definition may be called so that it needs no quotes anywhere, and what a requirement may. */
const valid: Readonly<Record<Named['kind'], RegExp>> = {
  definition: /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[\p{L}_][\p{L}\p{N}_.-]*$/iu,
  requirement: /^[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*-\d+(?:\.\d+)*$/,
}

export const isValidName = ({ kind }: Named, name: string): boolean => valid[kind].test(name)

/** Whether something else beside it is called so. */
export const isTaken = <D extends Addressed>(
  documents: KnownDocuments<D>,
  { kind, target, defined }: Named<D>,
  name: string,
): boolean => {
  if (kind === 'requirement')
    return documents.requirementsNear(defined.in).some(({ definition }) => definition.name === name)
  const wanted = `${target.slice(0, target.lastIndexOf('/'))}/${name}`
  return defined.in.outline.definitions.some(definition => definition.name === wanted)
}

/** Where the name stands in a document: at its definition, in pointers to and through it, and where it is mentioned. */
export const placesOfName = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  text: string,
  named: Named<D>,
): Range[] => {
  const { kind, target, defined } = named
  if (kind === 'requirement') return requirementPlaces(documents, known, named)
  const { id } = defined.in.document
  const keys = known.document.id === id ? known.outline.definitions.filter(({ name }) => name === target) : []
  const pointers = known.outline.references.filter(
    reference =>
      isAtOrIn(reference.name, target) && documents.documentBehind(known, reference)?.document.id === id,
  )
  return [...keys, ...pointers.flatMap(reference => stepIn(text, reference))]
}

const requirementPlaces = <D extends Addressed>(
  documents: KnownDocuments<D>,
  known: KnownDocument<D>,
  { name, defined }: Named<D>,
): Range[] => {
  const { definitions, mentions } = known.outline
  const isMeant = documents
    .requirement(known, name)
    .some(({ in: { document } }) => document.databaseCode === defined.in.document.databaseCode)
  if (!isMeant) return []
  const own = definitions.filter(definition => definition.kind === 'requirement' && definition.name === name)
  return [...own, ...mentions.filter(mention => mention.name === name)]
}

const isAtOrIn = (name: string, pointer: string): boolean =>
  name === pointer || name.startsWith(`${pointer}/`)

/** Where the definition's name stands in a pointer as it is written: the second step. */
const stepIn = (text: string, { start, end }: Reference): Range[] => {
  const written = text.slice(start, end)
  const found = /^[^#]*#\/[^/]*\/([^/]*)/.exec(written)
  if (!found) return []
  const stepEnd = start + found[0].length
  return [{ start: stepEnd - (found[1]?.length ?? 0), end: stepEnd }]
}

/** Of the places of a name the one that an offset is at; in a reference, wherever the caret is in it. */
export const placeAt = (known: KnownDocument, places: readonly Range[], offset: number): Range | null => {
  const direct = places.find(({ start, end }) => start <= offset && offset <= end)
  const reference = known.outline.references.find(covers(offset))
  const inside = places.find(
    ({ start, end }) => reference && start >= reference.start && end <= reference.end,
  )
  return direct ?? inside ?? null
}

const decoded = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
