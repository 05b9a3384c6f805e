import {
  guessOf,
  PluginFault,
  type RuleSummary,
  type Runner,
  setProblem,
  startRunner,
} from '@lienthong/plugin-engine'
import { ProtocolError } from '@lienthong/protocol'
import { Failure } from '../failure.ts'
import type { PackedPlugin } from '../plugin/packed-plugin.ts'

/** Takes a plugin into use; answers its rules by `plugin/rule`. Errors: CODE_INVALID, PLUGIN_RULES_MISSING, SET_INVALID, RULE_OPTIONS_INVALID. */
export async function loadInto(
  runner: Runner,
  { manifest, code }: PackedPlugin,
): Promise<ReadonlyMap<string, RuleSummary>> {
  const { id } = manifest
  const rules = await requireSound(manifest, runner.load({ id, code }))
  return new Map(rules.map(rule => [`${id}/${rule.id}`, rule]))
}

/** Tries a plugin out in the sandbox, as a server does before it keeps it. Errors: CODE_INVALID, PLUGIN_RULES_MISSING, SET_INVALID, RULE_OPTIONS_INVALID. */
export async function tryOut({ manifest, code }: PackedPlugin): Promise<void> {
  const runner = await startRunner()
  try {
    await requireSound(manifest, runner.describe({ id: manifest.id, code }))
  } finally {
    await runner.stop()
  }
}

/** It loads, it has rules, they declare what they must, and its sets fit them. */
async function requireSound(
  { id, configs }: PackedPlugin['manifest'],
  loading: Promise<readonly RuleSummary[]>,
): Promise<readonly RuleSummary[]> {
  const rules = await loading.catch((error: unknown) => {
    if (error instanceof PluginFault) throw new Failure('CODE_INVALID', { detail: `${id}: ${error.message}` })
    throw error
  })
  if (rules.length === 0) throw new ProtocolError('PLUGIN_RULES_MISSING', { plugin: id })
  const problem = setProblem(configs ?? {}, rules)
  if (!problem) return rules
  const { set, rule, options } = problem
  if (options)
    throw new Failure('RULE_OPTIONS_INVALID', {
      place: `plugin.json, configs.${set}`,
      rule: `${id}/${rule}`,
      ...options,
    })
  const known = rules.map(rule => rule.id)
  throw new Failure('SET_INVALID', { plugin: id, set, rule, guess: guessOf(rule, known) })
}
