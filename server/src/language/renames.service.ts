import {
  addressesShown,
  concernedBy,
  isTaken,
  isValidName,
  maxPlaces,
  type Named,
  namedAt,
  type Range,
  renamedPlaces,
} from '@lienthong/plugin-engine'
import {
  type AnswerOf,
  type DocumentSummary,
  ProtocolError,
  type RenamedIn,
  type RenameName,
  textName,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import * as Y from 'yjs'
import { RoomsService } from '../collaboration/rooms.service.ts'
import { DocumentContentService, docFrom } from '../documents/document-content.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { Documents, KnownDocument } from './known-documents.ts'
import type { AskedPlace } from './places.service.ts'
import { spanIn } from './spans.ts'
import { SurroundingsService } from './surroundings.service.ts'
import { editsAt } from './text-edits.ts'

/** Says what another name for a definition or a requirement changes, in every document of the country that names it. */
@Injectable()
export class RenamesService {
  constructor(
    private readonly surroundings: SurroundingsService,
    private readonly outlines: OutlinesService,
    private readonly rooms: RoomsService,
    private readonly content: DocumentContentService,
    private readonly records: DocumentsService,
  ) {}

  /** Errors: RENAME_NOTHING, RENAME_INVALID, RENAME_TAKEN, RENAME_FORBIDDEN, RENAME_UNREADABLE, RENAME_PLACES_TOO_MANY, RENAME_DOCUMENTS_TOO_MANY. */
  async at(actor: Actor, place: AskedPlace, to: string | undefined): Promise<AnswerOf<typeof RenameName>> {
    const { known, offset, text } = place
    const around = await place.around()
    const documents = await around.everywhere()
    const found = namedAt(documents, known, text, offset)
    if (!found) throw new ProtocolError('RENAME_NOTHING')
    const { named, here } = found
    const answer = { name: named.name, span: spanIn(text, here), documents: [] }
    if (to === undefined || to === named.name) return answer
    const name = to.normalize('NFC')
    if (!isValidName(named, name)) throw new ProtocolError('RENAME_INVALID', { name })
    const all = await this.surroundings.everything(around)
    if (isTaken(all, named, name)) throw new ProtocolError('RENAME_TAKEN', { name })
    const { found: concerned, unreadable } = await this.concerned(all, named)
    refuse('RENAME_FORBIDDEN', await this.forbiddenTo(actor, concerned), documents)
    refuse('RENAME_UNREADABLE', unreadable, documents)
    return {
      ...answer,
      documents: concerned.map(one => one.renamed(name)).filter(({ edits }) => edits.length > 0),
    }
  }

  /** Every document that names it, as it is at this moment, and those that may but cannot be read. Errors: RENAME_PLACES_TOO_MANY. */
  private async concerned(all: Documents, named: Named<DocumentSummary>) {
    const concerned = await concernedBy(all, named, known => this.placesIn(all, known, named))
    if (!concerned) throw new ProtocolError('RENAME_PLACES_TOO_MANY', { max: maxPlaces })
    return concerned
  }

  private async placesIn(all: Documents, known: KnownDocument, named: Named<DocumentSummary>) {
    const { document } = known
    const frozen = await this.frozen(document).catch(nullIfUnavailable)
    if (!frozen) return null
    const text = frozen.toString()
    const outline = await this.outlines.ofText(document.id, document.format, text)
    const places = renamedPlaces(all, { ...known, outline }, text, named)
    return places && new Naming(document, frozen, places)
  }

  /** The text with the marks of its own words, which nobody changes any more. Errors: DOCUMENT_UNAVAILABLE. */
  private async frozen({ id }: DocumentSummary): Promise<Y.Text> {
    const room = this.rooms.roomOf(id)
    const update =
      room?.state.kind === 'ready' ? Y.encodeStateAsUpdate(room.doc) : (await this.content.snapshot(id)).bytes
    return docFrom([update]).getText(textName)
  }

  private async forbiddenTo(actor: Actor, concerned: readonly Naming[]): Promise<DocumentSummary[]> {
    const forbidden: DocumentSummary[] = []
    for (const { document } of concerned)
      if (!(await this.records.can(actor, 'document:edit', document.id))) forbidden.push(document)
    return forbidden
  }
}

/** Half a rename would leave references to nothing. Says which documents are in the way, as far as the person may read them. */
const refuse = (
  code: 'RENAME_FORBIDDEN' | 'RENAME_UNREADABLE',
  inTheWay: readonly DocumentSummary[],
  readable: Documents,
): void => {
  if (inTheWay.length === 0) return
  const mayRead = new Set(readable.all.map(({ document }) => document.id))
  const addresses = inTheWay
    .filter(({ id }) => mayRead.has(id))
    .map(({ databaseCode, path }) => `${databaseCode}/${path}`)
  const documents = addressesShown(addresses, inTheWay.length)
  throw new ProtocolError(code, { count: inTheWay.length, documents })
}

const nullIfUnavailable = (error: unknown): null => {
  if (error instanceof ProtocolError && error.code === 'DOCUMENT_UNAVAILABLE') return null
  throw error
}

/** A document that names it, and where. */
class Naming {
  constructor(
    readonly document: DocumentSummary,
    private readonly text: Y.Text,
    readonly places: readonly Range[],
  ) {}

  renamed(to: string): RenamedIn {
    const { databaseCode, path } = this.document
    const edits = editsAt(this.text, this.places, to)
    return { databaseCode, path, edits: edits.filter(({ expected }) => expected !== to) }
  }
}
