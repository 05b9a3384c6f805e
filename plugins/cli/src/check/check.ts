import { resolve } from 'node:path'
import { PluginFault, startRunner } from '@lienthong/plugin-engine'
import { checkOnce, type PlacedFinding } from '@lienthong/plugin-engine/testing'
import { Failure } from '../failure.ts'
import { type Io, paint } from '../io.ts'
import { readSources, type SourceFile } from './files.ts'
import { Lines } from './place.ts'
import { pluginsFor } from './plugins.ts'

/** The options of `lienthong check`. */
export interface CheckOptions {
  readonly format: 'pretty' | 'json'
  /** Folders of further plugins. */
  readonly plugin: readonly string[]
  readonly failOn: 'error' | 'warning' | 'info' | 'hint'
}

/** A file and what was found in it. */
interface Checked {
  readonly file: SourceFile
  readonly findings: readonly PlacedFinding[]
}

/** `lienthong check`: 0 when nothing is as grave as `--fail-on`, else 1. A plugin that fails counts as the gravest. */
export async function check(patterns: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const files = await readSources(patterns, io.cwd)
  const checked = await checkAll(
    files,
    options.plugin.map(folder => resolve(io.cwd, folder)),
  )
  if (options.format === 'json') io.out(JSON.stringify(checked.flatMap(asJson), null, 2))
  else printPretty(checked, io)
  const limit = severities.indexOf(options.failOn)
  const isBad = checked.some(({ findings }) =>
    findings.some(({ severity }) => severities.indexOf(severity) <= limit),
  )
  return isBad ? 1 : 0
}

/** From the gravest. */
const severities = ['fault', 'error', 'warning', 'info', 'hint'] as const

async function checkAll(files: readonly SourceFile[], folders: readonly string[]): Promise<Checked[]> {
  const plugins = await pluginsFor(folders)
  const runner = await startRunner()
  try {
    for (const { manifest, code } of plugins) {
      await runner.load({ id: manifest.id, code }).catch((error: unknown) => {
        if (error instanceof PluginFault)
          throw new Failure('CODE_INVALID', { detail: `${manifest.id}: ${error.message}` })
        throw error
      })
    }
    const checked: Checked[] = []
    for (const file of files)
      checked.push({ file, findings: await checkOnce(runner, file.format, file.text) })
    return checked
  } finally {
    await runner.stop()
  }
}

function asJson({ file, findings }: Checked) {
  const lines = new Lines(file.text)
  return findings.map(({ ruleId, severity, message, start, end, fingerprint, fixes }) => ({
    file: file.path,
    ruleId,
    severity,
    message,
    start: lines.placeOf(start),
    end: lines.placeOf(end),
    fingerprint,
    fixes: fixes.map(({ title }) => title),
  }))
}

function printPretty(checked: readonly Checked[], io: Io): void {
  for (const { file, findings } of checked) {
    const lines = new Lines(file.text)
    for (const finding of findings) io.out(pretty(file, finding, lines, io))
  }
  const all = checked.flatMap(({ findings }) => findings)
  const errors = all.filter(({ severity }) => severity === 'error' || severity === 'fault').length
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  const params = { files: checked.length, errors, warnings, others: all.length - errors - warnings }
  io.out(io.speech.say(all.length === 0 ? 'clean' : 'summary', params))
}

const colours = { fault: 'red', error: 'red', warning: 'yellow', info: 'blue', hint: 'grey' } as const

function pretty(file: SourceFile, finding: PlacedFinding, lines: Lines, io: Io): string {
  const { severity, ruleId, message, start, end, fixes } = finding
  const { line, column } = lines.placeOf(start)
  const fixable = fixes.length > 0 ? ` (${io.speech.say('fixable')}: ${fixes[0]?.title[io.speech.lang]})` : ''
  const head = `${paint(io, 'bold', `${file.path}:${line}:${column}`)} ${paint(io, colours[severity], severity)}`
  return `${head} ${message[io.speech.lang]}${fixable} ${paint(io, 'grey', ruleId)}\n${lines.marked(start, end)}\n`
}
