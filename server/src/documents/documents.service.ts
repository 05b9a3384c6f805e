import {
  type Action,
  type DatabaseId,
  type DocumentAccess,
  type DocumentFormat,
  type DocumentId,
  type DocumentLocation,
  type DocumentSummary,
  type ListQuery,
  type OrganisationId,
  type Page,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, In } from 'typeorm'
import { AccessService } from '../access/access.service.ts'
import { newId, now } from '../database/ids.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { SearchService } from '../search/search.service.ts'
import type { Actor } from '../transport/actor.ts'
import { updateOf, withLineFeeds } from './content.ts'
import { DocumentRow } from './document.entity.ts'
import { DocumentUpdateRow } from './document-update.entity.ts'

/** The database that a document belongs to, as far as documents care. `ownerId` null means national scope. */
export interface OwningDatabase {
  id: DatabaseId
  code: string
  ownerId: OrganisationId | null
}

export interface NewDocument {
  path: string
  title: string
  format: DocumentFormat
  text?: string | undefined
  isIllustrative?: boolean
}

/** A document together with what its owner's rights say about the caller. */
export interface AccessibleDocument {
  document: DocumentSummary
  access: DocumentAccess
}

export interface DocumentsQuery extends ListQuery {
  databaseCode?: string | undefined
}

