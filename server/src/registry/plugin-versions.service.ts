import { isDeepStrictEqual } from 'node:util'
import {
  type DecidePluginVersion,
  type DeprecatePlugin,
  type PluginManifest,
  type PluginPackage,
  ProtocolError,
  type RuleSummary,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, MoreThan } from 'typeorm'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'
import { now } from '../database/ids.ts'
import type { Actor } from '../transport/actor.ts'
import { PluginDeprecationRow } from './plugin-deprecation.entity.ts'
import { PluginInstallationRow } from './plugin-installation.entity.ts'
import { keyOf } from './plugin-store.service.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'
import { RegistrySteps } from './registry-steps.service.ts'

/** So many versions of one person may wait for a decision. More is no review any more. */
const maxWaiting = 10
/** So many uploads of one person are kept within a day, whatever became of them: 60 MB. Rehearsing needs none. */
const maxPerDay = 30
const dayMs = 24 * 3_600_000

/** Uploading versions and deciding about them, each step with its ledger entry. Nothing of it runs or stops anything. */
@Injectable()
export class PluginVersionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly steps: RegistrySteps,
  ) {}

  /**
   * Whether a package is to be stored; not if it is already, with the same content. `mayJoin`: whether the actor may add to what others began.
   * Errors: RIGHT_MISSING, PLUGIN_VERSION_TAKEN (other content), PLUGIN_VERSIONS_WAITING, RATE_LIMITED (too many for a day).
   */
  async isNew(
    actor: Actor,
    { manifest, code }: PluginPackage,
    mayJoin: boolean,
    manager = this.manager,
  ): Promise<boolean> {
    if (!mayJoin && (await isOfOthers(manager, actor, manifest.id)))
      throw new ProtocolError('RIGHT_MISSING', { action: 'plugin:install' })
    if (await isStored(manager, manifest, code)) return false
    await requireRoom(manager, actor)
    return true
  }

  /** What {@link isNew} says no to is left as it is. Errors: as there. */
  publish(actor: Actor, sent: PluginPackage, rules: readonly RuleSummary[], mayJoin: boolean): Promise<void> {
    const { manifest, code } = sent
    const { id, version, sha256 } = manifest
    const row: PluginVersionRow = {
      key: keyOf(manifest),
      pluginId: id,
      version,
      manifest,
      code,
      rules: [...rules],
      state: 'proposed',
      uploadedAt: now(),
      uploadedBy: actor.personId,
      uploaderName: actor.displayName,
      decidedAt: null,
      decidedBy: null,
      deciderName: null,
      note: null,
    }
    // TypeORM's type follows the manifest into the options of rules, which are any JSON.
    const values = row as QueryDeepPartialEntity<PluginVersionRow>
    const details = { version, sha256 }
    return this.steps.take(actor, { action: 'plugin:publish', id, details }, async manager => {
      const isNew = await this.isNew(actor, sent, mayJoin, manager)
      if (isNew) await manager.insert(PluginVersionRow, values)
      return isNew
    })
  }

  /** `mayApprove`: whether the actor may decide on what others upload. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, DECISION_OWN, RECORD_CHANGED, PLUGIN_IN_USE. */
  async decide(
    actor: Actor,
    { id, version }: Pick<PluginManifest, 'id' | 'version'>,
    { state, note = '' }: DecidePluginVersion,
    mayApprove: boolean,
  ): Promise<void> {
    const key = keyOf({ id, version })
    const select = { key: true, state: true, uploadedBy: true } as const
    const row = await this.manager.findOne(PluginVersionRow, { where: { key }, select })
    if (!row) throw new ProtocolError('PLUGIN_NOT_FOUND', { plugin: key })
    const isOwn = row.uploadedBy === actor.personId
    if (!mayApprove && !(isOwn && state === 'withdrawn'))
      throw new ProtocolError('RIGHT_MISSING', { action: 'plugin:install' })
    if (isOwn && state !== 'withdrawn') throw new ProtocolError('DECISION_OWN')
    await this.steps.take(actor, { action: actions[state], id, details: { version } }, async manager => {
      if (await manager.existsBy(PluginInstallationRow, { pluginId: id, version }))
        throw new ProtocolError('PLUGIN_IN_USE', { plugin: id, version })
      const decision = {
        state,
        note: note || null,
        decidedAt: now(),
        decidedBy: actor.personId,
        deciderName: actor.displayName,
      }
      const { affected } = await manager.update(PluginVersionRow, { key, state: row.state }, decision)
      if (affected !== 1 || !mayBecome(row.state, state)) throw new ProtocolError('RECORD_CHANGED')
      return true
    })
  }

  /** Errors: PLUGIN_NOT_FOUND. */
  async deprecate(
    actor: Actor,
    pluginId: string,
    { version, reason, successor }: DeprecatePlugin,
  ): Promise<void> {
    const where = { pluginId, version: version ?? '' }
    await this.requireStored(pluginId, version)
    const step = { action: 'plugin:deprecate', id: pluginId, details: { version, successor } } as const
    await this.steps.take(actor, step, async manager => {
      await manager.delete(PluginDeprecationRow, where)
      await manager.insert(PluginDeprecationRow, {
        ...where,
        reason,
        successor,
        deprecatedAt: now(),
        deprecatedBy: actor.personId,
        deprecatorName: actor.displayName,
      })
      return true
    })
  }

  /** Errors: PLUGIN_NOT_FOUND. */
  async recommend(actor: Actor, pluginId: string, version: string | null): Promise<void> {
    const where = { pluginId, version: version ?? '' }
    await this.requireStored(pluginId, version)
    const step = { action: 'plugin:recommend', id: pluginId, details: { version } } as const
    await this.steps.take(actor, step, async manager => {
      const { affected } = await manager.delete(PluginDeprecationRow, where)
      return affected === 1
    })
  }

  private async requireStored(pluginId: string, version: string | null): Promise<void> {
    const where = version === null ? { pluginId } : { pluginId, version }
    if (!(await this.manager.existsBy(PluginVersionRow, where)))
      throw new ProtocolError('PLUGIN_NOT_FOUND', {
        plugin: version === null ? pluginId : keyOf({ id: pluginId, version }),
      })
  }
}

