import { CreateDocument, type DocumentId, DocumentSummary, type Page, pageOf } from '@lienthong/protocol'
import { documentTextOf, type RestClient } from '@lienthong/protocol/client'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'

/** The documents of one database, read and made over REST. */
export class Documents {
  constructor(
    private readonly client: RestClient,
    readonly database: string,
  ) {}

  async list(): Promise<DocumentSummary[]> {
    const found: DocumentSummary[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) }).toString()
      const path = `/databases/${encodeURIComponent(this.database)}/documents?${query}`
      const page: Page<DocumentSummary> = await this.client.get(path, pageOf(DocumentSummary))
      found.push(...page.items)
      cursor = page.next
    }
    return found
  }

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
      throw new Failure('DOCUMENT_INVALID', { file: document.path })
    const path = `/databases/${encodeURIComponent(this.database)}/documents`
    return this.client.post(path, DocumentSummary, document)
  }
}

/** Whether a document may have this path: one name, in no folder. */
export const isDocumentPath = (path: string): boolean => z.safeParse(CreateDocument.shape.path, path).success
