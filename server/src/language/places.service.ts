import { covers, KnownDocuments, maxPlaces, subjectAt } from '@lienthong/plugin-engine'
import type { DirectiveDetail, DocumentPlace, DocumentSummary } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import type { Room } from '../collaboration/rooms.service.ts'
import { DirectivesService } from '../directives/directives.service.ts'
import { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { KnownDocument, Subject } from './known-documents.ts'
import { once } from './once.ts'
import { type Surroundings, SurroundingsService } from './surroundings.service.ts'

/** A place in the text that a person has open. */
export interface AskedPlace {
  readonly offset: number
  readonly text: string
  readonly known: KnownDocument
  /** What may be linked with it, gathered when somebody first wants it. */
  readonly around: () => Promise<Surroundings>
}

/** Finds what the words at a place are about, and where else it is spoken of, as far as a person may read. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly outlines: OutlinesService,
    private readonly surroundings: SurroundingsService,
    private readonly directives: DirectivesService,
    private readonly access: AccessService,
  ) {}

  /** Null when the place is not, or no longer, in the text. */
  async at(actor: Actor, room: Room, at: Uint8Array): Promise<AskedPlace | null> {
    const offset = room.offsetOf(at)
    if (offset === null) return null
    const text = room.text.toString()
    const outline = await this.outlines.ofText(room.documentId, room.format, text)
    const known = { document: room.document, outline }
    const around = once(() => this.surroundings.of(actor, known))
    return { offset, text, known, around }
  }

  /** What the words there are about: a part of the document or of one nearby, else a directive, else a part of any document. */
  async subjectOf(actor: Actor, place: AskedPlace): Promise<Subject | null> {
    const { offset, known, around } = place
    const own = subjectAt(new KnownDocuments([known]), known, offset)
    if (own.length > 0) return { kind: 'defined', defined: own }
    const mention = known.outline.mentions.find(covers(offset))
    if (!mention && !known.outline.references.some(covers(offset))) return null
    const near = subjectAt((await around()).near, known, offset)
    if (near.length > 0) return { kind: 'defined', defined: near }
    const directive = mention && (await this.directiveOf(actor, mention.name))
    if (directive) return { kind: 'directive', names: namesOf(directive) }
    const far = subjectAt(await (await around()).everywhere(), known, offset)
    return far.length > 0 ? { kind: 'defined', defined: far } : null
  }

  /** The directive with this code or printed number, as far as the person may read directives. */
  async directiveOf(actor: Actor, name: string): Promise<DirectiveDetail | null> {
    if (!this.access.canSomewhere(actor, 'directive:read')) return null
    const { items } = await this.directives.list({ q: name, limit: 20 })
    const found = items.find(({ code, number }) => code === name || number === name)
    return found ? this.directives.byIdOrCode(found.id) : null
  }

  async definitionsAt(actor: Actor, place: AskedPlace): Promise<DocumentPlace[]> {
    return definitionsOf(await this.subjectOf(actor, place))
  }

  async referencesAt(actor: Actor, place: AskedPlace, withDefinition: boolean): Promise<DocumentPlace[]> {
    const subject = await this.subjectOf(actor, place)
    if (!subject) return []
    const everywhere = await (await place.around()).everywhere()
    const found = everywhere
      .referencesTo(subject)
      .map(({ in: { document }, mark }) => placeIn(document, mark.span))
    return withDefinition ? [...definitionsOf(subject), ...found] : found
  }
}

const definitionsOf = (subject: Subject | null): DocumentPlace[] =>
  subject?.kind === 'defined'
    ? subject.defined
        .slice(0, maxPlaces)
        .map(({ in: { document }, definition }) => placeIn(document, definition.span))
    : []

const namesOf = ({ code, number }: DirectiveDetail): string[] => (number === null ? [code] : [code, number])

const placeIn = (
  { databaseCode, path }: DocumentSummary,
  span: readonly [number, number, number, number],
): DocumentPlace => ({ databaseCode, path, span: [...span] })
