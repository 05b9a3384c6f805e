import * as z from 'zod/mini'
import { CreateDocument, DocumentSummary } from '../../documents.ts'
import { FileRefused } from '../../files.ts'
import type { DocumentId } from '../../ids.ts'
import { type Page, pageOf } from '../../record.ts'
import { documentTextOf } from '../file-text.ts'
import type { RestClient } from '../rest-client.ts'

/** The documents of one database, read and made over REST. */
export class Documents {
  constructor(
    private readonly client: RestClient,
    readonly database: string,
  ) {}

  /** All that this person may read. */
  async list(): Promise<DocumentSummary[]> {
    const found: DocumentSummary[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
      const path = `${this.path}?limit=200${query}`
      const page: Page<DocumentSummary> = await this.client.get(path, pageOf(DocumentSummary))
      found.push(...page.items)
      cursor = page.next
    }
    return found
  }

  /** As it is by now. Errors: DOCUMENT_NOT_FOUND. */
  one(id: DocumentId): Promise<DocumentSummary> {
    return this.client.get(`/documents/${id}`, DocumentSummary)
  }

  /** The text at a state, which never changes. Errors: RECORD_NOT_FOUND for a state that is not there. */
  async textAt(id: DocumentId, seq: number): Promise<string> {
    return documentTextOf(await this.client.text(`/documents/${id}/history/${seq}/text`))
  }

  /** Errors: DOCUMENT_PATH_TAKEN, RIGHT_MISSING, DOCUMENT_INVALID. */
  create(document: CreateDocument): Promise<DocumentSummary> {
    if (!z.safeParse(CreateDocument, document).success)
      throw new FileRefused('DOCUMENT_INVALID', { file: document.path })
    return this.client.post(this.path, DocumentSummary, document)
  }

  private get path(): string {
    return `/databases/${encodeURIComponent(this.database)}/documents`
  }
}

/** Whether a document may have this path: one name, in no folder. */
export const isDocumentPath = (path: string): boolean => z.safeParse(CreateDocument.shape.path, path).success
