import {
  type DocumentSummary,
  type PluginManifest,
  type PluginPackage,
  ProtocolError,
  type RehearsalPage,
  type RehearsedText,
  type RehearsePlugin,
  settingsFrom,
  wholeCountry,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { LinkedDocumentsService } from '../linked-documents/linked-documents.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import { runningAt } from '../registry/organisation-paths.service.ts'
import { PluginStore, type VersionInUse } from '../registry/plugin-store.service.ts'
import { VersionList } from '../registry/version-list.service.ts'
import type { Actor } from '../transport/actor.ts'
import { compared, notLookedAt } from './compared.ts'
import { RehearsalRunner, type Said, type Text } from './rehearsal-runner.service.ts'
import { type RehearsedSource, type RehearsedStep, RehearsedTexts } from './rehearsed-texts.service.ts'
import { Turns } from './turns.ts'

/** Longer than a plugin's own budgets allow for the largest document on a busy machine. */
const turnMs = 60_000

/** One answer takes seconds, so that it can be stopped between two, and others have their turn. */
const textsAtOnce = 5

const nothing: Said = { findings: [], faults: [] }

/** What a version would find where it does not run yet. One request at a time, beside everything else. */
@Injectable()
export class RehearsalsService {
  private readonly turns = new Turns()

  constructor(
    private readonly runner: RehearsalRunner,
    private readonly texts: RehearsedTexts,
    private readonly store: PluginStore,
    private readonly versions: VersionList,
    private readonly organisations: OrganisationsService,
    private readonly linked: LinkedDocumentsService,
  ) {}

  /** Ends when the client has left. Errors: PLUGIN_NOT_FOUND, PLUGIN_INVALID, RECORD_NOT_FOUND, RATE_LIMITED, MESSAGE_INVALID (the cursor). */
  async rehearse(
    actor: Actor,
    id: string,
    { version, package: sent, organisation = wholeCountry, withPublished = false, cursor }: RehearsePlugin,
    left: AbortSignal,
  ): Promise<RehearsalPage> {
    if (sent) this.store.accept(id, sent)
    const plugin = sent ?? (await this.stored(id, version ?? ''))
    const { id: organisationId } = await this.organisations.byIdOrCode(organisation)
    return this.turns.take(actor, () => {
      const over = AbortSignal.any([left, AbortSignal.timeout(turnMs)])
      return this.answer(plugin, this.texts.from(actor, { organisationId, withPublished, cursor }), over)
    })
  }

  /** Looks at some; what it did not come to is the next answer's. */
  private async answer(
    plugin: PluginPackage,
    steps: AsyncIterable<RehearsedStep>,
    over: AbortSignal,
  ): Promise<RehearsalPage> {
    const inUse = await this.store.inUse(plugin.manifest.id)
    const page: RehearsalPage = { items: [], total: 0, looked: 0, next: null }
    let count = 0
    for await (const step of steps) {
      page.total = step.total
      const isFirst = count++ === 0
      if (!isFirst && (over.aborted || count > textsAtOnce)) return { ...page, next: step.cursor }
      const item = await this.rehearsed(plugin, step, inUse, over)
      // The next answer begins with it: there it has all the time.
      if (!isFirst && over.aborted) return { ...page, next: step.cursor }
      if (item) page.items.push(item)
      if (step.isLastOfDocument) page.looked++
    }
    return page
  }

  /** Null for a document of another organisation. */
  private async rehearsed(
    plugin: PluginPackage,
    { document, number, read }: RehearsedStep,
    inUse: readonly VersionInUse[],
    over: AbortSignal,
  ): Promise<RehearsedText | null> {
    if (!read) return null
    const { id: documentId, databaseCode, path, title } = document
    const about = { documentId, databaseCode, path, title, number }
    const source = await read().catch(nullIfUnavailable)
    if (!source) return { ...about, ...notLookedAt('unavailable') }
    const [running] = runningAt(source.standing.organisationPath, inUse)
    const before = running ? await this.saidNow(running, document, source, over) : nothing
    const after = await this.runner.check(plugin, this.textOf(document, source, plugin.manifest), over)
    if (over.aborted) return { ...about, ...notLookedAt('time') }
    const replaces = running?.manifest.version ?? null
    return { ...about, unlooked: null, replaces, ...compared(source.text, before, after) }
  }

  /** Of one that is out of use nothing is shown, and so nothing goes. */
  private async saidNow(
    { manifest, quarantine }: VersionInUse,
    document: DocumentSummary,
    source: RehearsedSource,
    over: AbortSignal,
  ): Promise<Said> {
    if (quarantine !== null) return nothing
    const code = await this.store.codeOf(manifest)
    return this.runner.check({ manifest, code }, this.textOf(document, source, manifest), over)
  }

  private async stored(id: string, version: string): Promise<PluginPackage> {
    const { manifest } = await this.versions.byNumber(id, version)
    return { manifest, code: await this.store.codeOf(manifest) }
  }

  private textOf(
    document: DocumentSummary,
    { text, standing, published }: RehearsedSource,
    manifest: PluginManifest,
  ): Text {
    return {
      format: document.format,
      text,
      database: document.databaseCode,
      published,
      rules: settingsFrom(standing.layers, [manifest]),
      gathering: this.linked.gatheringFor(document),
    }
  }
}

const nullIfUnavailable = (error: unknown): null => {
  if (error instanceof ProtocolError && error.code === 'DOCUMENT_UNAVAILABLE') return null
  throw error
}
