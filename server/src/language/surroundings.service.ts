import { addressesIn, KnownDocuments, noOutline } from '@lienthong/plugin-engine'
import { type DocumentSummary, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { DocumentsService } from '../documents/documents.service.ts'
import { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { Documents, KnownDocument } from './known-documents.ts'
import { once } from './once.ts'

/** Older documents than this many are not looked through: each that is not in memory has to be read. */
const maxDocuments = 5_000

/** What a person may read around a document. */
export interface Surroundings {
  /** The document, the others of its database, and those that it refers to by their address. */
  readonly near: Documents
  /** All that the person may read, gathered when somebody first wants it. */
  readonly everywhere: () => Promise<Documents>
}

/** Gathers the documents that may be linked with one: few for most questions, all of them where something is looked for everywhere. */
@Injectable()
export class SurroundingsService {
  private reading: Promise<readonly DocumentSummary[]> | null = null

  constructor(
    private readonly outlines: OutlinesService,
    private readonly records: DocumentsService,
  ) {}

  async of(actor: Actor, known: KnownDocument): Promise<Surroundings> {
    const { id, databaseId } = known.document
    const addressed = addressesIn(known)
    const readable = await this.records.readableFrom(actor, (await this.newest()).slice(0, maxDocuments))
    const others = readable.filter(document => document.id !== id)
    const isNear = (document: DocumentSummary) =>
      document.databaseId === databaseId || addressed.has(`${document.databaseCode}/${document.path}`)
    const near = new KnownDocuments([known, ...(await this.read(others.filter(isNear)))])
    const far = others.filter(document => !isNear(document))
    return {
      near,
      everywhere: once(async () => new KnownDocuments([...near.all, ...(await this.read(far))])),
    }
  }

  /**
   * All documents of the country, none left out. Whatever comes of them must not tell of what a person may not read.
   * Errors: RENAME_DOCUMENTS_TOO_MANY.
   */
  async everything({ near }: Surroundings): Promise<Documents> {
    const documents = await this.newest()
    if (documents.length > maxDocuments)
      throw new ProtocolError('RENAME_DOCUMENTS_TOO_MANY', { max: maxDocuments })
    const ids = new Set(near.all.map(({ document }) => document.id))
    const others = documents.filter(({ id }) => !ids.has(id))
    return new KnownDocuments([...near.all, ...(await this.read(others))])
  }

  /** One more than are looked through. Questions that come while the records are read share them. */
  private newest(): Promise<readonly DocumentSummary[]> {
    this.reading ??= this.records.newest(maxDocuments + 1).finally(() => {
      this.reading = null
    })
    return this.reading
  }

  /** One after the other: a country's documents must not come into memory at once. */
  private async read(documents: readonly DocumentSummary[]): Promise<KnownDocument[]> {
    const known: KnownDocument[] = []
    for (const document of documents) {
      // One that cannot be loaded keeps nobody from the others; it is logged where it is read.
      known.push({ document, outline: await this.outlines.of(document).catch(() => noOutline) })
    }
    return known
  }
}
