import { type RuleChoice, type RuleChoices, type RuleLevel, settingOf } from '@lienthong/protocol'

/** What the form holds. `declared`: the rule runs at the level that it declares, with the options that were chosen. */
export interface ChoicesEntry {
  set: 'inherited' | 'recommended' | 'strict'
  rules: { rule: string; level: RuleLevel | 'declared' }[]
}

export const entryOf = ({ set, rules = {} }: RuleChoices): ChoicesEntry => ({
  set: set ?? 'inherited',
  rules: Object.entries(rules).map(([rule, choice]) => ({
    rule,
    level: settingOf(choice).severity ?? 'declared',
  })),
})

/** What is not in the form, options and choices by path, stays as it was. */
export const choicesOf = ({ set, rules }: ChoicesEntry, before: RuleChoices): RuleChoices => ({
  ...(set !== 'inherited' && { set }),
  rules: Object.fromEntries(rules.map(({ rule, level }) => [rule, choiceOf(level, before.rules?.[rule])])),
  ...(before.overrides && { overrides: before.overrides }),
})

const choiceOf = (
  level: ChoicesEntry['rules'][number]['level'],
  before: RuleChoice | undefined,
): RuleChoice => {
  const { options } = before ? settingOf(before) : {}
  if (!options) return level === 'declared' ? {} : level
  return level === 'declared' ? { options } : { severity: level, options }
}
