import { Held } from './held.ts'
import { joined, type OrderedSurroundings, placeOf } from './linked.ts'
import { LinkedText } from './linked-text.ts'
import type { Around } from './links.ts'

/** The documents that others refer to, as they were handed in last. */
export class LinkedTexts {
  private readonly held = new Held<LinkedText>()

  /** Takes in what surrounds a document; the same as before is the same object. Throws when a text was not handed in. */
  take(documentId: string, given: OrderedSurroundings | null, before: Around | null): Around | null {
    const texts = (given?.documents ?? []).map(document => this.textOf(document))
    this.held.name(documentId, new Map(texts.map(text => [placeOf(text), text])))
    if (!given) return null
    const around = {
      address: joined(given.address, given.address),
      documents: new Map(
        given.documents.flatMap(({ names }, at) =>
          names.map(name => [name, texts[at]] as [string, LinkedText]),
        ),
      ),
      missing: new Set(given.missing),
    }
    return before && isSame(before, around) ? before : around
  }

  forget(documentId: string): void {
    this.held.forget(documentId)
  }

  private textOf({ text, ...document }: OrderedSurroundings['documents'][number]): LinkedText {
    const known = this.held.get(placeOf(document))
    if (known?.revision === document.revision) return known
    if (text === undefined) throw new Error('a linked document was not handed in')
    return new LinkedText({ ...document, text }, known?.lastRead ?? null)
  }
}

const isSame = (one: Around, other: Around): boolean =>
  one.address === other.address &&
  one.missing.size === other.missing.size &&
  [...one.missing].every(address => other.missing.has(address)) &&
  one.documents.size === other.documents.size &&
  [...one.documents].every(([name, text]) => other.documents.get(name) === text)
