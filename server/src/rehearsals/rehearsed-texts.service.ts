import type { DocumentSummary, OrganisationId, Page } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { type Standing, StandingService } from '../validation/standing.service.ts'
import { VersionsService } from '../versions/versions.service.ts'

/** A text to look at, and what decides its findings beside it. */
export interface RehearsedSource {
  readonly document: DocumentSummary
  /** The published version that it is; null for the newest text. */
  readonly number: string | null
  readonly text: string
  readonly standing: Pick<Standing, 'layers' | 'organisationPath' | 'published'>
}

export interface TextsQuery {
  /** Whose documents, and those of everything below it. */
  readonly organisationId: OrganisationId
  readonly withPublished: boolean
  readonly cursor: string | undefined
}

/** One request takes seconds at most, so that it can be stopped between two, and others have their turn. */
const documentsAtOnce = 5
/** The newest of a document: what people still rely on. */
const maxPublished = 20

/** What there is to look at for somebody. */
@Injectable()
export class RehearsedTexts {
  constructor(
    private readonly documents: DocumentsService,
    private readonly content: DocumentContentService,
    private readonly versions: VersionsService,
    private readonly standings: StandingService,
  ) {}

  /** Some documents that the actor may read, each with its texts, newest first; none for one of another organisation. */
  async page(
    actor: Actor,
    { organisationId, withPublished, cursor }: TextsQuery,
  ): Promise<Page<() => AsyncGenerator<RehearsedSource>>> {
    const limit = withPublished ? 1 : documentsAtOnce
    const page = await this.documents.list(actor, { cursor, limit })
    const items = page.items.map(document => () => this.textsOf(document, organisationId, withPublished))
    return { ...page, items }
  }

  private async *textsOf(
    document: DocumentSummary,
    organisationId: OrganisationId,
    withPublished: boolean,
  ): AsyncGenerator<RehearsedSource> {
    const { layers, organisationPath, published } = await this.standings.of(document)
    if (!organisationPath.includes(organisationId)) return
    const { text } = await this.content.text(document.id)
    yield { document, number: null, text, standing: { layers, organisationPath, published } }
    if (!withPublished) return
    const numbers = (await this.versions.list(document.id)).map(({ number }) => number)
    for (const [at, number] of numbers.slice(0, maxPublished).entries()) {
      const { text } = await this.versions.byNumber(document.id, number)
      const before = numbers[at + 1]
      const compared = before === undefined ? null : await this.versions.byNumber(document.id, before)
      const published = compared && { revision: compared.number, text: compared.text }
      yield { document, number, text, standing: { layers, organisationPath, published } }
    }
  }
}
