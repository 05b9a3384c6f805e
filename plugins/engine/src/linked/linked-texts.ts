import { Held } from './held.ts'
import { canonical, type OrderedSurroundings, placeOf } from './linked.ts'
import { LinkedText } from './linked-text.ts'
import type { Around } from './links.ts'

/** The documents that others refer to, as they were handed in last. */
export class LinkedTexts {
  private readonly held = new Held<LinkedText>()
  /** Those that are read, in the order in which somebody last looked into them, and their lengths. */
  private readonly read = new Map<LinkedText, number>()

  /** Takes in what surrounds a document; the same as before is the same object. Throws when a text was not handed in. */
  take(documentId: string, given: OrderedSurroundings | null, before: Around | null): Around | null {
    const texts = (given?.documents ?? []).map(document => this.textOf(document))
    this.held.name(documentId, new Map(texts.map(text => [placeOf(text), text])))
    if (!given) return null
    const around = {
      address: canonical(given.address),
      documents: new Map(
        given.documents.flatMap(({ names }, at) =>
          names.map(name => [name, texts[at]] as [string, LinkedText]),
        ),
      ),
      missing: new Set(given.missing),
      unknown: new Set(given.unknown),
    }
    return before && isSame(before, around) ? before : around
  }

  forget(documentId: string): void {
    this.held.forget(documentId)
  }

  /** Those that nobody has looked into for longest give way. */
  private looked(text: LinkedText, length: number): void {
    this.read.delete(text)
    this.read.set(text, length)
    let characters = [...this.read.values()].reduce((sum, one) => sum + one, 0)
    for (const [oldest, its] of this.read) {
      if (characters <= maxRead || oldest === text) return
      this.read.delete(oldest)
      oldest.forget()
      characters -= its
    }
  }

  private textOf({ text, ...document }: OrderedSurroundings['documents'][number]): LinkedText {
    const known = this.held.get(placeOf(document))
    if (known?.revision === document.revision) return known
    if (text === undefined) throw new Error('a linked document was not handed in')
    return new LinkedText({ ...document, text }, known?.lastRead ?? null, (text, length) =>
      this.looked(text, length),
    )
  }
}

/** Characters of linked documents that are kept read: one takes sixty times as much memory. */
const maxRead = 2_500_000

const isSame = (one: Around, other: Around): boolean =>
  one.address === other.address &&
  one.unknown.size === other.unknown.size &&
  [...one.unknown].every(address => other.unknown.has(address)) &&
  one.missing.size === other.missing.size &&
  [...one.missing].every(address => other.missing.has(address)) &&
  one.documents.size === other.documents.size &&
  [...one.documents].every(([name, text]) => other.documents.get(name) === text)
