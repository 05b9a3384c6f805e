import * as z from 'zod/mini'

/** How grave a rule is, or that it does not run. */
export const RuleLevel = z.enum(['error', 'warning', 'info', 'hint', 'off'])
export type RuleLevel = z.infer<typeof RuleLevel>

/** How a rule runs: its level, or level and options. What is left out is as the rule declares it. */
export const RuleChoice = z.union([
  RuleLevel,
  z.strictObject({
    severity: z.optional(RuleLevel),
    options: z.optional(z.record(z.string(), z.unknown())),
  }),
])
export type RuleChoice = z.infer<typeof RuleChoice>

/** The sets that a plugin may offer. `recommended` holds where nobody chose another. */
export const RuleSetName = z.enum(['recommended', 'strict'])
export type RuleSetName = z.infer<typeof RuleSetName>

/** What a plugin's sets change, by rule id; a rule that a set does not name runs as it declares. */
export const RuleSets = z.object({
  recommended: z.optional(z.record(z.string(), RuleChoice)),
  strict: z.optional(z.record(z.string(), RuleChoice)),
})
export type RuleSets = z.infer<typeof RuleSets>

/** A choice of rules: a set of every plugin, and by `plugin/rule` what is other than in that set. */
export const RuleLayer = z.strictObject({
  set: z.optional(RuleSetName),
  rules: z.optional(z.record(z.string(), RuleChoice)),
})
export type RuleLayer = z.infer<typeof RuleLayer>

/** A choice in its long form. */
export type RuleSetting = Exclude<RuleChoice, RuleLevel>

/** `'error'` in the long form: `{ severity: 'error' }`. */
export const settingOf = (choice: RuleChoice): RuleSetting =>
  typeof choice === 'string' ? { severity: choice } : choice

/** A set of a plugin as settings by `plugin/rule`. */
export const settingsOf = (
  { id, configs }: { readonly id: string; readonly configs?: RuleSets | undefined },
  set: RuleSetName,
): Record<string, RuleSetting> =>
  Object.fromEntries(
    Object.entries(configs?.[set] ?? {}).map(([rule, choice]) => [`${id}/${rule}`, settingOf(choice)]),
  )

/** How rules run by several layers, later ones winning: the set that was named last, then each rule as it is named. */
export const settingsFrom = (
  layers: readonly RuleLayer[],
  plugins: readonly Parameters<typeof settingsOf>[0][],
): Record<string, RuleSetting> => {
  const set = layers.flatMap(layer => layer.set ?? []).at(-1) ?? 'recommended'
  const settings: Record<string, RuleSetting> = Object.assign(
    {},
    ...plugins.map(plugin => settingsOf(plugin, set)),
  )
  for (const { rules = {} } of layers)
    for (const [id, choice] of Object.entries(rules)) settings[id] = { ...settings[id], ...settingOf(choice) }
  return settings
}
