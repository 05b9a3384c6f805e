import type { PersonId, PluginManifest, PluginVersion, RuleSummary } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { JsonColumn, KeyColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** A stored version of a plugin. What was uploaded never changes; what was decided about it does. */
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
  /** As it declared them when it was tried out; null for versions from before they were kept. */
  @JsonColumn({ nullable: true })
  rules: RuleSummary[] | null
  @TextColumn()
  state: PluginVersion['state']
  @TimeColumn()
  uploadedAt: string
  @ReferenceColumn({ nullable: true })
  uploadedBy: PersonId | null
  /** As it was when the version was uploaded, and below when it was decided on. */
  @TextColumn({ nullable: true })
  uploaderName: string | null
  @TimeColumn({ nullable: true })
  decidedAt: string | null
  @ReferenceColumn({ nullable: true })
  decidedBy: PersonId | null
  @TextColumn({ nullable: true })
  deciderName: string | null
  @TextColumn({ nullable: true })
  note: string | null
}
