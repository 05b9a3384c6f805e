import {
  CreateDocument,
  DocumentId,
  DocumentSummary,
  ListQuery,
  type Page,
  pageOf,
  recordShape,
} from '@lienthong/protocol'
import { Controller, Get, Headers, Post, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { AccessService } from '../access/access.service.ts'
import { Transactions } from '../database/transactions.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { etagOf } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { DocumentContentService } from './document-content.service.ts'
import { DocumentsService } from './documents.service.ts'

const DocumentsQuery = z.object({ ...ListQuery.shape, databaseCode: z.optional(recordShape.code) })

/** Documents of the databases, and their committed text. */
@ApiTags('documents')
@Controller('api/v1')
@Requires('document:read')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly content: DocumentContentService,
    private readonly databases: DatabasesService,
    private readonly access: AccessService,
    private readonly transactions: Transactions,
  ) {}

  @Get('documents')
  @Answers(pageOf(DocumentSummary))
  list(
    @CurrentActor() actor: Actor,
    @ValidQuery(DocumentsQuery) query: z.infer<typeof DocumentsQuery>,
  ): Promise<Page<DocumentSummary>> {
    return this.documents.list(actor, query)
  }

  @Get('databases/:idOrCode/documents')
  @Answers(pageOf(DocumentSummary))
  async ofDatabase(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @ValidQuery(ListQuery) query: ListQuery,
  ): Promise<Page<DocumentSummary>> {
    const { code } = await this.databases.byIdOrCode(idOrCode)
    return this.documents.list(actor, { ...query, databaseCode: code })
  }

  @Post('databases/:idOrCode/documents')
  @Requires('document:create')
  @Answers(DocumentSummary)
  async create(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @Valid(CreateDocument) body: CreateDocument,
  ): Promise<DocumentSummary> {
    const database = await this.databases.byIdOrCode(idOrCode)
    await this.access.require(actor, 'document:create', database.ownerId)
    return this.transactions.run(manager => this.documents.create(manager, actor, database, body))
  }

  @Get('documents/:id')
  @Answers(DocumentSummary)
  async one(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
  ): Promise<DocumentSummary> {
    return (await this.documents.accessible(actor, id)).document
  }

  @Get('documents/:id/text')
  async text(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    if (await this.isFresh(actor, id, known, response)) return
    const { seq, text } = await this.content.text(id)
    response.setHeader('ETag', etagOf(seq)).type('text/plain; charset=utf-8').send(text)
  }

  /** What a client loads a large document from before it joins: a cacheable Yjs update (rule S4). */
  @Get('documents/:id/snapshot')
  async snapshot(
    @CurrentActor() actor: Actor,
    @ValidParam('id', DocumentId) id: DocumentId,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    if (await this.isFresh(actor, id, known, response)) return
    const { seq, bytes } = await this.content.snapshot(id)
    response.setHeader('ETag', etagOf(seq)).type('application/octet-stream').send(Buffer.from(bytes))
  }

  /** Answers 304 when the caller has the newest state already. Errors: DOCUMENT_NOT_FOUND. */
  private async isFresh(
    actor: Actor,
    id: DocumentId,
    known: string | undefined,
    response: Response,
  ): Promise<boolean> {
    const { document } = await this.documents.accessible(actor, id)
    response.setHeader('Cache-Control', 'private, no-cache')
    if (known !== etagOf(document.seq)) return false
    response.setHeader('ETag', etagOf(document.seq)).status(304).end()
    return true
  }
}
