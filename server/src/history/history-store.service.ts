import type { DocumentId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, MoreThanOrEqual } from 'typeorm'
import { Transactions } from '../database/transactions.ts'
import { HistoryEntryRow, HistoryRow, HistoryStateRow } from './history.entities.ts'
import type { Change } from './replay.ts'
import { entriesFrom, minuteOf } from './timeline.ts'

/** The timeline on disk. */
@Injectable()
export class HistoryStoreService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** How far the log has been read. */
  async seqOf(documentId: DocumentId): Promise<number> {
    const known = await this.manager.findOneBy(HistoryRow, { documentId })
    if (known) return known.seq
    const first = { documentId, seq: 0 }
    await this.transactions.run(manager =>
      manager.createQueryBuilder().insert().into(HistoryRow).values(first).orIgnore().execute(),
    )
    return 0
  }

  /**
   * Adds what the rows after `before` did and, if one is given, the state that they led to.
   * Compare-and-set: false if the log has been read further by somebody else, and then nothing is stored.
   */
  async add(
    documentId: DocumentId,
    before: number,
    changes: readonly [Change, ...Change[]],
    state: Uint8Array | null,
  ): Promise<boolean> {
    const latest = await this.manager.find(HistoryEntryRow, {
      where: { documentId, startedAt: MoreThanOrEqual(minuteOf(changes[0].at)) },
      order: { fromSeq: 'ASC' },
    })
    const entries = entriesFrom(documentId, latest, changes)
    const { seq } = changes.at(-1) ?? changes[0]
    return this.transactions.run(async manager => {
      const { affected } = await manager.update(HistoryRow, { documentId, seq: before }, { seq })
      if (affected !== 1) return false
      await manager.upsert(HistoryEntryRow, entries, ['documentId', 'fromSeq'])
      if (state) await manager.insert(HistoryStateRow, { documentId, seq, bytes: Buffer.from(state) })
      return true
    })
  }
}
