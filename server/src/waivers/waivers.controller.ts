import { DecideWaiver, DocumentId, ProtocolError, RequestWaiver, Waiver, WaiverId } from '@lienthong/protocol'
import { Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam } from '../transport/valid.ts'
import { WaiversService } from './waivers.service.ts'

/** Findings of a document that are accepted for a while. Whoever may read the document sees them. */
@ApiTags('documents')
@Controller('api/v1/documents/:id/waivers')
@Requires('document:read')
export class WaiversController {
  constructor(
    private readonly waivers: WaiversService,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @Answers(z.array(Waiver))
  async list(@CurrentActor() actor: Actor, @ValidParam('id', DocumentId) id: DocumentId): Promise<Waiver[]> {
    await this.documents.accessible(actor, id)
    return this.waivers.list(id)
  }

  @Post()
  @Answers(Waiver)
  async request(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @Valid(RequestWaiver) body: RequestWaiver,
  ): Promise<Waiver> {
    const { access } = await this.documents.accessible(actor, id)
    if (!access.canComment) throw new ProtocolError('RIGHT_MISSING', { action: 'comment:write' })
    return this.waivers.request(actor, id, body)
  }

  @Post(':waiverId/decision')
  @HttpCode(200)
  @Answers(Waiver)
  async decide(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) documentId: DocumentId,
    @ValidParam('waiverId', WaiverId) id: WaiverId,
    @Valid(DecideWaiver) decision: DecideWaiver,
  ): Promise<Waiver> {
    await this.documents.accessible(actor, documentId)
    const mayApprove = await this.documents.can(actor, 'review:approve', documentId)
    return this.waivers.decide(actor, { documentId, id }, decision, mayApprove)
  }
}
