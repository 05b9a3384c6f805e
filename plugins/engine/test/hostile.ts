import type { Format } from '@lienthong/plugin-sdk'
import type { Limits } from '../src/sandbox/limits.ts'
import { checkOnce, type PlacedFinding } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

export const honest = bundle({ honest: { create: `{ schema: node => say(node, 'thấy', 'whole') }` } })
export const document = 'title: Tài liệu\ntype: object\n'

/** A plugin that answers this expression instead of what it found; `plain` is JSON.stringify as it was, `report` a report with more in it. */
export const answering = (answer: string): string => `
  const plain = JSON.stringify
  const title = { vi: 'Sửa', en: 'Mend' }
  const report = more => ({ rule: 'honest', unit: '#', path: [], at: 'whole', words: '', nth: 0, messageId: 'found', data: {}, fixes: [], ...more })
  const answer = (...reports) => plain({ units: { '#': reports }, document: null, hasMore: false })
  JSON.stringify = (value, ...more) => value?.units && 'hasMore' in value ? ${answer} : plain(value, ...more)
  ${honest}`

/** What a hostile plugin finds in a document, in a fresh process, which outlives it and goes on with an honest plugin. */
export const attacked = async (
  hostile: string,
  text = document,
  format: Format = 'json-schema-yaml',
  limits: Partial<Limits> = {},
): Promise<readonly PlacedFinding[]> => {
  const exits: string[] = []
  const runner = await runnerWith({ hostile, honest }, { limits, onExit: reason => exits.push(reason) })
  const before = await checkOnce(runner, format, text)
  const after = await checkOnce(runner, format, text)
  const found = (findings: readonly PlacedFinding[]) =>
    findings.filter(({ ruleId }) => ruleId === 'honest/honest').map(({ marked }) => marked)
  const alone = format.startsWith('json-schema') ? 1 : 0
  expect(found(before).length).toBeGreaterThanOrEqual(alone)
  expect(found(after)).toEqual(found(before))
  expect(exits).toEqual([])
  await runner.stop()
  return before.filter(({ ruleId }) => ruleId.startsWith('hostile/'))
}

/** The failures among them, in English. */
export const faultsOf = (found: readonly PlacedFinding[]): readonly string[] =>
  found.filter(({ severity }) => severity === 'fault').map(({ message }) => message.en)
