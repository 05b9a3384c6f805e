import {
  Authorship,
  Checkpoint,
  type CreateCheckpoint,
  type DocumentId,
  HistoryEntry,
  type Page,
  PublishedVersion,
  pageOf,
} from '@lienthong/protocol'
import * as z from 'zod/mini'
import type { Server } from '../server.ts'

/** A document's history on the server, as the person who is signed in. Errors: the server's, TOKEN_MISSING, SERVER_UNREACHABLE. */
export class HistoryRecords {
  constructor(private readonly server: Server) {}

  /** Newest first; `cursor` is the `next` of the page before. */
  async page(id: DocumentId, cursor: string | null = null): Promise<Page<HistoryEntry>> {
    const records = await this.server.records()
    const query = cursor === null ? '' : `?cursor=${cursor}`
    return records.get(`/documents/${id}/history${query}`, pageOf(HistoryEntry))
  }

  /** The entry that begins at a row: the newest before the one that would begin after it. */
  async entryFrom(id: DocumentId, seq: number): Promise<HistoryEntry | undefined> {
    const records = await this.server.records()
    const path = `/documents/${id}/history?limit=1&cursor=${seq + 1}`
    return (await records.get(path, pageOf(HistoryEntry))).items[0]
  }

  async text(id: DocumentId, seq: number): Promise<string> {
    return (await this.server.records()).text(`/documents/${id}/history/${seq}/text`)
  }

  async authorship(id: DocumentId): Promise<Authorship> {
    return (await this.server.records()).get(`/documents/${id}/authorship`, Authorship)
  }

  /** Newest state first. */
  async checkpoints(id: DocumentId): Promise<Checkpoint[]> {
    return (await this.server.records()).get(`/documents/${id}/checkpoints`, z.array(Checkpoint))
  }

  /** Newest first. */
  async versions(id: DocumentId): Promise<PublishedVersion[]> {
    return (await this.server.records()).get(`/documents/${id}/versions`, z.array(PublishedVersion))
  }

  async name(id: DocumentId, checkpoint: CreateCheckpoint): Promise<Checkpoint> {
    return (await this.server.records()).post(`/documents/${id}/checkpoints`, Checkpoint, checkpoint)
  }
}
