import type { PublishedSource } from '@lienthong/plugin-engine'
import { type DocumentId, type DocumentSummary, isBefore, type OrganisationId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { type Standing, StandingService } from '../validation/standing.service.ts'
import { VersionsService } from '../versions/versions.service.ts'
import { placeFrom, writePlace } from './place.ts'

/** A text to look at, and what decides its findings beside it. */
export interface RehearsedSource {
  readonly text: string
  readonly standing: Pick<Standing, 'layers' | 'organisationPath'>
  /** What rules compare it with that ask for it. */
  readonly published: PublishedSource | null
}

/** One of the texts that there are, before it is read. */
export interface RehearsedStep {
  readonly document: DocumentSummary
  /** The published version that it is; null for the newest text. */
  readonly number: string | null
  /** Null for a document of another organisation. Errors: DOCUMENT_UNAVAILABLE. */
  readonly read: (() => Promise<RehearsedSource>) | null
  readonly isLastOfDocument: boolean
  /** How many documents there are in all. */
  readonly total: number
  /** With it this is the first. */
  readonly cursor: string
}

export interface TextsQuery {
  /** Whose documents, and those of everything below it. */
  readonly organisationId: OrganisationId
  readonly withPublished: boolean
  readonly cursor: string | undefined
}

type Part = Pick<RehearsedStep, 'number' | 'read'>

/** What there is to look at for somebody. */
@Injectable()
export class RehearsedTexts {
  constructor(
    private readonly documents: DocumentsService,
    private readonly content: DocumentContentService,
    private readonly versions: VersionsService,
    private readonly standings: StandingService,
  ) {}

  /** The documents that the actor may read, each with its texts, newest first; one at a time, for there may be thousands. Errors: MESSAGE_INVALID (the cursor). */
  async *from(actor: Actor, { cursor, ...query }: TextsQuery): AsyncGenerator<RehearsedStep> {
    const place = placeFrom(cursor)
    let { after } = place
    for (;;) {
      const page = await this.documents.list(actor, { cursor: after ?? undefined, limit: 1 })
      for (const document of page.items) {
        const parts = await this.partsOf(document, query)
        const first = document.id === place.documentId ? indexOf(parts, place.number) : 0
        for (const [at, part] of parts.slice(first).entries()) {
          const isLastOfDocument = first + at === parts.length - 1
          const cursor = writePlace({ after, documentId: document.id, number: part.number })
          yield { ...part, document, isLastOfDocument, total: page.total, cursor }
        }
      }
      if (page.next === null) return
      after = page.next
    }
  }

  private async partsOf(
    document: DocumentSummary,
    { organisationId, withPublished }: Omit<TextsQuery, 'cursor'>,
  ): Promise<Part[]> {
    const { id } = document
    const standing = await this.standings.of(document)
    if (!standing.organisationPath.includes(organisationId)) return [{ number: null, read: null }]
    const head = async () => {
      const published = standing.published && this.withEarlier(id, standing.published)
      return { text: (await this.content.text(id)).text, standing, published }
    }
    const numbers = withPublished ? await this.versions.numbers(id) : []
    const published = numbers.map((number, at) => ({
      number,
      read: () => this.version(id, number, numbers[at + 1], standing),
    }))
    return [{ number: null, read: head }, ...published]
  }

  /** A published version, against the one before. */
  private async version(
    documentId: DocumentId,
    number: string,
    before: string | undefined,
    standing: Standing,
  ): Promise<RehearsedSource> {
    const { text } = await this.versions.byNumber(documentId, number)
    const compared = before === undefined ? null : await this.versions.byNumber(documentId, before)
    const published = compared && { revision: compared.number, text: compared.text }
    return { text, standing, published: published && this.withEarlier(documentId, published) }
  }

  private withEarlier(documentId: DocumentId, published: PublishedSource): PublishedSource {
    return { ...published, readEarlier: () => this.versions.before(documentId, published.revision) }
  }
}

/** Where to go on in a document that got versions meanwhile: with the one that was next, not with what is newer. */
const indexOf = (parts: readonly Part[], next: string | null): number => {
  if (next === null) return 0
  const at = parts.findIndex(({ number }) => number !== null && !isBefore(next, number))
  return Math.max(at, 0)
}
