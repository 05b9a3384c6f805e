import {
  guessOf,
  PluginFault,
  type RuleSummary,
  type Runner,
  setProblem,
  startRunner,
  tryOut,
  unhurried,
} from '@lienthong/plugin-engine'
import { ProtocolError } from '@lienthong/protocol'
import { Failure } from '../failure.ts'
import type { ReadPlugin } from '../plugin/packed-plugin.ts'

/** Takes a plugin into use; answers its rules by `plugin/rule`. Errors: CODE_INVALID, PLUGIN_RULES_MISSING, SET_INVALID, RULE_OPTIONS_INVALID. */
export async function loadInto(
  runner: Runner,
  { manifest, code, sourceMap }: ReadPlugin,
): Promise<ReadonlyMap<string, RuleSummary>> {
  const { id } = manifest
  const rules = await runner.load({ id, code, sourceMap }).catch(refusedFor(id))
  requireSound(manifest, rules)
  return new Map(rules.map(rule => [`${id}/${rule.id}`, rule]))
}

/**
 * Runs a plugin in the sandbox on samples, as a server does before it keeps it. Errors: CODE_INVALID, PLUGIN_RULES_MISSING, SET_INVALID,
 * RULE_OPTIONS_INVALID, PLUGIN_FAULTY, PLUGIN_UNSTEADY.
 */
export async function requireAcceptable({ manifest, code, sourceMap }: ReadPlugin): Promise<void> {
  const { id } = manifest
  const runner = await startRunner({ limits: unhurried })
  try {
    const { rules, flaw } = await tryOut(runner, { id, code, sourceMap }).catch(refusedFor(id))
    requireSound(manifest, rules)
    if (flaw) throw new ProtocolError(flaw.code, flaw.params)
  } finally {
    await runner.stop()
  }
}

const refusedFor =
  (id: string) =>
  (error: unknown): never => {
    if (error instanceof PluginFault) throw new Failure('CODE_INVALID', { detail: `${id}: ${error.message}` })
    throw error
  }

/** It has rules, and its sets fit them. */
function requireSound({ id, configs }: ReadPlugin['manifest'], rules: readonly RuleSummary[]): void {
  if (rules.length === 0) throw new ProtocolError('PLUGIN_RULES_MISSING', { plugin: id })
  const problem = setProblem(configs ?? {}, rules)
  if (!problem) return
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
