import type { RuleSettings, RuleSummary } from '@lienthong/plugin-engine'
import type { RuleInputs } from '@lienthong/protocol'
import type { SourceFile } from '../check/files.ts'
import type { Io } from '../io.ts'

/** A rule that did not run because an input is missing. */
export interface IdleRule {
  readonly rule: string
  readonly input: string
}

/** The rules that are on and speak a file's language, but lack an input. */
export const idleRules = (
  rules: ReadonlyMap<string, RuleSummary>,
  { format }: Pick<SourceFile, 'format'>,
  settings: RuleSettings,
  given: RuleInputs,
): IdleRule[] => {
  const language = format.startsWith('json-schema') ? 'json-schema' : format
  return [...rules].flatMap(([rule, { inputs, languages }]) => {
    const isOn = settings[rule]?.severity !== 'off' && languages.some(spoken => spoken === language)
    const input = inputs.find(name => name !== 'publishedVersion' && !given[name])
    return isOn && input !== undefined ? [{ rule, input }] : []
  })
}

/** Says it once, whatever the number of files. */
export function sayIdle(idle: readonly IdleRule[], { note, speech }: Io): void {
  if (idle.length === 0) return
  const count = new Set(idle.map(({ rule }) => rule)).size
  const plugins = listed(idle.map(({ rule }) => rule.slice(0, rule.indexOf('/'))))
  note(speech.say('idleRules', { count, plugins, inputs: listed(idle.map(({ input }) => input)) }))
}

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(', ')
