import { type AtAddress, Gathering, noOutline } from '@lienthong/plugin-engine'
import {
  type DatabaseId,
  type DocumentId,
  type DocumentSummary,
  documentAddress,
  documentAt,
} from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type Room, type RoomObserver, RoomsService } from '../collaboration/rooms.service.ts'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { VersionsService } from '../versions/versions.service.ts'
import { OutlinesService } from './outlines.service.ts'

/** So long after a change those hear of it who refer to the document, and then of all that came since. */
const quietMs = 500

/** What the ledger calls that which decides what is where, and who may know of it. */
const decisive = ['document', 'database']

/** For so long it is known which document has which id. */
const idsKeptMs = 1_000

/** A document that was read for others, shared by all who refer to it at the moment. */
type Shared = Exclude<AtAddress, string | null>

/**
 * What the references of documents lead to, for rules: the documents of the same owner as they are now, since who reads the one may
 * read the other; of all others the versions that are published, without their words. What an owner has not published is unknown, also
 * whether it exists.
 */
@Injectable()
export class LinkedDocumentsService implements RoomObserver, OnModuleInit {
  private readonly listeners: ((address: string | null) => void)[] = []
  private readonly shared = new Map<string, WeakRef<Shared>>()
  private readonly ids = new Map<DatabaseId, Promise<ReadonlyMap<string, DocumentSummary>>>()
  /** Of open documents, the number of their last change; numbers are never given again. */
  private readonly changes = new Map<DocumentId, number>()
  private count = 0
  private readonly untold = new Set<string | null>()

  constructor(
    private readonly rooms: RoomsService,
    private readonly documents: DocumentsService,
    private readonly content: DocumentContentService,
    private readonly databases: DatabasesService,
    private readonly versions: VersionsService,
    private readonly outlines: OutlinesService,
    private readonly ledger: LedgerService,
  ) {}

  onModuleInit(): void {
    this.rooms.observe(this)
    this.versions.onPublished(() => this.tell(null))
    this.ledger.onRecorded(subjectKind => {
      if (decisive.includes(subjectKind)) this.tell(null)
    })
  }

  /** Calls when a document may be other than before; null when it is not known which. */
  onChange(listener: (address: string | null) => void): void {
    this.listeners.push(listener)
  }

  /** Gathers what a document refers to; null for one whose references are not followed. */
  gatheringFor(document: DocumentSummary): Gathering | null {
    if (!document.format.startsWith('json-schema')) return null
    return new Gathering(documentAddress(document), address => this.read(document, address))
  }

  opened({ documentId }: Room): void {
    this.changes.set(documentId, ++this.count)
  }

  changed({ documentId, document }: Room): void {
    this.changes.set(documentId, ++this.count)
    this.tell(documentAddress(document))
  }

  closed({ documentId }: Room): void {
    this.changes.delete(documentId)
  }

  /** After a while, once for all that happens meanwhile. */
  private tell(address: string | null): void {
    if (this.untold.size === 0)
      setTimeout(() => {
        const addresses = this.untold.has(null) ? [null] : [...this.untold]
        this.untold.clear()
        this.ids.clear()
        for (const told of addresses) for (const listener of this.listeners) listener(told)
      }, quietMs).unref()
    this.untold.add(address)
  }

  private async read(from: DocumentSummary, address: string): Promise<AtAddress> {
    const place = documentAt(address)
    const found = place ? await this.documents.at(place) : await this.byId(from, address)
    const isOwn = !place || (await this.haveSameOwner(from.databaseCode, place.databaseCode))
    if (found) return isOwn ? this.asItIs(found) : this.asPublished(found)
    return place && isOwn ? 'missing' : null
  }

  /** By its `$id`, among the documents of the same database. */
  private async byId(from: DocumentSummary, id: string): Promise<DocumentSummary | null> {
    const named = (await this.idsOf(from.databaseId)).get(withoutFragment(id)) ?? null
    return named?.id === from.id ? null : named
  }

  /** Who looks for one id soon looks for the next. */
  private idsOf(databaseId: DatabaseId): Promise<ReadonlyMap<string, DocumentSummary>> {
    const reading = this.ids.get(databaseId) ?? this.readIds(databaseId)
    if (!this.ids.has(databaseId)) setTimeout(() => this.ids.delete(databaseId), idsKeptMs).unref()
    this.ids.set(databaseId, reading)
    return reading
  }

  /** One that cannot be read keeps nobody from the others. */
  private async readIds(databaseId: DatabaseId): Promise<ReadonlyMap<string, DocumentSummary>> {
    const ids = new Map<string, DocumentSummary>()
    for (const document of await this.documents.ofDatabase(databaseId)) {
      const { id } = await this.outlines.of(document).catch(() => noOutline)
      if (id !== null && !ids.has(withoutFragment(id))) ids.set(withoutFragment(id), document)
    }
    return ids
  }

  private async haveSameOwner(one: string, other: string): Promise<boolean> {
    return one === other || (await this.databases.ownerOf(one)) === (await this.databases.ownerOf(other))
  }

  private async asItIs(document: DocumentSummary): Promise<AtAddress> {
    const { id, format, seq } = document
    const room = this.rooms.roomOf(id)
    const live = room?.state.kind === 'ready' ? room : null
    const revision = live ? `change ${this.changes.get(id) ?? 0}` : `row ${seq}`
    return this.sharedAs(id, revision, async () => {
      const read = live ? { revision, text: live.text.toString() } : await this.stored(id)
      return { address: documentAddress(document), format, ...read }
    })
  }

  private async stored(id: DocumentId): Promise<Pick<Shared, 'revision' | 'text'>> {
    const { seq, text } = await this.content.text(id)
    return { revision: `row ${seq}`, text }
  }

  private async asPublished(document: DocumentSummary): Promise<AtAddress> {
    const { id, format } = document
    const number = await this.versions.newestOf(id)
    if (number === null) return null
    const revision = `version ${number}`
    const read = async () => {
      const { text } = await this.versions.byNumber(id, number)
      return { address: documentAddress(document), revision, format, text, isBare: true }
    }
    return this.sharedAs(`${id} published`, revision, read)
  }

  /** One text for all who refer to it. */
  private async sharedAs(key: string, revision: string, read: () => Promise<Shared>): Promise<Shared> {
    const known = this.shared.get(key)?.deref()
    if (known?.revision === revision) return known
    const found = await read()
    this.shared.set(key, new WeakRef(found))
    return found
  }
}

const withoutFragment = (id: string): string => id.replace(/#.*$/, '')
