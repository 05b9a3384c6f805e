import {
  type Checkpoint,
  type CreateCheckpoint,
  type DocumentId,
  type DocumentSummary,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { AuthorsService } from './authors.service.ts'
import { CheckpointRow } from './history.entities.ts'

/** Named states. Who may see and name them is the caller's business. */
@Injectable()
export class CheckpointsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly authors: AuthorsService,
  ) {}

  /** Newest state first, and of one state the newest name first. */
  async list(documentId: DocumentId): Promise<Checkpoint[]> {
    const rows = await this.manager.find(CheckpointRow, {
      where: { documentId },
      order: { seq: 'DESC', id: 'DESC' },
    })
    const authors = await this.authors.named(rows.map(({ author }) => author))
    return rows.flatMap(({ author: personId, ...row }) => {
      const author = authors.get(personId)
      return author ? { ...row, author } : []
    })
  }

  /** The ledger says which state was named, and the checkpoint how. Errors: RECORD_INVALID, RECORD_CODE_TAKEN. */
  async create(
    actor: Actor,
    { id: documentId, seq: newest }: DocumentSummary,
    { name, seq = newest }: CreateCheckpoint,
  ): Promise<Checkpoint> {
    if (seq > newest)
      throw new ProtocolError('RECORD_INVALID', { detail: `seq: the document has no state ${seq}` })
    const { personId, displayName, organisationName } = actor
    const row = { id: newId(), documentId, seq, name, author: personId, createdAt: now() }
    await this.transactions.run(async manager => {
      await manager.createQueryBuilder().insert().into(CheckpointRow).values(row).orIgnore().execute()
      if (!(await manager.existsBy(CheckpointRow, { id: row.id })))
        throw new ProtocolError('RECORD_CODE_TAKEN', { code: name })
      await this.ledger.record(manager, actor, {
        action: 'document:name-state',
        subjectKind: 'document',
        subjectId: documentId,
        details: { checkpointId: row.id, seq },
      })
    })
    return { ...row, author: { personId, displayName, organisationName } }
  }
}
