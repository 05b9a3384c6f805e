import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readPlugin } from '../config/plugins.ts'
import { unwritable } from '../failure.ts'
import { sayIdle } from '../inputs/idle.ts'
import type { Io } from '../io.ts'
import { pathsOf } from './files.ts'
import { json } from './formats/json.ts'
import { junit } from './formats/junit.ts'
import { pretty } from './formats/pretty.ts'
import { sarif } from './formats/sarif.ts'
import { type CheckedGroup, checkGroup, groupsOf } from './group.ts'
import type { CheckReport } from './report.ts'
import { isAtLeast, type severities } from './severity.ts'

const formats = { pretty, json, sarif, junit } satisfies Record<
  string,
  (report: CheckReport, io: Io) => string | Promise<string>
>

export const formatNames = Object.keys(formats)

/** The options of `lienthong check`. */
export interface CheckOptions {
  readonly format: keyof typeof formats
  /** The file for the report, instead of the standard output. */
  readonly output?: string
  /** Folders of further plugins. */
  readonly plugin: readonly string[]
  readonly failOn: (typeof severities)[number]
}

/** `lienthong check`: 0 when nothing is as grave as `--fail-on`, else 1. A plugin that fails counts as the gravest. */
export async function check(patterns: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const { cwd } = io
  const further = await Promise.all(options.plugin.map(folder => readPlugin(resolve(cwd, folder))))
  const groups = await groupsOf(await pathsOf(patterns, cwd), cwd)
  const checked: CheckedGroup[] = []
  for (const group of groups) checked.push(await checkGroup(group, further, cwd))
  const report = reportOf(checked, options)
  await deliver(report, options, io)
  sayIdle(report.idle, io)
  const isBad = report.files.some(({ findings }) =>
    findings.some(({ severity }) => isAtLeast(severity, options.failOn)),
  )
  return isBad ? 1 : 0
}

const reportOf = (groups: readonly CheckedGroup[], { failOn }: CheckOptions): CheckReport => ({
  files: groups
    .flatMap(({ files }) => files)
    .sort((one, other) => (one.file.path < other.file.path ? -1 : 1)),
  rules: new Map(groups.flatMap(({ rules }) => [...rules])),
  idle: groups.flatMap(({ idle }) => idle),
  failOn,
})

/** Errors: FILE_UNWRITABLE. */
async function deliver(report: CheckReport, { format, output }: CheckOptions, io: Io): Promise<void> {
  if (output === undefined) return io.out(await formats[format](report, io))
  const text = await formats[format](report, { ...io, isColourful: false })
  await writeFile(resolve(io.cwd, output), `${text}\n`).catch(unwritable(output))
  io.out(io.speech.say('wroteFile', { file: output }))
}
