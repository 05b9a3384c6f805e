import type { PluginManifest } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { FlagColumn, JsonColumn, KeyColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** An installed version of a plugin. At most one version of a plugin is active. */
@Entity('plugin_versions')
export class PluginVersionRow {
  /** `id@version`. */
  @KeyColumn()
  key: string
  @TextColumn()
  pluginId: string
  @TextColumn()
  version: string
  @JsonColumn()
  manifest: PluginManifest
  @TextColumn()
  code: string
  @TimeColumn()
  installedAt: string
  @FlagColumn()
  isActive: boolean
}
