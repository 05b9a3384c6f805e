import type { Format, InvalidCase, RuleCases, ValidCase } from '@lienthong/plugin-sdk'
import { aroundOf } from './cases/case-surroundings.ts'
import { runHelpCase } from './cases/help-case.ts'
import { type CaseFailure, testedPlugin } from './cases/tested.ts'
import { breachesOf } from './conformance/breaches.ts'
import type { CheckRequest, UnitFinding } from './engine/finding.ts'
import { type Checked, CheckedDocument, type PlacedFinding } from './linked/checked-document.ts'
import type { Gathering } from './linked/gathering.ts'
import { type Runner, startRunner } from './runner/runner.ts'

export type { CaseFailure } from './cases/tested.ts'
export { dataOf } from './inputs/case-inputs.ts'
export { type Checked, CheckedDocument, type PlacedFinding } from './linked/checked-document.ts'

/** Checks a text once with everything that is loaded, and with what it refers to; findings in document order. */
export const checkOnce = async (
  runner: Runner,
  format: Format,
  text: string,
  beside: Omit<Checked, 'format' | 'text'> = {},
  gathering: Gathering | null = null,
): Promise<PlacedFinding[]> => {
  const document = new CheckedDocument(runner)
  const findings = await document.check({ ...beside, format, text }, gathering)
  await document.close()
  return findings
}

/**
 * Runs the cases of rules, hovers and completions inside the real sandbox, as `lienthong plugin test` does. `code` is the plugin's
 * bundle, `cases` its cases by id, `sourceMap` says where the bundle was written. Answers what failed. Throws PluginFault when the plugin does not load.
 */
export const testRules = async (
  code: string,
  cases: Readonly<Record<string, RuleCases>>,
  sourceMap?: string,
): Promise<readonly CaseFailure[]> => {
  const runner = await startRunner()
  try {
    const rules = new Set((await runner.load({ id: testedPlugin, code, sourceMap })).map(({ id }) => id))
    const failures: CaseFailure[] = []
    for (const [rule, { valid, invalid, help = [] }] of Object.entries(cases)) {
      if (help.length === 0 && !rules.has(rule))
        failures.push({ rule, name: '', reason: 'the plugin has no such rule' })
      const plain = valid.map(item => (typeof item === 'string' ? { text: item } : item))
      for (const [index, test] of plain.entries())
        failures.push(
          ...(await runCase(runner, rule, { ...test, findings: [] }, nameOf('valid', index, test))),
        )
      for (const [index, test] of invalid.entries())
        failures.push(...(await runCase(runner, rule, test, nameOf('invalid', index, test))))
      for (const [index, test] of help.entries())
        failures.push(...(await runHelpCase(runner, rule, test, nameOf('place', index, test))))
    }
    return failures
  } finally {
    await runner.stop()
  }
}

const nameOf = (kind: string, index: number, { name }: Pick<ValidCase, 'name'>) =>
  name ?? `${kind} ${index + 1}`

const runCase = async (
  runner: Runner,
  rule: string,
  test: InvalidCase,
  name: string,
): Promise<CaseFailure[]> => {
  const format = test.format ?? 'json-schema-yaml'
  const { options } = test
  const { gathering, ...around } = aroundOf(test)
  const beside = {
    rules: { [`${testedPlugin}/${rule}`]: { options } },
    published: publishedFor(test),
    ...around,
  }
  const all = await checkOnce(runner, format, test.text, beside, gathering)
  const faults = all.filter(({ severity }) => severity === 'fault')
  const found = all.filter(isOf(rule))
  const wanted = test.findings.map(f => describe(f.messageId, f.marked, f.line))
  const got = found.map((f, i) =>
    describe(f.messageId, f.marked, test.findings[i]?.line === undefined ? undefined : f.line),
  )
  const reasons = faults.map(fault => fault.message.en)
  if (wanted.join('\n') !== got.join('\n'))
    reasons.push(`expected findings:\n${indent(wanted)}\nfound:\n${indent(got)}`)
  if (test.fixed !== undefined) {
    const fixed = applyFixes(test.text, found)
    if (fixed !== test.fixed) reasons.push(`expected after the fixes:\n${test.fixed}\ngot:\n${fixed}`)
  }
  if (faults.length === 0) {
    const isFixable = found.some(({ fixes }) => fixes.length > 0)
    const fix = async (text: string) =>
      !isFixable
        ? text
        : applyFixes(text, (await checkOnce(runner, format, text, beside, gathering)).filter(isOf(rule)))
    const check = { ...beside, format, text: test.text, surroundings: gathering.surroundings }
    reasons.push(...(await breachesOf(runner, check, all, fix)))
  }
  return reasons.map(reason => ({ rule, name, reason }))
}

/** The newest is version 1.0.0, what was before it 0.9.0, 0.8.0 and so on. */
const publishedFor = ({ published, earlier = [] }: ValidCase): CheckRequest['published'] => {
  if (published === undefined) return null
  const versions = earlier.map((text, before) => ({ revision: `0.${9 - before}.0`, text }))
  return { revision: '1.0.0', text: published, earlier: { versions, isAll: true } }
}

const isOf =
  (rule: string) =>
  ({ ruleId }: UnitFinding): boolean =>
    ruleId === `${testedPlugin}/${rule}`

const describe = (messageId: string, marked: string, line?: number) =>
  `${messageId} at "${marked}"${line === undefined ? '' : ` on line ${line}`}`

const indent = (lines: readonly string[]) =>
  lines.length === 0 ? '  none' : lines.map(line => `  ${line}`).join('\n')

/** The text after the first fix of every finding, later places first so that offsets hold. */
const applyFixes = (text: string, findings: readonly PlacedFinding[]): string =>
  findings
    .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    .sort((one, other) => other.start - one.start)
    .reduce((fixed, edit) => fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end), text)
