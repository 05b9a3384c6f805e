import { defaultLimits, engineId, engineRules, faultWords } from '@lienthong/plugin-engine'
import { type InstalledPlugin, type PluginHealth, ProtocolError, type RuleSummary } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import { type InstallTarget, PluginChanges } from '../registry/plugin-changes.service.ts'
import { keyOf } from '../registry/plugin-store.service.ts'
import { VersionList } from '../registry/version-list.service.ts'
import { type LoadedPlugin, RunnerHost } from '../runner/runner-host.service.ts'
import type { Actor } from '../transport/actor.ts'
import { ruleOf } from './rule-summary.ts'

/** The plugins in use: list, install, take out of use, put back. */
@Injectable()
export class PluginsService {
  constructor(
    private readonly host: RunnerHost,
    private readonly versions: VersionList,
    private readonly changes: PluginChanges,
    private readonly access: AccessService,
    private readonly organisations: OrganisationsService,
  ) {}

  async list(): Promise<InstalledPlugin[]> {
    const [loaded, deprecations, installations] = await Promise.all([
      this.host.plugins(),
      this.versions.deprecations(),
      this.versions.installations(),
    ])
    return loaded.map(plugin => {
      const { id, version } = plugin.manifest
      return {
        ...recordOf(plugin),
        deprecation: deprecations(id, version),
        installations: installations.get(keyOf(plugin.manifest)) ?? [],
      }
    })
  }

  /** Every version of it in use. Errors: PLUGIN_NOT_FOUND. */
  async byId(id: string): Promise<InstalledPlugin[]> {
    const plugins = (await this.list()).filter(({ manifest }) => manifest.id === id)
    if (plugins.length === 0) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: id })
    return plugins
  }

  /**
   * Installs an approved version for an organisation and checks every open document there with it at once.
   * Errors: RIGHT_MISSING, RECORD_NOT_FOUND, PLUGIN_NOT_FOUND, PLUGIN_NOT_APPROVED, PLUGIN_INVALID for a rule set of the product's own.
   */
  async install(actor: Actor, id: string, organisation: string, version: string): Promise<InstalledPlugin> {
    const target = await this.targetFor(actor, organisation)
    const { manifest, isFirstParty } = await this.versions.byNumber(id, version)
    if (isFirstParty) throw ofTheProduct(id)
    const running = (await this.list()).filter(one => one.manifest.id === id)
    await this.changes.install(actor, manifest, target, await this.mayInstall(actor, running))
    const installed = (await this.byId(id)).find(one => one.manifest.version === version)
    if (!installed) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: id })
    return installed
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND, PLUGIN_NOT_INSTALLED, PLUGIN_INVALID for a rule set of the product's own. */
  async remove(actor: Actor, id: string, organisation: string): Promise<void> {
    const target = await this.targetFor(actor, organisation)
    const running = (await this.list()).filter(one => one.manifest.id === id)
    if (running.some(({ isFirstParty }) => isFirstParty)) throw ofTheProduct(id)
    const here = running.find(({ installations }) =>
      installations.some(({ organisationId }) => organisationId === target.id),
    )
    if (!here) throw new ProtocolError('PLUGIN_NOT_INSTALLED', { plugin: id, organisation: target.code })
    await this.changes.remove(actor, here.manifest, target)
  }

  /** Puts quarantined versions back into use, one of the product's own, too; does nothing to those that run. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND. */
  async resume(actor: Actor, id: string): Promise<InstalledPlugin[]> {
    const plugins = await this.byId(id)
    if (!(await this.mayInstall(actor, plugins)))
      throw new ProtocolError('RIGHT_MISSING', { action: 'plugin:install' })
    const stopped = plugins.filter(({ state }) => state === 'quarantined')
    if (stopped.length === 0) return plugins
    const versions = stopped.map(({ manifest }) => manifest.version)
    await this.changes.resume(actor, id, versions)
    return this.byId(id)
  }

  /** Of every version of it in use, at this node. Errors: PLUGIN_NOT_FOUND. */
  async health(actor: Actor, id: string): Promise<PluginHealth[]> {
    const plugins = await this.byId(id)
    const health = await this.host.health()
    const told = plugins.map(async (plugin): Promise<PluginHealth[]> => {
      const measured = health[keyOf(plugin.manifest)]
      if (!measured) return []
      const { version } = plugin.manifest
      const { lastFault, ...rest } = measured
      const findings = (await this.mayInstall(actor, [plugin])) ? { ...measured.findings } : null
      const fault = lastFault && {
        at: new Date(lastFault.at).toISOString(),
        reason: faultWords[lastFault.kind],
        rule: lastFault.rule,
      }
      return [{ ...rest, version, maxMemoryBytes, findings, lastFault: fault }]
    })
    return (await Promise.all(told)).flat()
  }

  /** Errors: PLUGIN_NOT_FOUND, RECORD_NOT_FOUND. */
  async rule(id: string, ruleId: string): Promise<RuleSummary> {
    const rules = id === engineId ? ownRules : (await this.byId(id)).flatMap(({ rules }) => rules)
    const rule = rules.find(({ id }) => id === ruleId)
    if (!rule) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'rule', id: `${id}/${ruleId}` })
    return rule
  }

  private async targetFor(actor: Actor, organisation: string): Promise<InstallTarget> {
    const { id, code } = await this.organisations.byIdOrCode(organisation)
    await this.access.require(actor, 'plugin:install', id)
    return { id, code }
  }

  /** Wherever the versions run: a quarantine holds there, and what they find is counted there. */
  private async mayInstall(actor: Actor, plugins: readonly InstalledPlugin[]): Promise<boolean> {
    for (const { isFirstParty, installations } of plugins) {
      const organisations = isFirstParty ? [null] : installations.map(({ organisationId }) => organisationId)
      for (const organisation of organisations)
        if (!(await this.access.can(actor, 'plugin:install', organisation))) return false
    }
    return true
  }
}

const recordOf = ({
  manifest,
  installedAt,
  isFirstParty,
  state,
  rules,
}: LoadedPlugin): Omit<InstalledPlugin, 'deprecation' | 'installations'> => ({
  manifest,
  installedAt,
  isFirstParty,
  state: state.kind,
  reason: state.kind === 'quarantined' ? faultWords[state.reason] : null,
  rules: rules.map(ruleOf),
})

const maxMemoryBytes = defaultLimits.memoryMb * 1024 ** 2

const ofTheProduct = (id: string) =>
  new ProtocolError('PLUGIN_INVALID', { detail: `${id} belongs to the product` })

/** What the engine itself demands, documented as the rules of plugins are. */
const ownRules = Object.values(engineRules).map(ruleOf)
