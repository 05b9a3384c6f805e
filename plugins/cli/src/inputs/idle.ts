import { firstPartyIds, type RuleSettings, type RuleSummary } from '@lienthong/plugin-engine'
import type { RuleInputs } from '@lienthong/protocol'
import type { SourceFile } from '../check/files.ts'
import type { Io } from '../io.ts'
import { inputsNamedIn } from './concerned.ts'

/** A rule that did not run because an input is missing. */
export interface IdleRule {
  readonly rule: string
  readonly input: string
}

/** The rules that are on and could have said something of a file of that database, but lack an input. What plugins of others look at is not known. */
export const idleRules = (
  rules: ReadonlyMap<string, RuleSummary>,
  file: Pick<SourceFile, 'format' | 'text'>,
  settings: RuleSettings,
  given: RuleInputs,
  database: string | null,
): IdleRule[] => {
  const language = file.format.startsWith('json-schema') ? 'json-schema' : file.format
  const named = inputsNamedIn(file, database)
  return [...rules].flatMap(([rule, { inputs, languages }]) => {
    const isOn = settings[rule]?.severity !== 'off' && languages.some(spoken => spoken === language)
    const input = inputs.find(name => name !== 'publishedVersion' && !given[name])
    const isOwn = firstPartyIds.includes(pluginOf(rule))
    return isOn && input !== undefined && (named.has(input) || !isOwn) ? [{ rule, input }] : []
  })
}

const pluginOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))

/** Says it once, whatever the number of files. */
export function sayIdle(idle: readonly IdleRule[], { note, speech }: Io): void {
  if (idle.length === 0) return
  const count = new Set(idle.map(({ rule }) => rule)).size
  const plugins = listed(idle.map(({ rule }) => pluginOf(rule)))
  note(speech.say('idleRules', { count, plugins, inputs: listed(idle.map(({ input }) => input)) }))
}

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(', ')
