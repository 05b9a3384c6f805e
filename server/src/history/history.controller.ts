import {
  Authorship,
  Checkpoint,
  CreateCheckpoint,
  DocumentId,
  DocumentSeq,
  HistoryEntry,
  HistoryQuery,
  type Page,
  ProtocolError,
  pageOf,
} from '@lienthong/protocol'
import { Controller, Get, Headers, Post, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { etagOf } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { AuthorshipService } from './authorship.service.ts'
import { CheckpointsService } from './checkpoints.service.ts'
import { HistoryService } from './history.service.ts'

/** What became of a document, and who did it. Whoever may read the document may read its history. */
@ApiTags('documents')
@Controller('api/v1/documents/:id')
@Requires('document:read')
export class HistoryController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly history: HistoryService,
    private readonly checkpoints: CheckpointsService,
    private readonly authorship: AuthorshipService,
  ) {}

  @Get('history')
  @Answers(pageOf(HistoryEntry))
  async timeline(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @ValidQuery(HistoryQuery) query: HistoryQuery,
  ): Promise<Page<HistoryEntry>> {
    const { document } = await this.documents.accessible(actor, id)
    return this.history.timeline(document, query)
  }

  /** A state never changes: whoever has its text needs no second one, as long as they may read the document. */
  @Get('history/:seq/text')
  async text(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @ValidParam('seq', DocumentSeq) seq: number,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { document } = await this.documents.accessible(actor, id)
    response.setHeader('Cache-Control', 'private, no-cache')
    const isKnown = known === etagOf(seq) && seq <= document.seq
    const text = isKnown ? null : await this.history.text(document, seq)
    response.setHeader('ETag', etagOf(seq))
    if (text === null) response.status(304).end()
    else response.type('text/plain; charset=utf-8').send(text)
  }

  @Get('authorship')
  @Answers(Authorship)
  async whoWrote(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<Authorship> {
    const { document } = await this.documents.accessible(actor, id)
    return this.authorship.of(document)
  }

  @Get('checkpoints')
  @Answers(z.array(Checkpoint))
  async list(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<Checkpoint[]> {
    await this.documents.accessible(actor, id)
    return this.checkpoints.list(id)
  }

  @Post('checkpoints')
  @Answers(Checkpoint)
  async create(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @Valid(CreateCheckpoint) body: CreateCheckpoint,
  ): Promise<Checkpoint> {
    const { document, access } = await this.documents.accessible(actor, id)
    if (!access.canEdit) throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
    return this.checkpoints.create(actor, document, body)
  }
}
