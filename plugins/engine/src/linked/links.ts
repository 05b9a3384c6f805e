import type { Json } from '@lienthong/plugin-sdk'
import { fragmentOf, stepsOf } from '../guest/references.ts'
import { idOf } from '../models/schema-id.ts'
import type { DocumentModel, Unit } from '../models/unit.ts'
import { foreignValue } from './foreign-value.ts'
import { joined } from './linked.ts'
import type { LinkedText } from './linked-text.ts'
import { leadingOut, references } from './reaching.ts'

/** What a document is surrounded by, as the engine holds it. */
export interface Around {
  readonly address: string
  /** By every address that they are wanted by. */
  readonly documents: ReadonlyMap<string, LinkedText>
  readonly missing: ReadonlySet<string>
}

/** A unit of another document, its references made absolute so that they mean the same here. */
export interface ForeignUnit {
  readonly id: string
  readonly unit: Unit
  readonly value: Json
  readonly isBare: boolean
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
}

/** Characters of other documents that are shown with one: what lies beyond is unknown. */
const maxCharacters = 150_000
/** References that are followed from one document, those behind others among them. */
const maxReferences = 2_000

/** What the document's references lead to, and theirs in turn. The same as before is the same object. */
export const linksOf = (model: DocumentModel, around: Around | null, before: Known | null): Known => {
  const refs = around ? ownReferences(model) : none
  const id = refs.size > 0 ? idOf(model.units) : null
  if (before && before.around === around && before.id === id && isSameSet(before.refs, refs)) return before
  if (!around || refs.size === 0) return { around, id, refs, links: noLinks }
  const links = new Following(around, id, before?.links ?? noLinks).from(refs)
  return { around, id, refs, links }
}

/** Links, and what they were made from. */
export interface Known {
  readonly around: Around | null
  readonly id: string | null
  readonly refs: ReadonlySet<string>
  readonly links: Links
}

const ownReferences = ({ language, units }: DocumentModel): ReadonlySet<string> => {
  if (language !== 'json-schema') return none
  const refs = new Set<string>()
  for (const { parsed } of units) for (const ref of leadingOut(parsed)) refs.add(ref)
  return refs
}

class Following {
  private readonly targets = new Map<string, string | null>()
  private readonly units = new Map<string, ForeignUnit>()
  private readonly wanted = new Set<string>()
  private readonly pending = new Set<string>()
  private charactersLeft = maxCharacters

  constructor(
    private readonly around: Around,
    /** The document's own id: it may be meant by it, and relative references may count from it. */
    private readonly id: string | null,
    private readonly before: Links,
  ) {}

  from(refs: ReadonlySet<string>): Links {
    for (const ref of refs) this.pending.add(ref)
    // What is added on the way comes, too.
    for (const ref of this.pending) this.follow(ref)
    return { targets: this.targets, units: this.units, wanted: [...this.wanted] }
  }

  private follow(ref: string): void {
    const { address: own, documents, missing } = this.around
    const [written = ''] = ref.split('#', 1)
    const ids = this.id === null ? [] : [joined(this.id, this.id)].filter(id => id !== '')
    const addresses = [own, ...ids].map(base => joined(written, base))
    if (addresses.some(address => address === own || ids.includes(address))) {
      this.targets.set(ref, '')
      return
    }
    for (const address of addresses) if (address !== '') this.wanted.add(address)
    const document = addresses.map(address => documents.get(address)).find(found => found)
    const [nearest = ''] = addresses
    if (document) this.lead(ref, document)
    else if (nearest === '' || missing.has(nearest)) this.targets.set(ref, null)
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
    if (unit.text.length > this.charactersLeft) return false
    this.charactersLeft -= unit.text.length
    const foreign = this.foreign(document, unit)
    this.units.set(id, foreign)
    for (const ref of references(foreign.value)) if (this.pending.size < maxReferences) this.pending.add(ref)
    return true
  }

  private foreign(document: LinkedText, unit: Unit): ForeignUnit {
    const id = idIn(document, unit)
    const known = this.before.units.get(id)
    const { address, isBare } = document
    if (known?.unit.parsed === unit.parsed && known.isBare === isBare) return known
    const absolute = (ref: string) => (ref.startsWith('#') ? address + ref : joined(ref, address) || ref)
    return { id, unit, value: foreignValue(unit.parsed.value as Json, { absolute, isBare }), isBare }
  }
}

const idIn = ({ address }: LinkedText, unit: Unit | undefined): string => `${address} ${unit?.id ?? ''}`

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every(ref => other.has(ref))

const none: ReadonlySet<string> = new Set()
/** Of a document that refers to none. */
export const noLinks: Links = { targets: new Map(), units: new Map(), wanted: [] }
