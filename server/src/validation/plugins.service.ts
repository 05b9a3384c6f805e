import {
  type InstalledPlugin,
  type InstallPlugin,
  type PluginManifest,
  ProtocolError,
  type RuleSummary,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import type { Actor } from '../transport/actor.ts'
import { sha256Of } from './first-party.ts'
import { PluginChanges } from './plugin-changes.service.ts'
import { type ActivePlugin, PluginStore } from './plugin-store.service.ts'
import { type LoadedPlugin, RunnerHost } from './runner-host.service.ts'
import { ValidationService } from './validation.service.ts'

/** The plugins of this server: list, install, take out of use. */
@Injectable()
export class PluginsService {
  constructor(
    private readonly store: PluginStore,
    private readonly host: RunnerHost,
    private readonly validation: ValidationService,
    private readonly access: AccessService,
    private readonly changes: PluginChanges,
  ) {}

  async list(): Promise<InstalledPlugin[]> {
    const loaded = await this.host.plugins()
    return (await this.store.active()).map(plugin => recordOf(plugin, loaded.get(plugin.manifest.id)))
  }

  /**
   * Installs a version and checks every open document with it at once.
   * Errors: RIGHT_MISSING, PLUGIN_INVALID, PLUGIN_VERSION_TAKEN.
   */
  async install(actor: Actor, id: string, { manifest, code }: InstallPlugin): Promise<InstalledPlugin> {
    await this.access.require(actor, 'plugin:install', null)
    await this.requireAcceptable(id, manifest, code)
    await this.changes.install(actor, manifest, code)
    return this.refreshed(id)
  }

  /** Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, PLUGIN_INVALID for a rule set of the product's own. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.access.require(actor, 'plugin:install', null)
    const { manifest, isFirstParty } = await this.byId(id)
    if (isFirstParty) throw new ProtocolError('PLUGIN_INVALID', { detail: `${id} belongs to the product` })
    await this.changes.remove(actor, manifest)
    await this.host.refresh(id)
    this.validation.recheckAll()
  }

  /** Puts a quarantined plugin back into use, one of the product's own, too; does nothing to one that runs. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND. */
  async resume(actor: Actor, id: string): Promise<InstalledPlugin> {
    await this.access.require(actor, 'plugin:install', null)
    const plugin = await this.byId(id)
    if (plugin.state === 'running') return plugin
    await this.changes.resume(actor, plugin.manifest)
    return this.refreshed(id)
  }

  /** Errors: PLUGIN_NOT_FOUND. */
  async byId(id: string): Promise<InstalledPlugin> {
    const plugin = (await this.list()).find(({ manifest }) => manifest.id === id)
    if (!plugin) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: id })
    return plugin
  }

  /** Errors: PLUGIN_NOT_FOUND, RECORD_NOT_FOUND. */
  async rule(id: string, ruleId: string): Promise<RuleSummary> {
    const rule = (await this.byId(id)).rules.find(({ id }) => id === ruleId)
    if (!rule) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'rule', id: `${id}/${ruleId}` })
    return rule
  }

  private async refreshed(id: string): Promise<InstalledPlugin> {
    await this.host.refresh(id)
    this.validation.recheckAll()
    return this.byId(id)
  }

  /** Tries it out, too; it checks nothing before its installation is written down. */
  private async requireAcceptable(id: string, manifest: PluginManifest, code: string): Promise<void> {
    const refuse = (detail: string) => {
      throw new ProtocolError('PLUGIN_INVALID', { detail })
    }
    if (manifest.id !== id) refuse(`the manifest is of ${manifest.id}`)
    if (sha256Of(code) !== manifest.sha256) refuse('the code does not match sha256 of the manifest')
    if (await this.store.isFirstParty(id)) refuse(`${id} belongs to the product`)
    const fault = await this.host.tryOut(id, code)
    if (fault !== null) refuse(fault)
  }
}

const recordOf = (plugin: ActivePlugin, loaded: LoadedPlugin | undefined): InstalledPlugin => {
  const state = loaded?.state ?? { kind: 'quarantined', reason: 'not loaded' }
  return {
    manifest: plugin.manifest,
    installedAt: plugin.installedAt,
    isFirstParty: plugin.isFirstParty,
    state: state.kind,
    reason: state.kind === 'quarantined' ? state.reason : null,
    rules: (loaded?.rules ?? []).map(rule => ({
      ...rule,
      title: { ...rule.title },
      docs: { ...rule.docs },
      languages: [...rule.languages],
    })),
  }
}
