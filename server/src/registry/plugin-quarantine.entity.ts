import type { FaultKind } from '@lienthong/plugin-engine'
import { Entity } from 'typeorm'
import { KeyColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** A plugin that is out of use until a person puts it back or another code takes its place. */
@Entity('plugin_quarantines')
export class PluginQuarantineRow {
  @KeyColumn()
  pluginId: string
  /** The code that failed; it says nothing of another version, also of one that came with a newer server. */
  @KeyColumn()
  sha256: string
  @TextColumn()
  reason: FaultKind
  @TimeColumn()
  since: string
}
