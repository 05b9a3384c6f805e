import { Database, DocumentSummary, ProtocolError, pageOf } from '@lienthong/protocol'
import type { Address } from './address.ts'
import type { Server } from './server.ts'

/** A listing is this old at most before it is asked for again: explorers ask for the same one many times in a second. */
const maxAgeMs = 3_000

interface Cached<T> {
  at: number
  value: Promise<T>
}

/** Which databases and documents there are, by their addresses. */
export class DocumentDirectory {
  private readonly listings = new Map<string, Cached<DocumentSummary[]>>()
  private allDatabases: Cached<Database[]> | undefined

  constructor(private readonly server: Server) {
    server.onDidChangeConnection(() => this.forget())
  }

  databases(): Promise<Database[]> {
    if (!isFresh(this.allDatabases)) this.allDatabases = remember(this.server.all('/databases', Database))
    return this.allDatabases.value
  }

  documentsOf(databaseCode: string): Promise<DocumentSummary[]> {
    const known = this.listings.get(databaseCode)
    if (isFresh(known)) return known.value
    const path = `/databases/${encodeURIComponent(databaseCode)}/documents`
    const listing = remember(this.server.all(path, DocumentSummary))
    this.listings.set(databaseCode, listing)
    listing.value.catch(() => this.listings.delete(databaseCode))
    return listing.value
  }

  /** The best matches for words of a title, path or database, with or without diacritics. */
  async search(q: string): Promise<DocumentSummary[]> {
    const records = await this.server.records()
    const query = q.trim() === '' ? '' : `&q=${encodeURIComponent(q.trim())}`
    return (await records.get(`/documents?limit=50${query}`, pageOf(DocumentSummary))).items
  }

  /** Errors: DOCUMENT_NOT_FOUND, RECORD_NOT_FOUND, TOKEN_MISSING, SERVER_UNREACHABLE. */
  async find(address: Address): Promise<DocumentSummary> {
    if (address.kind !== 'document') throw new ProtocolError('DOCUMENT_NOT_FOUND')
    const documents = await this.documentsOf(address.databaseCode)
    const document = documents.find(({ path }) => path === address.path)
    if (!document) throw new ProtocolError('DOCUMENT_NOT_FOUND')
    return document
  }

  /** After creating something, or when asked to refresh. */
  forget(): void {
    this.listings.clear()
    this.allDatabases = undefined
  }
}

const isFresh = <T>(cached: Cached<T> | undefined): cached is Cached<T> =>
  cached !== undefined && Date.now() - cached.at < maxAgeMs

const remember = <T>(value: Promise<T>): Cached<T> => ({ at: Date.now(), value })
