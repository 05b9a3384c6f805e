import { type EarlierTexts, readEarlierTexts } from '@lienthong/plugin-engine'
import {
  type DocumentId,
  type DocumentSummary,
  isBefore,
  type NextVersion,
  numberAfter,
  ProtocolError,
  type PublishedVersion,
  type PublishVersion,
  type VersionStep,
} from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { now } from '../database/ids.ts'
import { sha256Of } from '../database/sha256.ts'
import { Transactions } from '../database/transactions.ts'
import { AuthorsService } from '../history/authors.service.ts'
import { HistoryService } from '../history/history.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { Actor } from '../transport/actor.ts'
import { VersionRow } from './version.entity.ts'

/** What a text asks of the number that comes after the last version's; null where nobody can say. */
export type Judge = (
  document: DocumentSummary,
  text: string,
  last: { readonly number: string; readonly text: string },
) => Promise<VersionStep | null>

/** Published versions of documents. Who may see and publish them is the caller's business. */
@Injectable()
export class VersionsService implements NodeObserver, OnModuleInit {
  private readonly listeners: ((documentId: DocumentId) => void)[] = []
  private judge: Judge = async () => null

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly history: HistoryService,
    private readonly authors: AuthorsService,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'version') this.told(message.documentId)
  }

  /** Calls after a version of a document was published, here or at another node that can be heard. */
  onPublished(listener: (documentId: DocumentId) => void): void {
    this.listeners.push(listener)
  }

  /** Who says what a text asks of the next number. */
  judgeBy(judge: Judge): void {
    this.judge = judge
  }

  /** What the document as it is asks of the next number. Errors: DOCUMENT_UNAVAILABLE. */
  async next(document: DocumentSummary): Promise<NextVersion> {
    const last = await this.latest(document.id)
    if (!last) return { step: null, number: '1.0.0' }
    const text = await this.history.text(document, document.seq)
    const step = await this.judge(document, text, last)
    return { step, number: numberAfter(last.number, step ?? 'patch') }
  }

  /** Newest first. */
  async list(documentId: DocumentId): Promise<PublishedVersion[]> {
    const rows = await newestFirst(this.manager, documentId)
    const authors = await this.authors.named(rows.map(({ author }) => author))
    return rows.flatMap(({ author, ...row }) => {
      const publishedBy = authors.get(author)
      return publishedBy ? [{ ...row, publishedBy }] : []
    })
  }

  /** The numbers of all, newest first. */
  async numbers(documentId: DocumentId): Promise<string[]> {
    return (await newestFirst(this.manager, documentId)).map(({ number }) => number)
  }

  /** The newest version with its text; null while there is none. */
  async latest(documentId: DocumentId): Promise<Pick<VersionRow, 'number' | 'sha256' | 'text'> | null> {
    const [newest] = await newestFirst(this.manager, documentId)
    return newest ? this.byNumber(documentId, newest.number) : null
  }

  /** What was published before a version, as far as rules can compare with it. */
  async before(documentId: DocumentId, number: string): Promise<EarlierTexts> {
    const rows = await newestFirst(this.manager, documentId)
    const earlier = rows.filter(row => isBefore(row.number, number))
    return readEarlierTexts(
      earlier.map(({ number: revision }) => async () => {
        const { text } = await this.byNumber(documentId, revision)
        return { revision, text }
      }),
    )
  }

  /** The number of the newest version; null while there is none. */
  async newestOf(documentId: DocumentId): Promise<string | null> {
    const [newest] = await newestFirst(this.manager, documentId)
    return newest?.number ?? null
  }

  /** The number of the newest version of each document that has one. */
  async newest(): Promise<ReadonlyMap<DocumentId, string>> {
    const newest = new Map<DocumentId, string>()
    for (const { documentId, number } of await this.manager.find(VersionRow, {
      select: { documentId: true, number: true },
    })) {
      const known = newest.get(documentId)
      if (known === undefined || isBefore(known, number)) newest.set(documentId, number)
    }
    return newest
  }

  /** Errors: RECORD_NOT_FOUND. */
  async byNumber(documentId: DocumentId, number: string): Promise<VersionRow> {
    const row = await this.manager.findOneBy(VersionRow, { documentId, number })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'version', id: number })
    return row
  }

  /** Errors: RECORD_INVALID, VERSION_NOT_NEWER, VERSION_STEP_TOO_SMALL, VERSION_UNCHANGED, DOCUMENT_UNAVAILABLE. */
  async publish(
    actor: Actor,
    document: DocumentSummary,
    { number, seq = document.seq, note = '' }: PublishVersion,
  ): Promise<PublishedVersion> {
    const { id: documentId } = document
    if (seq > document.seq) throw invalid(`seq: the document has no state ${seq}`)
    const text = await this.history.text(document, seq)
    const { personId: author, displayName, organisationName } = actor
    const row: VersionRow = {
      documentId,
      number,
      seq,
      sha256: sha256Of(text),
      text,
      note,
      author,
      publishedAt: now(),
    }
    // Each time it is overtaken there is one version more, which it has to come after.
    while (!(await this.insert(actor, row, await this.judged(document, row))));
    this.told(documentId)
    this.nodes.tell({ kind: 'version', documentId })
    const { text: _, author: __, ...published } = row
    return { ...published, publishedBy: { personId: author, displayName, organisationName } }
  }

  /** The number of the version that it was compared with; before the transaction, for that takes its time. */
  private async judged(document: DocumentSummary, { text, number }: VersionRow): Promise<string | null> {
    const last = await this.latest(document.id)
    if (!last || last.text === text) return last?.number ?? null
    const step = await this.judge(document, text, last)
    const least = numberAfter(last.number, step ?? 'patch')
    if (isBefore(last.number, number) && isBefore(number, least))
      throw new ProtocolError('VERSION_STEP_TOO_SMALL', { number, last: last.number, least })
    return last.number
  }

  /** False, and nothing happened, where the newest version is another than that which it was compared with. */
  private async insert(actor: Actor, row: VersionRow, judged: string | null): Promise<boolean> {
    const { documentId, number, seq, sha256 } = row
    try {
      await this.transactions.run(async manager => {
        // First, for it takes hold of the ledger's head: of two that publish at once the second sees the first.
        await this.ledger.record(manager, actor, {
          action: 'document:publish',
          subjectKind: 'document',
          subjectId: documentId,
          details: { number, seq, sha256 },
        })
        const [last] = await newestFirst(manager, documentId)
        if ((last?.number ?? null) !== judged) throw new Overtaken()
        if (last) requireSuccessor(last, row)
        await manager.insert(VersionRow, row)
      })
      return true
    } catch (error) {
      if (error instanceof Overtaken) return false
      throw error
    }
  }

  private told(documentId: DocumentId): void {
    for (const listener of this.listeners) listener(documentId)
  }
}

/** Undoes the transaction. */
class Overtaken extends Error {}

type WithoutText = Omit<VersionRow, 'text'>

/** Without their texts, which may be long. A document has few versions; their numbers do not sort as text. */
const newestFirst = async (manager: EntityManager, documentId: DocumentId): Promise<WithoutText[]> => {
  const select = {
    documentId: true,
    number: true,
    seq: true,
    sha256: true,
    note: true,
    author: true,
    publishedAt: true,
  } as const
  const rows: WithoutText[] = await manager.find(VersionRow, { where: { documentId }, select })
  return rows.sort((a, b) => (isBefore(a.number, b.number) ? 1 : -1))
}

const requireSuccessor = (last: WithoutText, next: WithoutText): void => {
  if (!isBefore(last.number, next.number))
    throw new ProtocolError('VERSION_NOT_NEWER', { number: next.number, last: last.number })
  if (next.seq < last.seq) throw invalid(`seq: version ${last.number} is of the later state ${last.seq}`)
  if (next.sha256 === last.sha256) throw new ProtocolError('VERSION_UNCHANGED', { last: last.number })
}

const invalid = (detail: string) => new ProtocolError('RECORD_INVALID', { detail })
