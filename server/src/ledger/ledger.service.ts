import {
  type LedgerEntry,
  type LedgerVerification,
  type ListQuery,
  type Page,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, MoreThan } from 'typeorm'
import { now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { beginning, hashOf } from './chain.ts'
import { LedgerEntryRow, LedgerHead } from './ledger-entry.entity.ts'

/** What happened to what. `details` holds ids, codes and changed values of the domain, never secrets or personal data. */
export interface Event {
  action: string
  subjectKind: string
  subjectId: string
  details: Record<string, unknown>
}

const batch = 500

/** The append-only account of every governed change. */
@Injectable()
export class LedgerService {
  private readonly listeners: ((subjectKind: string) => void)[] = []

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** Calls after the transaction of an entry of this node is committed: what it says has happened. */
  onRecorded(listener: (subjectKind: string) => void): void {
    this.listeners.push(listener)
  }

  /**
   * Appends an entry in the caller's transaction: both happen or neither (rule L1). `actor` null means the server itself.
   * Call it last in the transaction: everybody else's entries wait from here to the commit.
   */
  async record(manager: EntityManager, actor: Pick<Actor, 'personId'> | null, event: Event): Promise<void> {
    await manager.update(LedgerHead, { id: 1 }, { seq: () => 'seq + 1' })
    const head = await manager.findOneByOrFail(LedgerHead, { id: 1 })
    const entry = {
      seq: head.seq,
      at: now(),
      actorId: actor?.personId ?? null,
      action: event.action,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      details: JSON.parse(JSON.stringify(event.details)),
      previousHash: head.hash,
    }
    const hash = hashOf(entry)
    await manager.insert(LedgerEntryRow, { ...entry, hash })
    await manager.update(LedgerHead, { id: 1 }, { hash })
    this.transactions.afterCommit(() => {
      for (const listener of this.listeners) listener(event.subjectKind)
    })
  }

  /** Newest first. The cursor is the last entry's number. Errors: MESSAGE_INVALID (the cursor). */
  async list({ cursor, limit = 50 }: ListQuery, subjectId?: string): Promise<Page<LedgerEntry>> {
    const entries = this.manager.createQueryBuilder(LedgerEntryRow, 'entry').orderBy('entry.seq', 'DESC')
    if (subjectId !== undefined) entries.andWhere('entry.subjectId = :subjectId', { subjectId })
    const total = await entries.getCount()
    if (cursor !== undefined) entries.andWhere('entry.seq < :before', { before: numberIn(cursor) })
    const rows = await entries.limit(limit + 1).getMany()
    const items = rows.slice(0, limit)
    return { items, total, next: rows.length > limit ? String(items.at(-1)?.seq) : null }
  }

  /** Recomputes the chain from its beginning to its head. */
  async verify(): Promise<LedgerVerification> {
    const head = await this.manager.findOneByOrFail(LedgerHead, { id: 1 })
    let seq = 0
    let hash = beginning
    for (;;) {
      const entries = await this.entriesAfter(seq)
      for (const entry of entries) {
        if (entry.seq > head.seq) break
        const fits = entry.seq === seq + 1 && entry.previousHash === hash && hashOf(entry) === entry.hash
        if (!fits) return { entries: head.seq, isIntact: false, brokenAt: seq + 1, head: head.hash }
        ;({ seq, hash } = entry)
      }
      if (entries.length < batch || seq >= head.seq) break
    }
    const isWhole = seq === head.seq && hash === head.hash
    return { entries: head.seq, isIntact: isWhole, brokenAt: isWhole ? null : seq + 1, head: head.hash }
  }

  private entriesAfter(seq: number): Promise<LedgerEntryRow[]> {
    return this.manager.find(LedgerEntryRow, {
      where: { seq: MoreThan(seq) },
      order: { seq: 'ASC' },
      take: batch,
    })
  }
}

/** Nine digits are more entries than there will be, and fit both databases' integers. */
const numberIn = (cursor: string): number => {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new ProtocolError('MESSAGE_INVALID', { detail: 'cursor is not one that this server gave out' })
}