/** Documents as records: their text is {@link DocumentContentService}'s, their live state the rooms'. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly access: AccessService,
    private readonly databases: DatabasesService,
    private readonly ledger: LedgerService,
    private readonly search: SearchService,
  ) {}

  /** Seeds the text in the caller's transaction (rule S15). `actor` null is the server itself. Errors: DOCUMENT_PATH_TAKEN. */
  async create(
    manager: EntityManager,
    actor: Actor | null,
    database: OwningDatabase,
    { path, title, format, text = '', isIllustrative = false }: NewDocument,
  ): Promise<DocumentSummary> {
    const at = now()
    const document = Object.assign(new DocumentRow(), {
      id: newId<DocumentId>(),
      databaseId: database.id,
      databaseCode: database.code,
      path,
      title,
      format,
      isIllustrative,
      headSeq: text === '' ? 0 : 1,
      snapshotSeq: 0,
      folded: this.search.fold(title, path, database.code),
      createdAt: at,
      updatedAt: at,
    })
    await manager.createQueryBuilder().insert().into(DocumentRow).values(document).orIgnore().execute()
    const isOurs = await manager.existsBy(DocumentRow, { id: document.id })
    if (!isOurs) throw new ProtocolError('DOCUMENT_PATH_TAKEN', { path })
    if (text !== '') await manager.insert(DocumentUpdateRow, firstRow(document, actor, text))
    await this.ledger.record(manager, actor, {
      action: 'document:create',
      subjectKind: 'document',
      subjectId: document.id,
      details: { databaseCode: database.code, path, format },
    })
    return summaryOf(document)
  }

  /** Errors: DOCUMENT_NOT_FOUND, also for a document that the caller may not read. */
  async accessible(actor: Actor, id: DocumentId): Promise<AccessibleDocument> {
    const document = await this.byId(id)
    const { ownerId } = await this.databases.rowOf(this.manager, document.databaseId)
    const [canRead, canEdit, canComment] = await Promise.all([
      this.access.can(actor, 'document:read', ownerId),
      this.access.can(actor, 'document:edit', ownerId),
      this.access.can(actor, 'comment:write', ownerId),
    ])
    if (!canRead) throw new ProtocolError('DOCUMENT_NOT_FOUND')
    return { document, access: { canEdit, canComment } }
  }

  /** Whether the actor has the action on the document's owner. Errors: DOCUMENT_NOT_FOUND. */
  async can(actor: Actor, action: Action, id: DocumentId): Promise<boolean> {
    const { databaseId } = await this.byId(id)
    const { ownerId } = await this.databases.rowOf(this.manager, databaseId)
    return this.access.can(actor, action, ownerId)
  }

  /** Errors: DOCUMENT_NOT_FOUND. */
  async byId(id: DocumentId): Promise<DocumentSummary> {
    const document = await this.manager.findOneBy(DocumentRow, { id })
    if (!document) throw new ProtocolError('DOCUMENT_NOT_FOUND')
    return summaryOf(document)
  }

  /** Null for nothing. */
  async at({ databaseCode, path }: DocumentLocation): Promise<DocumentSummary | null> {
    const document = await this.manager.findOneBy(DocumentRow, { databaseCode, path })
    return document && summaryOf(document)
  }

  /** All of a database, in the order of their paths. */
  async ofDatabase(databaseId: DatabaseId): Promise<DocumentSummary[]> {
    const rows = await this.manager.find(DocumentRow, { where: { databaseId }, order: { path: 'ASC' } })
    return rows.map(summaryOf)
  }

  /** What the caller may read, by words of title or path, in the order of database and path. */
  async list(actor: Actor, { databaseCode, ...page }: DocumentsQuery): Promise<Page<DocumentSummary>> {
    const readable = await this.readableDatabases(actor, databaseCode)
    if (readable.length === 0) return { items: [], total: 0, next: null }
    const query = this.manager.createQueryBuilder(DocumentRow, 'document').where({ databaseId: In(readable) })
    this.search.narrow(query, 'document.folded', page.q)
    const keys = [
      { path: 'document.databaseCode', direction: 'ASC' },
      { path: 'document.path', direction: 'ASC' },
    ] as const
    const found = await this.search.page(query, keys, d => [d.databaseCode, d.path], page)
    return { ...found, items: found.items.map(summaryOf) }
  }

  /** Every document of the country, those that were made last first, `limit` of them at most. */
  async newest(limit: number): Promise<DocumentSummary[]> {
    const rows = await this.manager.find(DocumentRow, { order: { createdAt: 'DESC' }, take: limit })
    return rows.map(summaryOf)
  }

  /** The newest row of each document's log. */
  async headsOf(ids: readonly DocumentId[]): Promise<Map<DocumentId, number>> {
    const rows = await this.manager.find(DocumentRow, {
      where: { id: In([...ids]) },
      select: { id: true, headSeq: true },
    })
    return new Map(rows.map(({ id, headSeq }) => [id, headSeq]))
  }

  /** Which of the documents the caller may read. */
  async readableOf(actor: Actor, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
    const rows = await this.manager.findBy(DocumentRow, { id: In([...ids]) })
    const readable = await this.readableAmong(
      actor,
      rows.map(({ databaseId }) => databaseId),
    )
    return new Set(rows.filter(({ databaseId }) => readable.has(databaseId)).map(({ id }) => id))
  }

  /** Those of the documents that the caller may read. */
  async readableFrom(actor: Actor, documents: readonly DocumentSummary[]): Promise<DocumentSummary[]> {
    const readable = await this.readableAmong(
      actor,
      documents.map(({ databaseId }) => databaseId),
    )
    return documents.filter(({ databaseId }) => readable.has(databaseId))
  }

  private async readableDatabases(actor: Actor, databaseCode: string | undefined): Promise<DatabaseId[]> {
    const rows = await this.manager
      .createQueryBuilder(DocumentRow, 'document')
      .select('document.databaseId', 'id')
      .distinct()
      .where(databaseCode === undefined ? {} : { databaseCode })
      .getRawMany<{ id: DatabaseId }>()
    const databaseIds = rows.map(({ id }) => id)
    return [...(await this.readableAmong(actor, databaseIds))]
  }

  private async readableAmong(actor: Actor, databaseIds: readonly DatabaseId[]): Promise<Set<DatabaseId>> {
    const readable = new Set<DatabaseId>()
    for (const [id, ownerId] of await this.databases.ownersOf([...new Set(databaseIds)]))
      if (await this.access.can(actor, 'document:read', ownerId)) readable.add(id)
    return readable
  }
}

const firstRow = ({ id, createdAt }: DocumentRow, actor: Actor | null, text: string): DocumentUpdateRow => {
  const { update, clientId, length } = updateOf(withLineFeeds(text))
  return {
    documentId: id,
    seq: 1,
    author: actor?.personId ?? null,
    clientRanges: [[clientId, 0, length]],
    bytes: Buffer.from(update),
    createdAt,
  }
}

const summaryOf = (document: DocumentRow): DocumentSummary => ({
  id: document.id,
  databaseId: document.databaseId,
  databaseCode: document.databaseCode,
  path: document.path,
  title: document.title,
  format: document.format,
  isIllustrative: document.isIllustrative,
  seq: document.headSeq,
  updatedAt: document.updatedAt,
})
