import type { RuleSummary } from '@lienthong/plugin-engine'
import { type PluginPackage, ProtocolError, unknownInSets } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../transport/actor.ts'
import { RehearsalRunner } from './rehearsal-runner.service.ts'
import { Turns } from './turns.ts'

/** Ten times what the largest bundle takes on a busy machine, and as long as somebody waits for an answer. */
const tryOutMs = 20_000

/** Loads what people upload, where it holds up nobody who works with what is in use. */
@Injectable()
export class TryOuts {
  private readonly turns = new Turns()

  constructor(private readonly runner: RehearsalRunner) {}

  /** The rules that it declares. Errors: RATE_LIMITED, PLUGIN_INVALID: it does not load, or its sets name rules that it does not have. */
  async rulesOf(actor: Actor, sent: PluginPackage): Promise<readonly RuleSummary[]> {
    const rules = await this.turns.take(actor, () => this.runner.describe(sent, tryOutMs))
    const unknown = unknownInSets(
      sent.manifest.configs,
      rules.map(({ id }) => id),
    )
    if (!unknown) return rules
    const detail = `the set ${unknown.set} names no rule of the plugin: ${unknown.rule}`
    throw new ProtocolError('PLUGIN_INVALID', { detail })
  }
}
