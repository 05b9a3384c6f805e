import {
  type PluginManifest,
  type PluginPackage,
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
import { compared } from './compared.ts'
import { RehearsalRunner, type Said, type Text } from './rehearsal-runner.service.ts'
import { type RehearsedSource, RehearsedTexts } from './rehearsed-texts.service.ts'
import { Turns } from './turns.ts'

/** Longer than a plugin's own budgets allow for the largest document on a busy machine. */
const turnMs = 60_000

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
    return this.turns.take(actor, async () => {
      const over = AbortSignal.any([left, AbortSignal.timeout(turnMs)])
      const page = await this.texts.page(actor, { organisationId, withPublished, cursor })
      const inUse = await this.store.inUse(id)
      const items: RehearsedText[] = []
      for (const texts of page.items)
        for await (const source of texts()) {
          // What was not looked at in time is told as such; nobody is told after they have left.
          if (left.aborted) return { ...page, items, looked: items.length }
          items.push(await this.rehearsed(plugin, source, inUse, over))
        }
      return { ...page, items, looked: page.items.length }
    })
  }

  private async rehearsed(
    plugin: PluginPackage,
    source: RehearsedSource,
    inUse: readonly VersionInUse[],
    over: AbortSignal,
  ): Promise<RehearsedText> {
    const { document, number, text, standing } = source
    const [running] = runningAt(standing.organisationPath, inUse)
    const before = running ? await this.saidNow(running, source, over) : nothing
    const after = await this.runner.check(plugin, this.textOf(source, plugin.manifest), over)
    return {
      documentId: document.id,
      databaseCode: document.databaseCode,
      path: document.path,
      title: document.title,
      number,
      replaces: running?.manifest.version ?? null,
      ...compared(text, before, after),
    }
  }

  /** Of one that is out of use nothing is shown, and so nothing goes. */
  private async saidNow(
    { manifest, quarantine }: VersionInUse,
    source: RehearsedSource,
    over: AbortSignal,
  ): Promise<Said> {
    if (quarantine !== null) return nothing
    const code = await this.store.codeOf(manifest)
    return this.runner.check({ manifest, code }, this.textOf(source, manifest), over)
  }

  private async stored(id: string, version: string): Promise<PluginPackage> {
    const { manifest } = await this.versions.byNumber(id, version)
    return { manifest, code: await this.store.codeOf(manifest) }
  }

  private textOf({ document, text, standing }: RehearsedSource, manifest: PluginManifest): Text {
    return {
      format: document.format,
      text,
      database: document.databaseCode,
      published: standing.published,
      rules: settingsFrom(standing.layers, [manifest]),
      gathering: this.linked.gatheringFor(document),
    }
  }
}
