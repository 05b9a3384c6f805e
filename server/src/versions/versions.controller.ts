import {
  DocumentId,
  NextVersion,
  ProtocolError,
  PublishedVersion,
  PublishVersion,
  VersionNumber,
} from '@lienthong/protocol'
import { Controller, Get, Headers, Post, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam } from '../transport/valid.ts'
import { VersionsService } from './versions.service.ts'

/** What of a document was published, and when. Whoever may read the document may read its versions. */
@ApiTags('documents')
@Controller('api/v1/documents/:id/versions')
@Requires('document:read')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @Answers(z.array(PublishedVersion))
  async list(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<PublishedVersion[]> {
    await this.documents.accessible(actor, id)
    return this.versions.list(id)
  }

  /** What the document as it is asks of the next number. */
  @Get('next')
  @Answers(NextVersion)
  async next(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<NextVersion> {
    const { document } = await this.documents.accessible(actor, id)
    return this.versions.next(document)
  }

  @Get(':number/text')
  async text(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @ValidParam('number', VersionNumber) number: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.documents.accessible(actor, id)
    const { text, sha256 } = await this.versions.byNumber(id, number)
    response.setHeader('Cache-Control', 'private, no-cache')
    response.setHeader('ETag', `"${sha256}"`)
    if (known === `"${sha256}"`) response.status(304).end()
    else response.type('text/plain; charset=utf-8').send(text)
  }

  @Post()
  @Answers(PublishedVersion)
  async publish(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @Valid(PublishVersion) body: PublishVersion,
  ): Promise<PublishedVersion> {
    const { document } = await this.documents.accessible(actor, id)
    if (!(await this.documents.can(actor, 'document:publish', id)))
      throw new ProtocolError('RIGHT_MISSING', { action: 'document:publish' })
    return this.versions.publish(actor, document, body)
  }
}
