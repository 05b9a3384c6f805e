import {
  type DocumentSummary,
  type HistoryEntry,
  type HistoryQuery,
  type Page,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { AuthorsService } from './authors.service.ts'
import { HistoryEntryRow } from './history.entities.ts'
import { HistoryIndexService } from './history-index.service.ts'
import { LogReaderService } from './log-reader.service.ts'
import { NamedStatesService } from './named-states.service.ts'

const defaultLimit = 50

/** The timeline of a document and its text at any time. Who may see them is the caller's business. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly manager: EntityManager,
    private readonly index: HistoryIndexService,
    private readonly log: LogReaderService,
    private readonly authors: AuthorsService,
    private readonly namedStates: NamedStatesService,
  ) {}

  /** Newest first. The cursor is the last entry's `fromSeq`: what is written meanwhile comes before it. */
  async timeline(
    { id: documentId, seq }: DocumentSummary,
    { cursor, limit = defaultLimit }: HistoryQuery,
  ): Promise<Page<HistoryEntry>> {
    await this.index.reach(documentId, seq)
    const query = this.manager.createQueryBuilder(HistoryEntryRow, 'entry').where({ documentId })
    const total = await query.getCount()
    if (cursor !== undefined) query.andWhere('entry.fromSeq < :cursor', { cursor })
    const rows = await query
      .orderBy('entry.fromSeq', 'DESC')
      .limit(limit + 1)
      .getMany()
    const items = await this.entriesOf(rows.slice(0, limit), cursor)
    return { items, total, next: rows.length > limit ? String(items.at(-1)?.fromSeq) : null }
  }

  /** Errors: RECORD_NOT_FOUND (a state that is not there), DOCUMENT_UNAVAILABLE. */
  async text({ id, seq: newest }: DocumentSummary, seq: number): Promise<string> {
    if (seq > newest) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'address', id: `history/${seq}` })
    await this.index.reach(id, seq)
    return (await this.log.replayAt(id, seq)).text.toString()
  }

  /** `rows` follow each other, newest first; `before` is where the entry after them begins, if there is one. */
  private async entriesOf(rows: readonly HistoryEntryRow[], before?: number): Promise<HistoryEntry[]> {
    const oldest = rows.at(-1)
    if (!oldest) return []
    const authors = await this.authors.named(rows.map(({ author }) => author))
    const named = await this.namedStates.between(oldest.documentId, oldest.fromSeq, before)
    return rows.map(({ documentId: _, clientRanges: __, author, ...entry }, at) => {
      const end = rows[at - 1]?.fromSeq ?? before ?? Number.POSITIVE_INFINITY
      const isIn = ({ seq }: { seq: number }) => seq >= entry.fromSeq && seq < end
      return {
        ...entry,
        author: (author && authors.get(author)) ?? null,
        checkpoints: named.checkpoints.filter(isIn),
        versions: named.versions.filter(isIn),
      }
    })
  }
}
