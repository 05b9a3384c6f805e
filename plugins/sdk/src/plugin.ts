import type { Completion, Hover } from './help.ts'
import type { Rule } from './rule.ts'

/** The version of this interface. A plugin's manifest states it; a host refuses a plugin of another. */
export const apiVersion = 1

/** A plugin's code, each part by its id (`kebab-case`). It is the default export of the one bundled file; everything else is in `plugin.json`. */
export interface Plugin {
  /** At least one, or servers refuse the plugin. */
  readonly rules: Readonly<Record<string, Rule>>
  /** Explanations of places. */
  readonly hovers?: Readonly<Record<string, Hover>>
  /** Proposals for places. No two parts of a plugin have one id. */
  readonly completions?: Readonly<Record<string, Completion>>
}

/** Declares a plugin; returns it unchanged. */
export const definePlugin = (plugin: Plugin): Plugin => plugin
