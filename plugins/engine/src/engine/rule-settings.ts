import type { JsonObject, RuleSeverity } from '@lienthong/plugin-sdk'
import type { RuleMeta } from './plugin-meta.ts'

/** How a rule runs on a document. What is left out is as the rule declares it; `off` does not run at all. */
export interface RuleSetting {
  readonly severity?: RuleSeverity | 'off' | undefined
  /** JSON values. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

/** Settings by `plugin/rule`. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What a document's settings say of one plugin. */
export class PluginSettings {
  /** Equal keys mean equal settings. */
  readonly key: string
  readonly off: readonly string[]
  readonly options: Readonly<Record<string, JsonObject>>
  private readonly byRule: ReadonlyMap<string, RuleSetting>

  constructor(pluginId: string, settings: RuleSettings) {
    const prefix = `${pluginId}/`
    const own = Object.entries(settings)
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, setting]): [string, RuleSetting] => [id.slice(prefix.length), setting])
    this.byRule = new Map(own)
    this.off = own.filter(([, { severity }]) => severity === 'off').map(([rule]) => rule)
    // They enter the sandbox as JSON text: what JSON cannot say does not arrive.
    this.options = Object.fromEntries(
      own.flatMap(([rule, { options }]) => (options ? [[rule, options as JsonObject]] : [])),
    )
    this.key = JSON.stringify(own)
  }

  /** The rules that run, with the severities that they run at. */
  apply(rules: ReadonlyMap<string, RuleMeta>): ReadonlyMap<string, RuleMeta> {
    const running = [...rules].flatMap(([id, rule]): [string, RuleMeta][] => {
      const { severity = rule.defaultSeverity } = this.byRule.get(id) ?? {}
      return severity === 'off' ? [] : [[id, { ...rule, defaultSeverity: severity }]]
    })
    return new Map(running)
  }
}
