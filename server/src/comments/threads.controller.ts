import { DocumentId, type Thread, ThreadRecord } from '@lienthong/protocol'
import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, ValidParam } from '../transport/valid.ts'
import { CommentsService } from './comments.service.ts'

/** A document's comment threads for readers without a socket. */
@ApiTags('documents')
@Controller('api/v1/documents/:id/threads')
export class ThreadsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @Requires('document:read')
  @Answers(z.array(ThreadRecord))
  async list(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<ThreadRecord[]> {
    await this.documents.accessible(actor, id)
    return (await this.comments.threadsOf(id)).map(recordOf)
  }
}

const recordOf = ({ anchor, ...thread }: Thread): ThreadRecord => ({
  ...thread,
  anchor: { start: base64(anchor.start), end: base64(anchor.end), quote: anchor.quote },
})

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
