import { DocumentId, DocumentSeq, ProtocolError } from '@lienthong/protocol'
import { type TextDocumentContentProvider, Uri } from 'vscode'
import { safeParse } from 'zod/mini'
import { openAs } from '../comparison.ts'
import type { OpenDocument } from '../open-documents.ts'
import type { Server } from '../server.ts'
import type { HistoryRecords } from './history-records.ts'

/** States of documents, to be read only. The path is the document's, so that the file's ending says the language. */
export const stateScheme = 'lienthong-history'

/** A state never changes, but the texts of many are large together. */
const keptMost = 20

/** The texts of states, as documents that VS Code can show and compare. */
export class HistoryStates implements TextDocumentContentProvider {
  private readonly texts = new Map<string, Promise<string>>()

  constructor(
    server: Server,
    private readonly records: HistoryRecords,
  ) {
    server.onDidChangeConnection(() => this.texts.clear())
  }

  /** Makes the state ready to be shown, in the document's language mode. Errors: the server's, before an editor opens in vain. */
  async open(document: OpenDocument, seq: number, languageId?: string): Promise<Uri> {
    const uri = uriOfState(document, seq)
    await this.read(uri)
    await openAs(uri, languageId)
    return uri
  }

  text(document: OpenDocument, seq: number): Promise<string> {
    return this.read(uriOfState(document, seq))
  }

  provideTextDocumentContent(uri: Uri): Promise<string> {
    return this.read(uri)
  }

  private read(uri: Uri): Promise<string> {
    const key = uri.toString()
    const known = this.texts.get(key)
    if (known !== undefined) return known
    const text = this.fetch(uri)
    this.texts.set(key, text)
    text.catch(() => this.texts.delete(key))
    const [oldest] = this.texts.keys()
    if (this.texts.size > keptMost && oldest !== undefined) this.texts.delete(oldest)
    return text
  }

  private async fetch(uri: Uri): Promise<string> {
    const [documentId, state] = uri.query.split('/')
    const [id, seq] = [safeParse(DocumentId, documentId), safeParse(DocumentSeq, state)]
    if (!id.success || !seq.success) throw new ProtocolError('DOCUMENT_NOT_FOUND')
    return this.records.text(id.data, seq.data)
  }
}

const uriOfState = ({ uri, summary }: OpenDocument, seq: number): Uri =>
  Uri.from({ scheme: stateScheme, path: uri.path, query: `${summary.id}/${seq}` })

/** The document of which this is a state. */
export const documentIdOf = (uri: Uri): string | undefined =>
  uri.scheme === stateScheme ? uri.query.split('/')[0] : undefined
