import type { InputData } from '@lienthong/plugin-sdk'
import { type InputRevisions, revisionsOf, sharedInputs } from '../inputs/input-names.ts'
import { Held } from '../linked/held.ts'
import { type OrderedSurroundings, placeOf, type Surroundings } from '../linked/linked.ts'
import { editBetween } from '../models/edit-between.ts'
import type { CheckOrder, CheckRequest } from './finding.ts'
import type { PublishedText } from './published.ts'

/** What a runner process has been given: data goes there once for each revision, checks only name it; of a text what has changed goes. */
export class Given {
  private inputs: InputRevisions = {}
  private readonly published = new Map<string, string>()
  private readonly texts = new Map<string, string>()
  /** Of linked documents, the revision that went there last. */
  private readonly linked = new Held<string>()

  /** The check as it is to be sent, and the data that must be sent before it. */
  orderOf({ inputs = {}, published = null, surroundings = null, text, ...checked }: CheckRequest): {
    order: CheckOrder
    handIn: InputData | null
  } {
    const { documentId } = checked
    const before = this.texts.get(documentId)
    this.texts.set(documentId, text)
    const gist = published && gistOf(published)
    const isKnown = gist !== null && this.published.get(documentId) === gist
    if (gist === null) this.published.delete(documentId)
    else this.published.set(documentId, gist)
    const revisions = revisionsOf(inputs)
    const other = sharedInputs.filter(name => revisions[name] && revisions[name] !== this.inputs[name])
    this.inputs = { ...this.inputs, ...revisions }
    return {
      order: {
        ...checked,
        text: before === undefined ? text : { of: before.length, ...editBetween(before, text) },
        published: isKnown && published ? { revision: published.revision } : published,
        inputs: revisions,
        surroundings: this.surroundingsOf(documentId, surroundings),
      },
      handIn: other.length > 0 ? Object.fromEntries(other.map(name => [name, inputs[name]])) : null,
    }
  }

  forget(documentId: string): void {
    this.published.delete(documentId)
    this.texts.delete(documentId)
    this.linked.forget(documentId)
  }

  private surroundingsOf(documentId: string, given: Surroundings | null): OrderedSurroundings | null {
    const documents = given?.documents ?? []
    const ordered = documents.map(({ text, ...document }) =>
      this.linked.get(placeOf(document)) === document.revision ? document : { ...document, text },
    )
    this.linked.name(documentId, new Map(documents.map(document => [placeOf(document), document.revision])))
    return given && { ...given, documents: ordered }
  }
}

/** Before one version there are always the same; they may not have been given yet. */
const gistOf = ({ revision, earlier }: PublishedText): string =>
  `${revision} ${earlier ? 'and earlier' : 'alone'}`
