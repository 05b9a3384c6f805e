import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import { type Io, paint } from '../../io.ts'
import { Lines } from '../place.ts'
import type { CheckedFile, CheckReport } from '../report.ts'

/** For a person at a terminal: every finding with its line and the marked words, and a sum. */
export function pretty({ files }: CheckReport, io: Io): string {
  const all = files.flatMap(({ findings }) => findings)
  const errors = all.filter(({ severity }) => severity === 'error' || severity === 'fault').length
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  const params = { files: files.length, errors, warnings, others: all.length - errors - warnings }
  const sum = io.speech.say(all.length === 0 ? 'clean' : 'summary', params)
  return [...files.flatMap(checked => prettyFindings(checked, io)), sum].join('\n')
}

/** The findings of one file, each a paragraph. */
export function prettyFindings({ file, findings }: CheckedFile, io: Io): string[] {
  const lines = new Lines(file.text)
  return findings.map(finding => prettyFinding(file.path, finding, lines, io))
}

const colours = { fault: 'red', error: 'red', warning: 'yellow', info: 'blue', hint: 'grey' } as const

function prettyFinding(path: string, finding: PlacedFinding, lines: Lines, io: Io): string {
  const { severity, ruleId, message, start, end, fixes } = finding
  const { line, column } = lines.placeOf(start)
  const fixable = fixes.length > 0 ? ` (${io.speech.say('fixable')}: ${fixes[0]?.title[io.speech.lang]})` : ''
  const head = `${paint(io, 'bold', `${path}:${line}:${column}`)} ${paint(io, colours[severity], severity)}`
  return `${head} ${message[io.speech.lang]}${fixable} ${paint(io, 'grey', ruleId)}\n${lines.marked(start, end)}\n`
}
