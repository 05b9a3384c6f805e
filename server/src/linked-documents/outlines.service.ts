import { createHash } from 'node:crypto'
import {
  type DocumentSymbol,
  noOutline,
  type Outline,
  type OutlineRequest,
  RunnerError,
  RunnerGone,
} from '@lienthong/plugin-engine'
import type { DocumentFormat, DocumentId, DocumentSummary } from '@lienthong/protocol'
import { Injectable, Logger } from '@nestjs/common'
import pLimit from 'p-limit'
import { RoomsService } from '../collaboration/rooms.service.ts'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { RunnerHost } from '../runner/runner-host.service.ts'

/** Outlines that are kept, of all documents together: about 200 MB. */
const maxKeptCharacters = 100_000_000
/** What a part takes beside its own words, as many characters. A document has some hundreds of parts. */
const charactersPerPart = 100

/** After an outline of an open document comes this many times as long a rest: while people write, it takes a fifth of a core at most. */
const restPerOutline = 4
/** However large a document is, nobody waits longer for its outline to begin. */
const restAtMostMs = 2_000

interface Kept {
  /** The hash of the text, or the newest row of the log, that the outline is of. */
  readonly of: string | number
  readonly outline: Promise<Outline>
  characters: number
}

/**
 * The outlines of documents, read where they are asked for and kept while there is room. Of open ones the newest is kept, whatever has to
 * go for it; of all others those that were read first: a search through more than there is room for still finds most of them here.
 */
@Injectable()
export class OutlinesService {
  private readonly kept = new Map<DocumentId, Kept>()
  private readonly restsUntil = new Map<DocumentId, number>()
  private readonly alone = pLimit(1)
  private readonly logger = new Logger('Language')
  private characters = 0

  constructor(
    private readonly host: RunnerHost,
    private readonly rooms: RoomsService,
    private readonly content: DocumentContentService,
  ) {}

  /** The outline of a document as it is: where it is open at this node, what people see of it. Errors: DOCUMENT_UNAVAILABLE. */
  of(document: DocumentSummary): Promise<Outline> {
    const { id, format, seq } = document
    const room = this.rooms.roomOf(id)
    if (room?.state.kind === 'ready') return this.ofText(id, format, room.text.toString())
    return this.once(id, seq, async () =>
      linksOf(await this.read(id, format, (await this.content.text(id)).text)),
    )
  }

  /** The outline of a text that is a document's. */
  ofText(id: DocumentId, format: DocumentFormat, text: string): Promise<Outline> {
    return this.once(id, hashOf(text), async () => {
      const restMs = (this.restsUntil.get(id) ?? 0) - performance.now()
      if (restMs > 0) await new Promise(resolve => setTimeout(resolve, restMs))
      const startedAt = performance.now()
      const outline = await this.read(id, format, text)
      this.rest(id, performance.now() - startedAt)
      return outline
    })
  }

  private rest(id: DocumentId, tookMs: number): void {
    this.restsUntil.set(id, performance.now() + Math.min(restPerOutline * tookMs, restAtMostMs))
    setTimeout(() => {
      if ((this.restsUntil.get(id) ?? 0) <= performance.now()) this.restsUntil.delete(id)
    }, restAtMostMs).unref()
  }

  private once(id: DocumentId, of: string | number, read: () => Promise<Outline>): Promise<Outline> {
    const known = this.kept.get(id)
    if (known?.of === of) return known.outline
    this.drop(id)
    const kept = { of, outline: read(), characters: 0 }
    this.kept.set(id, kept)
    kept.outline.then(
      outline => this.count(id, kept, outline),
      () => this.kept.get(id) === kept && this.drop(id),
    )
    return kept.outline
  }

  private count(id: DocumentId, kept: Kept, outline: Outline): void {
    if (this.kept.get(id) !== kept) return
    kept.characters = charactersOf(outline)
    this.characters += kept.characters
    if (this.characters > maxKeptCharacters && typeof kept.of === 'number') this.drop(id)
    for (const oldest of this.kept.keys()) {
      if (this.characters <= maxKeptCharacters) return
      this.drop(oldest)
    }
  }

  private drop(id: DocumentId): void {
    this.characters -= this.kept.get(id)?.characters ?? 0
    this.kept.delete(id)
  }

  /** None of a text that cannot be read: it would fail again, and take others' time or the runner with it each time. */
  private async read(documentId: DocumentId, format: DocumentFormat, text: string): Promise<Outline> {
    try {
      return await this.asked({ documentId, format, text })
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error
      this.logger.error({ msg: 'a text has no outline', documentId, stack: error.stack })
      return noOutline
    }
  }

  /** Where the runner ends, which may be another text's or a plugin's doing, the next one is asked for one text after the other. */
  private async asked(request: OutlineRequest & { documentId: DocumentId }): Promise<Outline> {
    const ask = () => this.host.ask(request.documentId, runner => runner.outline(request))
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof RunnerGone)) throw error
      return this.alone(ask)
    }
  }
}

/** Whole texts are not kept to compare with: they would take more than their outlines. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Of what nobody has open only what it is linked with. */
const linksOf = (outline: Outline): Outline => ({ ...outline, symbols: [], folds: [] })

const charactersOf = ({ symbols, definitions, references, mentions, folds }: Outline): number =>
  charactersPerPart * (1 + folds.length) +
  sum(symbols, charactersOfSymbol) +
  sum(references, ({ document, name }) => charactersPerPart + document.length + name.length) +
  sum([...definitions, ...mentions], ({ name }) => charactersPerPart + name.length)

const charactersOfSymbol = ({ name, detail, children }: DocumentSymbol): number =>
  2 * charactersPerPart + name.length + detail.length + sum(children, charactersOfSymbol)

const sum = <T>(parts: readonly T[], of: (part: T) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)
