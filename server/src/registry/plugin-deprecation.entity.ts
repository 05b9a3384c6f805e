import type { PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { KeyColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** Advice against a version of a plugin, or against all of it. */
@Entity('plugin_deprecations')
export class PluginDeprecationRow {
  @KeyColumn()
  pluginId: string
  /** Empty for the whole plugin. */
  @KeyColumn()
  version: string
  @TextColumn()
  reason: string
  @TextColumn({ nullable: true })
  successor: string | null
  @TimeColumn()
  deprecatedAt: string
  @ReferenceColumn()
  deprecatedBy: PersonId
  @TextColumn()
  deprecatorName: string
}
