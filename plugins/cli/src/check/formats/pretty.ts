import type { Severity } from '@lienthong/plugin-engine'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import { type Io, paint } from '../../io.ts'
import { severityWords } from '../../words/severities.ts'
import { Lines } from '../place.ts'
import type { CheckedFile, CheckReport } from '../report.ts'

/** For a person at a terminal: every finding with its line and the marked words, and a sum. */
export function pretty({ files }: CheckReport, io: Io): string {
  const all = files.flatMap(({ findings }) => findings)
  const count = (...counted: Severity[]) => all.filter(({ severity }) => counted.includes(severity)).length
  const params = {
    files: files.length,
    errors: count('error', 'fault'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
  }
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
  const grave = paint(io, colours[severity], io.speech.say(severityWords[severity]))
  const head = `${paint(io, 'bold', `${path}:${line}:${column}`)} ${grave}`
  return `${head} ${message[io.speech.lang]}${fixable} ${paint(io, 'grey', ruleId)}\n${lines.marked(start, end)}\n`
}
