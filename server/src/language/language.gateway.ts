import {
  type AnswerOf,
  type DocumentId,
  ExplainPlace,
  FindDefinition,
  FindReferences,
  OutlineDocument,
  ProposeWords,
  ProtocolError,
  RenameName,
  type RequestOf,
} from '@lienthong/protocol'
import { WebSocketGateway } from '@nestjs/websockets'
import { type Room, RoomsService } from '../collaboration/rooms.service.ts'
import { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { OnAsk } from '../transport/on-ask.ts'
import { ExplanationsService } from './explanations.service.ts'
import { type AskedPlace, PlacesService } from './places.service.ts'
import { ProposalsService } from './proposals.service.ts'
import { Questions } from './questions.ts'
import { RenamesService } from './renames.service.ts'
import { symbolsOf } from './symbols.ts'

/** What an editor asks about the words of a document that it has open. */
@WebSocketGateway()
export class LanguageGateway {
  private readonly questions = new Questions()

  constructor(
    private readonly rooms: RoomsService,
    private readonly outlines: OutlinesService,
    private readonly places: PlacesService,
    private readonly explanations: ExplanationsService,
    private readonly proposals: ProposalsService,
    private readonly renames: RenamesService,
  ) {}

  @OnAsk(OutlineDocument)
  outline(
    socket: ClientSocket,
    { documentId }: RequestOf<typeof OutlineDocument>,
  ): Promise<AnswerOf<typeof OutlineDocument>> {
    return this.questions.ask(socket.id, async () => {
      const room = await this.joined(socket, documentId)
      const { symbols, folds } = await this.outlines.ofText(documentId, room.format, room.text.toString())
      return { symbols: symbolsOf(symbols), folds: folds.map(fold => [...fold]) }
    })
  }

  @OnAsk(FindDefinition)
  definition(
    socket: ClientSocket,
    request: RequestOf<typeof FindDefinition>,
  ): Promise<AnswerOf<typeof FindDefinition>> {
    return this.ask(socket, request, async (actor, place) => ({
      places: place ? await this.places.definitionsAt(actor, place) : [],
    }))
  }

  @OnAsk(FindReferences)
  references(
    socket: ClientSocket,
    request: RequestOf<typeof FindReferences>,
  ): Promise<AnswerOf<typeof FindReferences>> {
    return this.ask(socket, request, async (actor, place) => ({
      places: place ? await this.places.referencesAt(actor, place, request.withDefinition) : [],
    }))
  }

  @OnAsk(ExplainPlace)
  explain(
    socket: ClientSocket,
    request: RequestOf<typeof ExplainPlace>,
  ): Promise<AnswerOf<typeof ExplainPlace>> {
    return this.ask(socket, request, async (actor, place) => {
      const said = place ? await this.explanations.ofPlace(actor, place) : []
      return { texts: [...said, ...(await this.explanations.ofRules(request.ruleIds))] }
    })
  }

  @OnAsk(ProposeWords)
  propose(
    socket: ClientSocket,
    request: RequestOf<typeof ProposeWords>,
  ): Promise<AnswerOf<typeof ProposeWords>> {
    return this.ask(socket, request, async (actor, place) => ({
      proposals: place ? await this.proposals.at(actor, place, request.isAskedFor) : [],
    }))
  }

  @OnAsk(RenameName)
  rename(socket: ClientSocket, request: RequestOf<typeof RenameName>): Promise<AnswerOf<typeof RenameName>> {
    return this.ask(socket, request, async (actor, place) => {
      if (!place) throw new ProtocolError('RENAME_NOTHING')
      return this.renames.at(actor, place, request.to)
    })
  }

  /** Null is a place that is not in the text. */
  private ask<T>(
    socket: ClientSocket,
    { documentId, at }: { documentId: DocumentId; at: Uint8Array },
    answer: (actor: Actor, place: AskedPlace | null) => Promise<T>,
  ): Promise<T> {
    return this.questions.ask(socket.id, async () => {
      const room = await this.joined(socket, documentId)
      const { actor } = socket.data
      return answer(actor, await this.places.at(actor, room, at))
    })
  }

  /** Errors: DOCUMENT_NOT_JOINED. */
  private async joined(socket: ClientSocket, documentId: DocumentId): Promise<Room> {
    this.rooms.sessionOf(socket, documentId)
    const room = this.rooms.roomOf(documentId)
    if (!room) throw new ProtocolError('DOCUMENT_NOT_JOINED')
    await room.content.whenLive()
    return room
  }
}
