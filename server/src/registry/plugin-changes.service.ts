import type { FaultKind } from '@lienthong/plugin-engine'
import { type OrganisationId, type PluginManifest, ProtocolError } from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { now } from '../database/ids.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { Actor } from '../transport/actor.ts'
import { PluginInstallationRow } from './plugin-installation.entity.ts'
import { PluginQuarantineRow } from './plugin-quarantine.entity.ts'
import { keyOf } from './plugin-store.service.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'
import { RegistrySteps, type Step } from './registry-steps.service.ts'

/** For whose documents a version is installed, or taken out of use. */
export interface InstallTarget {
  readonly id: OrganisationId
  readonly code: string
}

/** What changes of that which runs, each with its ledger entry. Who may is the caller's business. */
@Injectable()
export class PluginChanges implements NodeObserver, OnModuleInit {
  private readonly listeners: ((id: string) => Promise<void>)[] = []

  constructor(
    private readonly steps: RegistrySteps,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'plugin') void this.told(message.id)
  }

  /** Calls after what runs of a plugin has changed, here or at another node that can be heard. */
  onChange(listener: (id: string) => Promise<void>): void {
    this.listeners.push(listener)
  }

  /** In place of the version there. `mayResume` ends the quarantine of this very code, too. Errors: PLUGIN_NOT_APPROVED. */
  install(
    actor: Actor,
    { id, version, sha256 }: PluginManifest,
    target: InstallTarget,
    mayResume: boolean,
  ): Promise<void> {
    const details = { version, sha256, organisation: target.code }
    return this.change(actor, { action: 'plugin:install', id, details }, async manager => {
      const isApproved = await manager.existsBy(PluginVersionRow, {
        key: keyOf({ id, version }),
        state: 'approved',
      })
      if (!isApproved) throw new ProtocolError('PLUGIN_NOT_APPROVED', { plugin: id, version })
      await manager.delete(PluginInstallationRow, { pluginId: id, organisationId: target.id })
      await manager.insert(PluginInstallationRow, {
        pluginId: id,
        organisationId: target.id,
        version,
        installedAt: now(),
        installedBy: actor.personId,
        installerName: actor.displayName,
      })
      if (mayResume) await manager.delete(PluginQuarantineRow, { pluginId: id, sha256 })
      return true
    })
  }

  /** Errors: PLUGIN_NOT_INSTALLED. */
  remove(actor: Actor, { id, version }: PluginManifest, target: InstallTarget): Promise<void> {
    const details = { version, organisation: target.code }
    return this.change(actor, { action: 'plugin:remove', id, details }, async manager => {
      const where = { pluginId: id, organisationId: target.id, version }
      const { affected } = await manager.delete(PluginInstallationRow, where)
      if (affected !== 1)
        throw new ProtocolError('PLUGIN_NOT_INSTALLED', { plugin: id, organisation: target.code })
      return true
    })
  }

  /** Every version of it. */
  resume(actor: Actor, id: string, versions: readonly string[]): Promise<void> {
    return this.change(actor, { action: 'plugin:resume', id, details: { versions } }, async manager => {
      await manager.delete(PluginQuarantineRow, { pluginId: id })
      return true
    })
  }

  /** The server's own doing, after repeated faults: keeps a code out of use, over restarts. Whoever calls knows already. */
  async quarantine({ id, version, sha256 }: PluginManifest, reason: FaultKind): Promise<void> {
    const details = { version, sha256, reason }
    await this.steps.take(null, { action: 'plugin:quarantine', id, details }, async manager => {
      await manager.delete(PluginQuarantineRow, { pluginId: id, sha256 })
      await manager.insert(PluginQuarantineRow, { pluginId: id, sha256, reason, since: now() })
      return true
    })
    this.nodes.tell({ kind: 'plugin', id })
  }

  private async change(
    actor: Actor,
    step: Step,
    write: (manager: EntityManager) => Promise<boolean>,
  ): Promise<void> {
    await this.steps.take(actor, step, write)
    this.nodes.tell({ kind: 'plugin', id: step.id })
    await this.told(step.id)
  }

  private async told(id: string): Promise<void> {
    await Promise.all(this.listeners.map(listener => listener(id)))
  }
}
