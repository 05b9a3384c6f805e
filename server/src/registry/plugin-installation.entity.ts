import type { OrganisationId, PersonId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { IdColumn, KeyColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** The version of a plugin that runs for an organisation and everything below it. */
@Entity('plugin_installations')
export class PluginInstallationRow {
  @KeyColumn()
  pluginId: string
  @IdColumn()
  organisationId: OrganisationId
  @TextColumn()
  version: string
  @TimeColumn()
  installedAt: string
  /** Null where it was installed before this was kept. */
  @ReferenceColumn({ nullable: true })
  installedBy: PersonId | null
  @TextColumn({ nullable: true })
  installerName: string | null
}
