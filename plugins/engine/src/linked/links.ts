import type { Json, Path } from '@lienthong/plugin-sdk'
import { fragmentOf, stepsOf } from '../guest/references.ts'
import { idOf } from '../models/schema-id.ts'
import type { DocumentModel, ParsedUnit, Unit } from '../models/unit.ts'
import { foreignValue } from './foreign-value.ts'
import { canonical, joined, placeOf } from './linked.ts'
import type { LinkedText } from './linked-text.ts'
import { leadingOut, references } from './reaching.ts'

/** What a document is surrounded by, as the engine holds it. */
export interface Around {
  readonly address: string
  /** By every address that they are wanted by. */
  readonly documents: ReadonlyMap<string, LinkedText>
  readonly missing: ReadonlySet<string>
  readonly unknown: ReadonlySet<string>
}

/** A unit of another document, its references made absolute so that they mean the same here. */
export interface ForeignUnit {
  readonly id: string
  readonly base: Path
  readonly value: Json
  /** Of the value as JSON. */
  readonly length: number
}

/** Where the references of a document lead that leave it. */
export interface Links {
  /**
   * By reference the unit that it leads into, '' for this document itself; the unit may lack what is named, or not be there. Null where
   * there is no such document. Of a reference that is not here nothing is known.
   */
  readonly targets: ReadonlyMap<string, string | null>
  readonly units: ReadonlyMap<string, ForeignUnit>
  /** Addresses of the documents to know for that. */
  readonly wanted: readonly string[]
  /** Characters of what is shown. */
  readonly length: number
}

/** Links, and what they were made from. */
export interface Known {
  readonly around: Around | null
  readonly id: string | null
  readonly refs: readonly string[]
  readonly links: Links
}

/** Characters of other documents that are shown with one: what lies beyond is unknown. */
const maxCharacters = 150_000
/** References that are followed from one document, those behind others among them. */
const maxReferences = 2_000
/** Documents that one may want. */
export const maxWanted = 50

/** What the document's references lead to, and theirs in turn. The same as before is the same object. */
export const linksOf = (model: DocumentModel, around: Around | null, before: Known | null): Known => {
  const refs = around ? ownReferences(model) : none
  const id = refs.length > 0 ? idOf(model.units) : null
  // In their order: where there is more than is shown, the first are.
  if (before && before.around === around && before.id === id && isSameList(before.refs, refs)) return before
  const links = around && refs.length > 0 ? new Following(around, id).from(refs) : noLinks
  return { around, id, refs, links }
}

const ownReferences = ({ language, units }: DocumentModel): readonly string[] => {
  if (language !== 'json-schema') return none
  const refs = new Set<string>()
  for (const { parsed } of units)
    for (const ref of leadingOut(parsed)) if (refs.size < maxReferences) refs.add(ref)
  return refs.size > 0 ? [...refs] : none
}

class Following {
  private readonly targets = new Map<string, string | null>()
  private readonly units = new Map<string, ForeignUnit>()
  private readonly wanted = new Set<string>()
  private readonly pending = new Set<string>()
  private readonly ownNames: ReadonlySet<string>
  private length = 0

  constructor(
    private readonly around: Around,
    /** The document's own id: it may be meant by it, and relative references may count from it. */
    private readonly id: string | null,
  ) {
    const names = [around.address, ...(id === null ? [] : [canonical(id)])]
    this.ownNames = new Set(names.filter(name => name !== ''))
  }

  from(refs: readonly string[]): Links {
    for (const ref of refs) this.pending.add(ref)
    // What is added on the way comes, too.
    for (const ref of this.pending) this.follow(ref)
    const { targets, units, wanted, length } = this
    return { targets, units, wanted: [...wanted], length }
  }

  private follow(ref: string): void {
    const addresses = this.addressesOf(documentOf(ref))
    if (addresses.some(address => this.ownNames.has(address))) this.targets.set(ref, '')
    else if (addresses.length === 0) this.targets.set(ref, null)
    else this.lookAt(ref, addresses)
  }

  /** The nearest at which there is a document. The next is wanted only where there is none. */
  private lookAt(ref: string, addresses: readonly string[]): void {
    const { documents, missing, unknown } = this.around
    for (const address of addresses) {
      if (!this.wanted.has(address) && this.wanted.size === maxWanted) return
      this.wanted.add(address)
      const document = documents.get(address)
      if (document) this.lead(ref, document)
      if (document || !(missing.has(address) || unknown.has(address))) return
    }
    if (missing.has(addresses[0] ?? '')) this.targets.set(ref, null)
  }

  /** By the document's address, then by its id. */
  private addressesOf(written: string): readonly string[] {
    const addresses = [this.around.address, this.id]
      .filter(base => base !== null)
      .map(base => canonical(joined(written, base)))
    return [...new Set(addresses)].filter(address => address !== '')
  }

  private lead(ref: string, document: LinkedText): void {
    const fragment = fragmentOf(ref)
    const steps = stepsOf(fragment)
    const unit = steps ? document.unitAt(steps) : document.anchored(fragment)
    // While somebody writes there, it may be in the part that cannot be read.
    if (!unit && !document.isWhole) return
    if (unit && !this.isShown(document, unit)) return
    this.targets.set(ref, idIn(document, unit))
  }

  /** Whether there is room to show the unit. */
  private isShown(document: LinkedText, unit: Unit): boolean {
    const id = idIn(document, unit)
    if (this.units.has(id)) return true
    const foreign = foreignUnit(document, unit)
    if (this.length + foreign.length > maxCharacters) return false
    this.length += foreign.length
    this.units.set(id, foreign)
    for (const ref of references(foreign.value)) if (this.pending.size < maxReferences) this.pending.add(ref)
    return true
  }
}

/** Made once for each content: whether a unit is another than before is seen by it. Nothing of the document around it is kept. */
const foreignUnit = (document: LinkedText, unit: Unit): ForeignUnit => {
  const id = idIn(document, unit)
  const made = foreign.get(unit.parsed) ?? new Map<string, ForeignUnit>()
  foreign.set(unit.parsed, made)
  const known = made.get(placeOf(document) + id)
  if (known) return known
  const { address, isBare } = document
  const value = foreignValue(unit.parsed.value as Json, { absolute: ref => absolute(ref, address), isBare })
  const shown = { id, base: unit.base, value, length: JSON.stringify(value).length }
  made.set(placeOf(document) + id, shown)
  return shown
}

const foreign = new WeakMap<ParsedUnit, Map<string, ForeignUnit>>()

/** The fragment stays as it is written: a name may have any letters. */
const absolute = (ref: string, base: string): string => {
  const written = documentOf(ref)
  const address = written === '' ? base : joined(written, base)
  return address === '' ? ref : address + ref.slice(written.length)
}

const documentOf = (ref: string): string => ref.split('#', 1)[0] ?? ''

const idIn = ({ address }: LinkedText, unit: Unit | undefined): string => `${address} ${unit?.id ?? ''}`

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((ref, at) => ref === other[at]))

const none: readonly string[] = []
/** Of a document that refers to none. */
export const noLinks: Links = { targets: new Map(), units: new Map(), wanted: [], length: 0 }
