import type { Authorship, DocumentSummary } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { AuthorsService } from './authors.service.ts'
import { runsOf } from './authorship.ts'
import { HistoryEntryRow } from './history.entities.ts'
import { HistoryIndexService } from './history-index.service.ts'
import { LogReaderService } from './log-reader.service.ts'

/** Who wrote what of a document's committed text. Who may know is the caller's business. */
@Injectable()
export class AuthorshipService {
  constructor(
    private readonly manager: EntityManager,
    private readonly index: HistoryIndexService,
    private readonly log: LogReaderService,
    private readonly authors: AuthorsService,
  ) {}

  /** Errors: DOCUMENT_UNAVAILABLE. */
  async of({ id: documentId, seq }: DocumentSummary): Promise<Authorship> {
    await this.index.reach(documentId, seq)
    const entries = await this.manager.find(HistoryEntryRow, {
      where: { documentId },
      select: { fromSeq: true, author: true, startedAt: true, clientRanges: true },
    })
    const { text } = await this.log.replayAt(documentId, seq)
    const runs = runsOf(text, entries)
    const authors = await this.authors.named(runs.map(({ personId }) => personId))
    return { seq, authors: [...authors.values()], runs }
  }
}