/** Whether somebody else has uploaded the plugin's versions so far. */
const isOfOthers = async (
  manager: EntityManager,
  { personId }: Actor,
  pluginId: string,
): Promise<boolean> => {
  const isBegun = await manager.existsBy(PluginVersionRow, { pluginId })
  return isBegun && !(await manager.existsBy(PluginVersionRow, { pluginId, uploadedBy: personId }))
}

/** Errors: PLUGIN_VERSION_TAKEN. */
const isStored = async (manager: EntityManager, manifest: PluginManifest, code: string): Promise<boolean> => {
  const stored = await manager.findOneBy(PluginVersionRow, { key: keyOf(manifest) })
  if (!stored) return false
  const isSame =
    stored.code === code && isDeepStrictEqual(stored.manifest, JSON.parse(JSON.stringify(manifest)))
  const { id, version } = manifest
  if (!isSame) throw new ProtocolError('PLUGIN_VERSION_TAKEN', { plugin: id, version })
  return true
}

/** Errors: PLUGIN_VERSIONS_WAITING, RATE_LIMITED. */
const requireRoom = async (manager: EntityManager, { personId }: Actor): Promise<void> => {
  const waiting = await manager.countBy(PluginVersionRow, { uploadedBy: personId, state: 'proposed' })
  if (waiting >= maxWaiting) throw new ProtocolError('PLUGIN_VERSIONS_WAITING', { max: maxWaiting })
  const ofTheDay = await manager.find(PluginVersionRow, {
    where: { uploadedBy: personId, uploadedAt: MoreThan(new Date(Date.now() - dayMs).toISOString()) },
    select: { key: true, uploadedAt: true },
    order: { uploadedAt: 'DESC' },
    take: maxPerDay,
  })
  const oldest = ofTheDay[maxPerDay - 1]
  if (!oldest) return
  const leftMs = Date.parse(oldest.uploadedAt) + dayMs - Date.now()
  throw new ProtocolError('RATE_LIMITED', { seconds: Math.ceil(leftMs / 1000) })
}

const actions = {
  approved: 'plugin:approve',
  refused: 'plugin:refuse',
  withdrawn: 'plugin:withdraw',
} as const

/** What was proposed is decided on once; what was approved can be taken back. */
const mayBecome = (from: PluginVersionRow['state'], to: DecidePluginVersion['state']): boolean =>
  from === 'proposed' || (from === 'approved' && to === 'withdrawn')
