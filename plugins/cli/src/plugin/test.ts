import { type CaseFailure, testRules } from '@lienthong/plugin-engine/testing'
import type { RuleCases } from '@lienthong/plugin-sdk'
import { type Io, paint } from '../io.ts'
import { type CasesOfRule, readCases } from './cases.ts'
import { bundleSound } from './pack.ts'

/** What running a plugin's cases showed, in the order in which they are written. */
export interface TestedRule {
  readonly rule: string
  readonly count: number
  readonly failures: readonly CaseFailure[]
}

/** Packs a plugin in memory and runs its cases in the real sandbox. Errors: those of packing, CASES_MISSING, CASES_INVALID. */
export async function runCases(folder: string): Promise<TestedRule[]> {
  const [{ code, sourceMap }, all] = await Promise.all([bundleSound(folder), readCases(folder)])
  const failures = await testRules(code, merged(all), sourceMap)
  return Object.entries(merged(all)).map(([rule, { valid, invalid, help = [] }]) => ({
    rule,
    count: valid.length + invalid.length + help.length,
    failures: failures.filter(failure => failure.rule === rule),
  }))
}

/** Cases of one rule may stand in several files. */
function merged(all: readonly CasesOfRule[]): Record<string, RuleCases> {
  const byRule: Record<string, RuleCases> = {}
  for (const { rule, cases } of all) {
    const before = byRule[rule] ?? { valid: [], invalid: [] }
    byRule[rule] = {
      valid: [...before.valid, ...cases.valid],
      invalid: [...before.invalid, ...cases.invalid],
      help: [...(before.help ?? []), ...(cases.help ?? [])],
    }
  }
  return byRule
}

/** `lienthong plugin test`: a line for every rule, what failed below it. */
export async function testPlugin(folder: string, io: Io): Promise<number> {
  const rules = await runCases(folder)
  for (const { rule, count, failures } of rules) {
    const failed = failedCases(failures)
    const mark = failed === 0 ? paint(io, 'green', '✓') : paint(io, 'red', '✗')
    io.out(`${mark} ${rule} (${count - failed}/${count})`)
    for (const { name, reason } of failures) io.out(indented(name ? `${name}\n${indented(reason)}` : reason))
  }
  const failed = rules.reduce((sum, { failures }) => sum + failedCases(failures), 0)
  const passed = rules.reduce((sum, { count }) => sum + count, 0) - failed
  io.out(io.speech.say('testSummary', { passed, failed }))
  return rules.some(({ failures }) => failures.length > 0) ? 1 : 0
}

/** A case may fail in several ways. */
const failedCases = (failures: readonly CaseFailure[]): number =>
  new Set(failures.filter(({ name }) => name !== '').map(({ name }) => name)).size

const indented = (text: string): string =>
  text
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')
