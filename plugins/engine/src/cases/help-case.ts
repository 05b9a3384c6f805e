import type { HelpCase } from '@lienthong/plugin-sdk'
import type { PluginHealth } from '../engine/open-plugin.ts'
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
  const { format = 'json-schema-yaml', explains, proposes } = test
  const offset = test.text.indexOf(caret)
  if (offset < 0) return failed(`its text has no place ${caret}`)
  const text = test.text.replace(caret, '')
  const { gathering, ...around } = aroundOf(test)
  const document = new CheckedDocument(runner)
  const check = (now: string) => document.check({ ...around, format, text: now }, gathering)
  const place = { format, text, offset }
  const explained = async () => explains && (await document.explain(place)).map(({ en }) => en)
  const proposed = async () =>
    proposes && (await document.propose({ ...place, isAskedFor: true })).map(({ label }) => label)
  await check(text)
  const before = await faultsOf(runner)
  const [said, fitting] = [await explained(), await proposed()]
  if ((await faultsOf(runner)) > before) {
    // Asked again and again: then the document tells why.
    for (let n = 0; n < timesToTell; n++) await Promise.all([explained(), proposed()])
    const [fault] = (await check(`${text}\n`)).filter(({ severity }) => severity === 'fault')
    return failed(fault?.message.en ?? 'it fails there')
  }
  await document.close()
  if (said && explains && !areIn(said.join('\n'), explains)) return failed(expected(explains, said))
  if (fitting && proposes && fitting.join('\n') !== proposes.join('\n'))
    return failed(expected(proposes, fitting))
  return []
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
