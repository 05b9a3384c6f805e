import type { RuleSummary } from './plugin-meta.ts'
import { type OptionsProblem, optionsProblem } from './rule-options.ts'

/** A plugin's sets as its manifest declares them: by set and rule a level, or more. */
type Sets = Readonly<Record<string, Readonly<Record<string, string | { options?: Options | undefined }>>>>
type Options = Readonly<Record<string, unknown>>

/** What a set says of a rule that cannot be: there is no such rule (`options` null), or it does not take these options. */
export interface SetProblem {
  readonly set: string
  readonly rule: string
  readonly options: OptionsProblem | null
}

/** The first thing wrong with a plugin's sets; null when they fit its rules. */
export const setProblem = (sets: Sets, rules: readonly RuleSummary[]): SetProblem | null => {
  for (const [set, choices] of Object.entries(sets))
    for (const [id, choice] of Object.entries(choices)) {
      const rule = rules.find(known => known.id === id)
      if (!rule) return { set, rule: id, options: null }
      const options = optionsProblem(rule, (typeof choice === 'object' && choice.options) || {})
      if (options) return { set, rule: id, options }
    }
  return null
}
