import { type RuleSummary, type SetProblem, setProblem } from '@lienthong/plugin-engine'
import { type PluginPackage, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../transport/actor.ts'
import { RehearsalRunner } from './rehearsal-runner.service.ts'
import { Turns } from './turns.ts'

/** Ten times what the largest bundle takes on a busy machine, and as long as somebody waits for an answer. */
const tryOutMs = 20_000

/** Loads and runs what people upload, where it holds up nobody who works with what is in use. */
@Injectable()
export class TryOuts {
  private readonly turns = new Turns()

  constructor(private readonly runner: RehearsalRunner) {}

  /**
   * The rules that it declares. Errors: RATE_LIMITED, PLUGIN_RULES_MISSING, PLUGIN_INVALID: it does not load, or its sets do not fit its
   * rules; PLUGIN_FAULTY, PLUGIN_UNSTEADY: what it did on a sample.
   */
  async rulesOf(actor: Actor, sent: PluginPackage): Promise<readonly RuleSummary[]> {
    const { rules, flaw } = await this.turns.take(actor, () => this.runner.tryOut(sent, tryOutMs))
    if (rules.length === 0) throw new ProtocolError('PLUGIN_RULES_MISSING', { plugin: sent.manifest.id })
    const problem = setProblem(sent.manifest.configs ?? {}, rules)
    if (problem) throw new ProtocolError('PLUGIN_INVALID', { detail: wordsOf(problem) })
    if (flaw) throw new ProtocolError(flaw.code, flaw.params)
    return rules
  }
}

const wordsOf = ({ set, rule, options }: SetProblem): string =>
  options
    ? `the options of ${rule} in the set ${set} do not fit its schema: ${options.path} breaks "${options.keyword}"`
    : `the set ${set} names no rule of the plugin: ${rule}`
