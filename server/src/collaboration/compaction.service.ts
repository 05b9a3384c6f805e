import type { DocumentId } from '@lienthong/protocol'
import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { Thread } from './thread.ts'

/** A snapshot that was left: it holds every row up to `seq`. */
export interface TakenSnapshot {
  seq: number
  bytes: number
}

/** Makes one snapshot of a document's snapshot and the rows since, in a thread of its own (rule S8). */
@Injectable()
export class CompactionService implements OnApplicationShutdown {
  private readonly thread = new Thread<Uint8Array[], Uint8Array>(
    new URL('./compaction-worker.mjs', import.meta.url),
  )

  constructor(private readonly content: DocumentContentService) {}

  /** Works on what is in the log, not on what is in memory. Null when somebody else was faster. */
  async compact(documentId: DocumentId): Promise<TakenSnapshot | null> {
    const { seq, snapshotSeq, updates } = await this.content.load(documentId)
    const bytes = await this.thread.ask(updates)
    const isOurs = await this.content.replaceSnapshot(documentId, snapshotSeq, { seq, bytes })
    return isOurs ? { seq, bytes: bytes.length } : null
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close()
  }
}
