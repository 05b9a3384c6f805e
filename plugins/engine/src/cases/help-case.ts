import type { HelpCase } from '@lienthong/plugin-sdk'
import type { PluginHealth } from '../engine/plugin-health.ts'
import { CheckedDocument, type Checks } from '../linked/checked-document.ts'
import { aroundOf } from './case-surroundings.ts'
import { type CaseFailure, testedPlugin } from './tested.ts'

interface Tried extends Checks {
  health(): Promise<Readonly<Record<string, PluginHealth>>>
}

/** The place of a case in its text. */
const caret = '‸'

/** Asks about the place of a case; answers what is other than expected. */
export const runHelpCase = async (
  runner: Tried,
  rule: string,
  test: HelpCase,
  name: string,
): Promise<CaseFailure[]> => {
  const failed = (reason: string): CaseFailure[] => [{ rule, name, reason }]
  const offset = test.text.indexOf(caret)
  if (offset < 0) return failed(`its text has no place ${caret}`)
  const document = new CheckedDocument(runner)
  try {
    const reason = await reasonOf(runner, document, test, offset)
    return reason === null ? [] : failed(reason)
  } finally {
    await document.close()
  }
}

/** What is other than expected, in words; null for nothing. */
const reasonOf = async (
  runner: Tried,
  document: CheckedDocument,
  test: HelpCase,
  offset: number,
): Promise<string | null> => {
  const { format = 'json-schema-yaml', explains, proposes } = test
  const text = test.text.replace(caret, '')
  const { gathering, ...around } = aroundOf(test)
  const faultIn = async (now: string) => {
    const found = await document.check({ ...around, format, text: now }, gathering)
    return found.find(({ severity }) => severity === 'fault')?.message.en
  }
  const place = { format, text, offset }
  const explained = async () => explains && (await document.explain(place)).map(({ en }) => en)
  const proposed = async () =>
    proposes && (await document.propose({ ...place, isAskedFor: true })).map(({ label }) => label)
  const fault = await faultIn(text)
  if (fault !== undefined) return fault
  const before = await faultsOf(runner)
  const [said, fitting] = [await explained(), await proposed()]
  if ((await faultsOf(runner)) > before) {
    // Asked again and again: then the document tells why.
    for (let n = 0; n < timesToTell; n++) await Promise.all([explained(), proposed()])
    return (await faultIn(`${text}\n`)) ?? 'it fails there'
  }
  if (said && explains && !areIn(said.join('\n'), explains)) return expected(explains, said)
  if (fitting && proposes && fitting.join('\n') !== proposes.join('\n')) return expected(proposes, fitting)
  return null
}

/** A plugin that failed so often in a document is out of use there. */
const timesToTell = 3

const faultsOf = async (runner: Tried): Promise<number> => (await runner.health())[testedPlugin]?.faults ?? 0

/** Each after the one before. */
const areIn = (text: string, words: readonly string[]): boolean => {
  let from = 0
  for (const one of words) {
    const at = text.indexOf(one, from)
    if (at < 0) return false
    from = at + one.length
  }
  return words.length > 0 || text === ''
}

const expected = (wanted: readonly unknown[], got: readonly string[]): string =>
  `expected:\n${indent(wanted)}\ngot:\n${indent(got)}`

const indent = (lines: readonly unknown[]): string =>
  lines.length === 0 ? '  none' : lines.map(line => `  ${line}`).join('\n')
