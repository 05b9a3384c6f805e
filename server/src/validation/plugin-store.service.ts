import { isDeepStrictEqual } from 'node:util'
import { type PluginManifest, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { now } from '../database/ids.ts'
import { type FirstPartyPlugin, firstPartyPlugins } from './first-party.ts'
import { PluginQuarantineRow } from './plugin-quarantine.entity.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'

/** The version of a plugin that is to run. */
export interface ActivePlugin {
  readonly manifest: PluginManifest
  readonly code: string
  readonly installedAt: string
  readonly isFirstParty: boolean
  /** Why it is out of use; null while it runs. */
  readonly quarantine: string | null
}

/** The plugins of this server: those that ship with the product, and the installed ones. */
@Injectable()
export class PluginStore {
  private firstParty: readonly FirstPartyPlugin[] | null = null

  constructor(private readonly manager: EntityManager) {}

  async active(): Promise<readonly ActivePlugin[]> {
    const installed = await this.manager.find(PluginVersionRow, {
      where: { isActive: true },
      order: { key: 'ASC' },
    })
    const quarantines = await this.manager.find(PluginQuarantineRow)
    const plugins = [
      ...(await this.shipped()).map(plugin => ({ ...plugin, isFirstParty: true })),
      ...installed.map(plugin => ({ ...plugin, isFirstParty: false })),
    ]
    return plugins.map(({ manifest, code, installedAt, isFirstParty }) => {
      const { id, sha256 } = manifest
      const found = quarantines.find(row => row.pluginId === id && row.sha256 === sha256)
      return { manifest, code, installedAt, isFirstParty, quarantine: found?.reason ?? null }
    })
  }

  async isFirstParty(id: string): Promise<boolean> {
    return (await this.shipped()).some(({ manifest }) => manifest.id === id)
  }

  /** Makes a version the active one; a quarantine of the one before is over. Errors: PLUGIN_VERSION_TAKEN: the same version with other content. */
  async activate(manager: EntityManager, manifest: PluginManifest, code: string): Promise<void> {
    const { id, version } = manifest
    const key = `${id}@${version}`
    const row = { key, pluginId: id, version, manifest, code, installedAt: now(), isActive: false }
    await manager.createQueryBuilder().insert().into(PluginVersionRow).values(row).orIgnore().execute()
    const stored = await manager.findOneByOrFail(PluginVersionRow, { key })
    if (stored.code !== code || !isDeepStrictEqual(stored.manifest, JSON.parse(JSON.stringify(manifest))))
      throw new ProtocolError('PLUGIN_VERSION_TAKEN', { plugin: id, version })
    await this.deactivate(manager, id)
    await manager.update(PluginVersionRow, { key }, { isActive: true, installedAt: row.installedAt })
  }

  async deactivate(manager: EntityManager, id: string): Promise<void> {
    await manager.update(PluginVersionRow, { pluginId: id }, { isActive: false })
    await this.release(manager, id)
  }

  /** Keeps the code of a plugin out of use, over restarts. */
  async quarantine(manager: EntityManager, pluginId: string, sha256: string, reason: string): Promise<void> {
    await this.release(manager, pluginId)
    await manager.insert(PluginQuarantineRow, { pluginId, sha256, reason, since: now() })
  }

  async release(manager: EntityManager, pluginId: string): Promise<void> {
    await manager.delete(PluginQuarantineRow, { pluginId })
  }

  private async shipped(): Promise<readonly FirstPartyPlugin[]> {
    this.firstParty ??= await firstPartyPlugins()
    return this.firstParty
  }
}
