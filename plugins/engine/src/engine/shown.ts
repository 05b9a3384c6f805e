import type { RuleInput } from '@lienthong/plugin-sdk'
import { isSameData, sharedInputs } from '../inputs/input-names.ts'
import type { Shown } from './guest-step.ts'
import type { PluginMeta, RuleMeta } from './plugin-meta.ts'
import type { PluginSettings } from './rule-settings.ts'

/** What is given to all plugins of a document. */
export interface Given extends Omit<Shown, 'settings' | 'off'> {
  /** The unit where somebody looks at the moment, '' for none: it is checked first. */
  near(): string
}

/** Of what is given, what a plugin declares; rules whose input is missing do not run. */
export const shownTo = (
  rules: readonly RuleMeta[],
  help: PluginMeta['help'],
  { model, published, inputs, links, database }: Omit<Given, 'near'>,
  settings: PluginSettings,
): Shown => {
  const wants = (input: RuleInput) => [...rules, help].some(part => part.inputs.includes(input))
  const lacking = rules.filter(rule => sharedInputs.some(name => rule.inputs.includes(name) && !inputs[name]))
  return {
    model,
    published: wants('publishedVersion') ? published : null,
    inputs: Object.fromEntries(sharedInputs.filter(wants).map(name => [name, inputs[name]])),
    links,
    database: wants('inventory') ? database : null,
    settings,
    off: [...settings.off, ...lacking.map(({ id }) => id)],
  }
}

/** Whether whoever was shown the one would be told nothing new by the other. Settings aside. */
export const isSame = (before: Shown, shown: Shown): boolean =>
  before.model === shown.model &&
  before.published === shown.published &&
  before.links === shown.links &&
  before.database === shown.database &&
  isSameData(before.inputs, shown.inputs)
