import type { FaultKind } from '@lienthong/plugin-engine'
import {
  type OrganisationId,
  type PluginManifest,
  type PluginPackage,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, In } from 'typeorm'
import { sha256Of } from '../database/sha256.ts'
import { type FirstPartyPlugin, firstPartyPlugins } from './first-party.ts'
import { PluginInstallationRow } from './plugin-installation.entity.ts'
import { PluginQuarantineRow } from './plugin-quarantine.entity.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'

/** A version of a plugin that is to run, and for which organisations; one of the product's own runs for all. */
export interface VersionInUse {
  readonly manifest: PluginManifest
  readonly isFirstParty: boolean
  readonly installedAt: string
  readonly organisations: readonly OrganisationId[]
  /** Why it is out of use; null while it runs. */
  readonly quarantine: FaultKind | null
}

/** What a version is known by: `id@version`. */
export const keyOf = ({ id, version }: Pick<PluginManifest, 'id' | 'version'>): string => `${id}@${version}`

/** The plugins that are to run: those that ship with the product, and the installed ones. */
@Injectable()
export class PluginStore {
  private firstParty: readonly FirstPartyPlugin[] | null = null

  constructor(private readonly manager: EntityManager) {}

  /** In the order in which findings are told. Those of one plugin alone if `id` is given. */
  async inUse(id?: string): Promise<readonly VersionInUse[]> {
    const where = id === undefined ? {} : { pluginId: id }
    const installations = await this.manager.find(PluginInstallationRow, {
      where,
      order: { pluginId: 'ASC' },
    })
    const keys = installations.map(({ pluginId, version }) => keyOf({ id: pluginId, version }))
    const select = { key: true, pluginId: true, version: true, manifest: true } as const
    const rows = await this.manager.find(PluginVersionRow, {
      where: { key: In(keys) },
      select,
      order: { key: 'ASC' },
    })
    const quarantines = await this.manager.findBy(PluginQuarantineRow, where)
    const reasonOf = ({ id, sha256 }: PluginManifest) =>
      quarantines.find(row => row.pluginId === id && row.sha256 === sha256)?.reason ?? null
    const own = (await this.shipped()).filter(({ manifest }) => id === undefined || manifest.id === id)
    return [
      ...own.map(({ manifest, installedAt }) => ({
        manifest,
        installedAt,
        isFirstParty: true,
        organisations: [],
        quarantine: reasonOf(manifest),
      })),
      ...rows.map(({ manifest, pluginId, version }) => {
        const here = installations.filter(row => row.pluginId === pluginId && row.version === version)
        return {
          manifest,
          installedAt:
            here
              .map(row => row.installedAt)
              .sort()
              .at(-1) ?? '',
          isFirstParty: false,
          organisations: here.map(({ organisationId }) => organisationId),
          quarantine: reasonOf(manifest),
        }
      }),
    ]
  }

  /** The bundle of a version, of the product's own, too. Errors: PLUGIN_NOT_FOUND. */
  async codeOf({ id, version }: Pick<PluginManifest, 'id' | 'version'>): Promise<string> {
    const key = keyOf({ id, version })
    const own = (await this.shipped()).find(({ manifest }) => keyOf(manifest) === key)
    const row = own ?? (await this.manager.findOneBy(PluginVersionRow, { key }))
    if (!row) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: key })
    return row.code
  }

  /** Errors: PLUGIN_INVALID: it is of another plugin, or its code is not what its manifest says. */
  accept(id: string, { manifest, code }: PluginPackage): void {
    if (manifest.id !== id) throw invalid(`the manifest is of ${manifest.id}`)
    if (sha256Of(code) !== manifest.sha256) throw invalid('the code does not match sha256 of the manifest')
  }

  async isFirstParty(id: string): Promise<boolean> {
    return (await this.shipped()).some(({ manifest }) => manifest.id === id)
  }

  async shipped(): Promise<readonly FirstPartyPlugin[]> {
    this.firstParty ??= await firstPartyPlugins()
    return this.firstParty
  }
}

const invalid = (detail: string) => new ProtocolError('PLUGIN_INVALID', { detail })
