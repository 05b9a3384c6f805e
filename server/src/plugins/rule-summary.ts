import type { RuleSummary as DeclaredRule } from '@lienthong/plugin-engine'
import type { RuleSummary } from '@lienthong/protocol'

/** A rule as a plugin declares it, as it travels. */
export const ruleOf = (rule: DeclaredRule): RuleSummary => ({
  ...rule,
  title: { ...rule.title },
  docs: { ...rule.docs },
  languages: [...rule.languages],
  optionsSchema: rule.optionsSchema && { ...rule.optionsSchema },
})
