import { optionsProblem, type RuleSummary } from '@lienthong/plugin-engine'
import { ProtocolError, type RuleChoices, settingOf } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { RunnerHost } from '../runner/runner-host.service.ts'

/** The rules of all plugins in use, as choices name them. */
@Injectable()
export class RuleBook {
  constructor(private readonly host: RunnerHost) {}

  /** Errors: RULE_UNKNOWN, RULE_OPTIONS_INVALID. Otherwise a rule would fail on options that it cannot read, and its plugin with it. */
  async requireFitting({ rules, overrides = [] }: RuleChoices): Promise<void> {
    const known = await this.rules()
    for (const layer of [{ rules }, ...overrides])
      for (const [id, choice] of Object.entries(layer.rules ?? {})) {
        const rules = known.filter(rule => rule.id === id)
        if (rules.length === 0) throw new ProtocolError('RULE_UNKNOWN', { rule: id.slice(0, 140) })
        for (const { rule } of rules) {
          const problem = optionsProblem(rule, settingOf(choice).options ?? {})
          if (problem) throw new ProtocolError('RULE_OPTIONS_INVALID', { rule: id, ...problem })
        }
      }
  }

  /** By `plugin/rule`; once for each version in use that has it. */
  private async rules(): Promise<readonly { readonly id: string; readonly rule: RuleSummary }[]> {
    const plugins = await this.host.plugins()
    return plugins.flatMap(({ manifest, rules }) =>
      rules.map(rule => ({ id: `${manifest.id}/${rule.id}`, rule })),
    )
  }
}
