import {
  type Doer,
  type Page,
  type PersonId,
  type PluginDeprecation,
  type PluginInstallation,
  type PluginVersion,
  type PluginVersionsQuery,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { SearchService } from '../search/search.service.ts'
import { PluginDeprecationRow } from './plugin-deprecation.entity.ts'
import { PluginInstallationRow } from './plugin-installation.entity.ts'
import { keyOf, PluginStore } from './plugin-store.service.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'

/** What is kept of versions, as everybody may read it. */
@Injectable()
export class VersionList {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: PluginStore,
    private readonly tree: OrganisationTreeService,
    private readonly search: SearchService,
  ) {}

  /** The stored ones, newest first. Errors: MESSAGE_INVALID (the cursor). */
  async list({ state, ...page }: PluginVersionsQuery): Promise<Page<PluginVersion>> {
    const query = this.manager
      .createQueryBuilder(PluginVersionRow, 'version')
      .select(Object.keys(withoutCode).map(column => `version.${column}`))
    if (state !== undefined) query.where({ state })
    const keys = [
      { path: 'version.uploadedAt', direction: 'DESC' },
      { path: 'version.key', direction: 'DESC' },
    ] as const
    const found = await this.search.page(query, keys, ({ uploadedAt, key }) => [uploadedAt, key], page)
    return { ...found, items: await this.recordsOf(found.items) }
  }

  private async recordsOf(
    rows: readonly Omit<PluginVersionRow, 'code'>[],
    pluginId?: string,
  ): Promise<PluginVersion[]> {
    const [deprecations, installations] = await Promise.all([
      this.deprecations(),
      this.installations(pluginId),
    ])
    return rows.map(row => ({
      ...recordOf(row),
      deprecation: deprecations(row.pluginId, row.version),
      installations: installations.get(row.key) ?? [],
    }))
  }

  /** Of one plugin, also of one of the product's own. Errors: PLUGIN_NOT_FOUND. */
  async of(pluginId: string): Promise<PluginVersion[]> {
    const own = (await this.store.shipped()).filter(({ manifest }) => manifest.id === pluginId)
    const rows = await this.manager.find(PluginVersionRow, {
      where: { pluginId },
      order: { uploadedAt: 'DESC', key: 'DESC' },
      select: withoutCode,
    })
    const versions = [...own.map(shippedRecord), ...(await this.recordsOf(rows, pluginId))]
    if (versions.length === 0) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: pluginId })
    return versions
  }

  /** Errors: PLUGIN_NOT_FOUND. */
  async byNumber(id: string, version: string): Promise<PluginVersion> {
    const found = (await this.of(id)).find(({ manifest }) => manifest.version === version)
    if (!found) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: keyOf({ id, version }) })
    return found
  }

  /** What was said against a version, or, where nothing was, against its plugin. */
  async deprecations(): Promise<(pluginId: string, version: string) => PluginDeprecation | null> {
    const rows = await this.manager.find(PluginDeprecationRow)
    return (pluginId, version) => {
      const about = rows.filter(row => row.pluginId === pluginId && ['', version].includes(row.version))
      const nearest = about.find(row => row.version === version) ?? about[0]
      return nearest ? deprecationOf(nearest) : null
    }
  }

  /** By `id@version`, the whole country first. */
  async installations(pluginId?: string): Promise<ReadonlyMap<string, PluginInstallation[]>> {
    const rows = await this.manager.find(PluginInstallationRow, {
      where: pluginId === undefined ? {} : { pluginId },
    })
    const rootId = await this.tree.rootId()
    const found = new Map<string, PluginInstallation[]>()
    for (const row of rows.sort(
      (a, b) => Number(b.organisationId === rootId) - Number(a.organisationId === rootId),
    )) {
      const { organisationId, installedAt: at, installedBy, installerName } = row
      const organisationCode = await this.tree.codeOf(organisationId)
      const by = doerOf(installedBy, installerName)
      const key = keyOf({ id: row.pluginId, version: row.version })
      found.set(key, [...(found.get(key) ?? []), { organisationId, organisationCode, by, at }])
    }
    return found
  }
}

const withoutCode = {
  key: true,
  pluginId: true,
  version: true,
  manifest: true,
  rules: true,
  state: true,
  uploadedAt: true,
  uploadedBy: true,
  uploaderName: true,
  decidedAt: true,
  decidedBy: true,
  deciderName: true,
  note: true,
} as const

const recordOf = (
  row: Omit<PluginVersionRow, 'code'>,
): Omit<PluginVersion, 'deprecation' | 'installations'> => ({
  manifest: row.manifest,
  rules: row.rules,
  isFirstParty: false,
  state: row.state,
  uploadedAt: row.uploadedAt,
  uploadedBy: doerOf(row.uploadedBy, row.uploaderName),
  decidedAt: row.decidedAt,
  decidedBy: doerOf(row.decidedBy, row.deciderName),
  note: row.note,
})

/** One of the product's own was decided on with the product. */
const shippedRecord = ({
  manifest,
  installedAt: uploadedAt,
}: Awaited<ReturnType<PluginStore['shipped']>>[number]): PluginVersion => ({
  manifest,
  rules: null,
  isFirstParty: true,
  state: 'approved',
  uploadedAt,
  uploadedBy: null,
  decidedAt: null,
  decidedBy: null,
  note: null,
  deprecation: null,
  installations: [],
})

const deprecationOf = (row: PluginDeprecationRow): PluginDeprecation => ({
  reason: row.reason,
  successor: row.successor,
  by: { personId: row.deprecatedBy, displayName: row.deprecatorName },
  at: row.deprecatedAt,
})

const doerOf = (personId: PersonId | null, displayName: string | null): Doer | null =>
  personId && { personId, displayName: displayName ?? '' }
