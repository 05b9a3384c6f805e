import {
  type RuleChoice,
  type RuleChoices,
  type RuleLayer,
  type RuleLevel,
  type RuleSetName,
  settingOf,
} from '@lienthong/protocol'

/** One rule in the form. `declared`: it runs at the level that it declares. */
export interface RuleEntry {
  rule: string
  level: RuleLevel | 'declared'
  options?: Record<string, unknown>
}

/** What one layer chooses. */
export interface LayerEntry {
  set: RuleSetName | 'inherited'
  rules: RuleEntry[]
}

/** What the form holds. */
export interface ChoicesEntry extends LayerEntry {
  overrides: (LayerEntry & { files: string[] })[]
}

export const entryOf = ({ overrides = [], ...layer }: RuleChoices): ChoicesEntry => ({
  ...layerEntryOf(layer),
  overrides: overrides.map(({ files, ...own }) => ({ files, ...layerEntryOf(own) })),
})

export const choicesOf = ({ overrides, ...layer }: ChoicesEntry): RuleChoices => ({
  ...layerOf(layer),
  ...(overrides.length > 0 && {
    overrides: overrides.map(({ files, ...own }) => ({ files, ...layerOf(own) })),
  }),
})

const layerEntryOf = ({ set, rules = {} }: RuleLayer): LayerEntry => ({
  set: set ?? 'inherited',
  rules: Object.entries(rules).map(([rule, choice]) => {
    const { severity, options } = settingOf(choice)
    return { rule, level: severity ?? 'declared', ...(options && { options }) }
  }),
})

const layerOf = ({ set, rules }: LayerEntry): RuleLayer => ({
  ...(set !== 'inherited' && { set }),
  rules: Object.fromEntries(rules.map(entry => [entry.rule, choiceOf(entry)])),
})

const choiceOf = ({ level, options = {} }: RuleEntry): RuleChoice => {
  const chosen = Object.entries(options).filter(([, value]) => isGiven(value))
  if (chosen.length === 0) return level === 'declared' ? {} : level
  return { ...(level !== 'declared' && { severity: level }), options: Object.fromEntries(chosen) }
}

/** What a cleared field holds is no choice. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
