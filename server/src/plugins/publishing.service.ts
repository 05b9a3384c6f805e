import {
  type DecidePluginVersion,
  type DeprecatePlugin,
  type PluginPackage,
  type PluginVersion,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import { PluginStore } from '../registry/plugin-store.service.ts'
import { PluginVersionsService } from '../registry/plugin-versions.service.ts'
import { VersionList } from '../registry/version-list.service.ts'
import { TryOuts } from '../rehearsals/try-outs.service.ts'
import type { Actor } from '../transport/actor.ts'
import { ruleOf } from './rule-summary.ts'

/** How a version gets into the registry, and what is decided about it there: by whom, and on what conditions. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly store: PluginStore,
    private readonly list: VersionList,
    private readonly versions: PluginVersionsService,
    private readonly tryOuts: TryOuts,
    private readonly access: AccessService,
  ) {}

  /** Errors: RIGHT_MISSING, PLUGIN_INVALID, PLUGIN_RULES_MISSING, PLUGIN_FAULTY, PLUGIN_UNSTEADY, PLUGIN_VERSION_TAKEN, PLUGIN_VERSIONS_WAITING, RATE_LIMITED. */
  async publish(actor: Actor, id: string, sent: PluginPackage): Promise<PluginVersion> {
    this.store.accept(id, sent)
    if (await this.store.isFirstParty(id))
      throw new ProtocolError('PLUGIN_INVALID', { detail: `${id} belongs to the product` })
    const mayJoin = await this.access.can(actor, 'plugin:install', null)
    if (await this.versions.isNew(actor, sent, mayJoin)) {
      const rules = await this.tryOuts.rulesOf(actor, sent)
      await this.versions.publish(actor, sent, rules.map(ruleOf), mayJoin)
    }
    return this.list.byNumber(id, sent.manifest.version)
  }

  /** Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, DECISION_OWN, RECORD_CHANGED, PLUGIN_IN_USE. */
  async decide(
    actor: Actor,
    id: string,
    version: string,
    decision: DecidePluginVersion,
  ): Promise<PluginVersion> {
    const mayApprove = await this.access.can(actor, 'plugin:install', null)
    await this.versions.decide(actor, { id, version }, decision, mayApprove)
    return this.list.byNumber(id, version)
  }

  /** Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND. */
  async deprecate(actor: Actor, id: string, advice: DeprecatePlugin): Promise<PluginVersion[]> {
    await this.access.require(actor, 'plugin:install', null)
    await this.versions.deprecate(actor, id, advice)
    return this.list.of(id)
  }

  /** Takes a deprecation back. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND. */
  async recommend(actor: Actor, id: string, version: string | null): Promise<void> {
    await this.access.require(actor, 'plugin:install', null)
    await this.versions.recommend(actor, id, version)
  }
}
