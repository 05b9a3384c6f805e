import type { PublishedText } from '@lienthong/plugin-engine'
import type { DocumentId, DocumentSummary, OrganisationId, RuleLayer, Waiver } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { OrganisationPaths } from '../registry/organisation-paths.service.ts'
import { RuleChoicesService } from '../rule-choices/rule-choices.service.ts'
import { VersionsService } from '../versions/versions.service.ts'
import { type CountAccepted, WaiversService } from '../waivers/waivers.service.ts'

/** What beside a document's text decides its findings. */
export interface Standing {
  readonly layers: readonly RuleLayer[]
  /** The owner and everything above it, the root first: which installations count. */
  readonly organisationPath: readonly OrganisationId[]
  readonly waivers: readonly Waiver[]
  /** What rules compare with that ask for it; null while nothing is published. */
  readonly published: PublishedText | null
}

/** Gathers what other features know of a document that is checked. */
@Injectable()
export class StandingService {
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly choices: RuleChoicesService,
    private readonly waivers: WaiversService,
    private readonly versions: VersionsService,
    private readonly paths: OrganisationPaths,
  ) {}

  /** In turn: a thousand documents that open must not ask the database at once. `withEarlier`: what is published in all versions. */
  of(document: DocumentSummary, withEarlier = false): Promise<Standing> {
    const standing = this.turn.then(() => this.read(document, withEarlier))
    this.turn = standing.catch(() => undefined)
    return standing
  }

  private async read(document: DocumentSummary, withEarlier: boolean): Promise<Standing> {
    const [layers, waivers, published, organisationPath] = await Promise.all([
      this.choices.layersFor(document),
      this.waivers.inForce(document.id),
      this.publishedOf(document.id, withEarlier),
      this.paths.of(document),
    ])
    return { layers, waivers, organisationPath, published }
  }

  private async publishedOf(documentId: DocumentId, withEarlier: boolean): Promise<PublishedText | null> {
    const latest = await this.versions.latest(documentId)
    if (!latest) return null
    const published = { revision: latest.number, text: latest.text }
    if (!withEarlier) return published
    return { ...published, earlier: await this.versions.before(documentId, latest.number) }
  }

  /** What other nodes said may have been lost: from here on the database is asked. */
  forget(): void {
    this.choices.forget()
  }

  /** Who says how many findings waivers accept now. */
  countAcceptedBy(count: CountAccepted): void {
    this.waivers.countBy(count)
  }

  /** Calls when a document's standing may be other than before; null for any document's. */
  onChange(listener: (documentId: DocumentId | null) => void): void {
    this.waivers.onChange(listener)
    this.versions.onPublished(listener)
    this.choices.onChange(() => listener(null))
  }
}
