import type { JsonObject, Language, LocalText, RuleInput } from '@lienthong/plugin-sdk'
import { sharedInputs } from '../inputs/input-names.ts'
import { PluginFault } from '../sandbox/limits.ts'
import { isJson, isRecord, isText, localText } from './untrusted.ts'

/** A rule as its plugin declares it; `docs` is Markdown. */
export interface RuleSummary {
  readonly id: string
  readonly title: LocalText
  readonly docs: LocalText
  readonly defaultSeverity: 'error' | 'warning' | 'info' | 'hint'
  readonly languages: readonly Language[]
  readonly isFixable: boolean
  /** What it needs beside the document. */
  readonly inputs: readonly RuleInput[]
  /** JSON Schema of the options; null for a rule without any. */
  readonly optionsSchema: JsonObject | null
}

/** A rule with the texts of its messages. */
export interface RuleMeta extends RuleSummary {
  readonly messages: ReadonlyMap<string, LocalText>
}

const severities = ['error', 'warning', 'info', 'hint'] as const
const languages = ['json-schema', 'sql', 'markdown'] as const
const knownInputs: readonly RuleInput[] = ['publishedVersion', ...sharedInputs]
const helper = 'hover or completion'
const helpKinds = ['hovers', 'completions'] as const
const partId = /^[a-z][a-z0-9-]{0,63}$/
const maxParts = 500
const maxOptionsSchemaLength = 20_000

/** What a plugin says of itself. */
export interface PluginMeta {
  readonly rules: readonly RuleMeta[]
  /** Which of hovers and completions it has, and what they need beside the document. */
  readonly help: {
    readonly kinds: readonly ('hovers' | 'completions')[]
    readonly ids: readonly string[]
    readonly languages: readonly Language[]
    readonly inputs: readonly RuleInput[]
  }
}

/** Reads what a plugin says of its parts. Throws PluginFault naming what is missing. */
export const readMeta = (json: string): PluginMeta => {
  const parts = parse(json)
  const rules = listOf(parts.rules).map(readRule)
  const kinds = helpKinds.filter(kind => listOf(parts[kind]).length > 0)
  const helpers = helpKinds.flatMap(kind => listOf(parts[kind]).map(readHelper))
  const ids = [...rules, ...helpers].map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new PluginFault('not-a-plugin', `two parts have the id ${twice}`)
  const help = {
    kinds,
    ids: helpers.map(({ id }) => id),
    languages: helpers.flatMap(({ languages }) => languages),
    inputs: helpers.flatMap(({ inputs }) => inputs),
  }
  return { rules, help }
}

const parse = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json)
    if (isRecord(value)) return value
  } catch {
    // Falls through to the refusal: what a plugin answers need not be JSON.
  }
  throw new PluginFault('not-a-plugin', 'its parts cannot be listed')
}

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new PluginFault('not-a-plugin', 'its parts cannot be listed')
  if (value.length > maxParts)
    throw new PluginFault('not-a-plugin', `more than ${maxParts} rules, hovers or completions`)
  return value
}

/** What a hover or a completion speaks and needs. */
const readHelper = (value: unknown): Pick<RuleSummary, 'id' | 'languages' | 'inputs'> => {
  const { id, meta } = isRecord(value) ? value : {}
  const known = isText(id, 64) && partId.test(id) ? id : refuse(String(id), 'its id', helper)
  const { title, languages: spoken, inputs } = isRecord(meta) ? meta : {}
  if (!localText(title, 300)) refuse(known, 'title {vi, en}', helper)
  if (languagesIn(spoken).length === 0) refuse(known, 'languages', helper)
  return { id: known, languages: languagesIn(spoken), inputs: readInputs(known, inputs, sharedInputs) }
}

const readRule = (value: unknown): RuleMeta => {
  const rule = isRecord(value) ? value : {}
  const meta = isRecord(rule.meta) ? rule.meta : {}
  const id = isText(rule.id, 64) && partId.test(rule.id) ? rule.id : refuse(String(rule.id), 'its id')
  if (rule.scope !== 'unit' && rule.scope !== 'document') refuse(id, 'its scope')
  const title = localText(meta.title, 300) ?? refuse(id, 'title {vi, en}')
  const docs = localText(meta.docs, 20_000) ?? refuse(id, 'docs {vi, en}')
  const defaultSeverity = severities.find(s => s === meta.defaultSeverity) ?? refuse(id, 'defaultSeverity')
  const spoken = languagesIn(meta.languages)
  if (spoken.length === 0) refuse(id, 'languages')
  const messages = readMessages(id, meta.messages)
  const optionsSchema = readOptionsSchema(id, meta.optionsSchema)
  const isFixable = meta.fixable === true
  const inputs = readInputs(id, meta.inputs, knownInputs)
  const summary = { id, title, docs, defaultSeverity, languages: spoken, isFixable, optionsSchema }
  return { ...summary, messages, inputs }
}

const languagesIn = (value: unknown): Language[] =>
  languages.filter(language => Array.isArray(value) && value.includes(language))

/** One that is not known here would leave its rule waiting for ever. */
const readInputs = (rule: string, value: unknown, known: readonly RuleInput[]): readonly RuleInput[] => {
  if (value === undefined) return []
  const names: readonly unknown[] = Array.isArray(value) ? value : refuse(rule, 'inputs')
  return names.map(
    name => known.find(one => one === name) ?? refuse(rule, `input ${String(name).slice(0, 64)}`),
  )
}

const readOptionsSchema = (rule: string, value: unknown): JsonObject | null => {
  if (value === undefined) return null
  const isSchema = isJson(value, maxOptionsSchemaLength) && isRecord(value) && !isEndless(value)
  return isSchema ? (value as JsonObject) : refuse(rule, 'optionsSchema')
}

/** Options are held against the schema by the host, where nothing would stop a pattern that never ends, references that lead to references, or comparing each with each. */
const isEndless = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(isEndless)
  if (!isRecord(value)) return false
  // As a name of an option it has a schema. A list of one text is taken for that text.
  const isSaid = (keyword: string) => Boolean(value[keyword]) && !isRecord(value[keyword])
  return endless.some(isSaid) || 'patternProperties' in value || Object.values(value).some(isEndless)
}

const endless = ['pattern', 'format', 'uniqueItems', '$ref', '$recursiveRef', '$dynamicRef']

const readMessages = (rule: string, value: unknown): ReadonlyMap<string, LocalText> => {
  const entries = isRecord(value) ? Object.entries(value) : refuse(rule, 'messages')
  return new Map(
    entries.map(([id, message]) => [id, localText(message, 1000) ?? refuse(rule, `message ${id} {vi, en}`)]),
  )
}

const refuse = (id: string, what: string, part = 'rule'): never => {
  throw new PluginFault('not-a-plugin', `${part} ${id.slice(0, 64)}: ${what} is missing or wrong`)
}
