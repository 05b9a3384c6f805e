import {
  Authorship,
  type DocumentId,
  HistoryEntry,
  type Page,
  PublishedVersion,
  pageOf,
} from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import type * as Y from 'yjs'
import { DocumentUpdateRow } from '../../src/documents/document-update.entity.ts'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered } from '../json.ts'
import type { TestPerson, TestServer } from '../start-server.ts'

export type Edit = (text: Y.Text) => void

/** Makes each edit a row of the log. */
export const type = async (editor: Editor, ...edits: Edit[]): Promise<void> => {
  for (const edit of edits) {
    edit(editor.text)
    await editor.whenStored()
  }
}

/** A server with documents, two editors and a steward, and what its history says. */
export class TestHistory {
  private constructor(
    private readonly server: TestServer,
    readonly an: TestPerson,
    readonly binh: TestPerson,
    readonly steward: TestPerson,
  ) {}

  static async on(server: TestServer): Promise<TestHistory> {
    const { an, binh, steward } = await stage(server)
    return new TestHistory(server, an, binh, steward)
  }

  get manager(): EntityManager {
    return this.server.app.get(EntityManager)
  }

  get(path: string, { token } = this.an, headers: Record<string, string> = {}): Promise<Response> {
    return this.server.fetch(path, { token, headers })
  }

  async textAt(id: DocumentId, seq: number): Promise<string> {
    return (await this.get(`/documents/${id}/history/${seq}/text`)).text()
  }

  async timeline(id: DocumentId, query = ''): Promise<Page<HistoryEntry>> {
    return answered(await this.get(`/documents/${id}/history${query}`), pageOf(HistoryEntry))
  }

  async authorship(id: DocumentId): Promise<Authorship> {
    return answered(await this.get(`/documents/${id}/authorship`), Authorship)
  }

  name(id: DocumentId, body: { name: string; seq?: number }, { token } = this.an): Promise<Response> {
    return this.server.fetch(`/documents/${id}/checkpoints`, { token, body })
  }

  async publish(id: DocumentId, body: { number: string; seq: number }): Promise<void> {
    const { token } = this.steward
    await answered(await this.server.fetch(`/documents/${id}/versions`, { token, body }), PublishedVersion)
  }

  async join(id: DocumentId, person: TestPerson): Promise<Editor> {
    return (await Editor.connect(this.server, person)).join(id)
  }

  /** A document of An's that Bình has edited. */
  async document(text: string, ...edits: Edit[]): Promise<DocumentId> {
    const { id } = await createDocument(this.server, this.an, { text })
    if (edits.length > 0) await type(await this.join(id, this.binh), ...edits)
    return id
  }

  rows(documentId: DocumentId): Promise<DocumentUpdateRow[]> {
    return this.manager.find(DocumentUpdateRow, { where: { documentId }, order: { seq: 'ASC' } })
  }

  /** Moves rows to another time, before anybody reads the history. */
  async date(documentId: DocumentId, times: Record<number, string>): Promise<void> {
    for (const [seq, time] of Object.entries(times)) {
      const createdAt = `2026-01-31T${time}.000Z`
      await this.manager.update(DocumentUpdateRow, { documentId, seq: Number(seq) }, { createdAt })
    }
  }
}
