import { dirname, resolve } from 'node:path'
import type { RuleSummary } from '@lienthong/plugin-engine'
import { Config, configFor } from '../config/config.ts'
import type { IdleRule } from '../inputs/idle.ts'
import type { PackedPlugin } from '../plugin/packed-plugin.ts'
import { Checker } from './checker.ts'
import { readSource } from './files.ts'
import type { CheckedFile } from './report.ts'

/** Files under one configuration. */
export interface Group {
  readonly config: Config
  readonly paths: readonly string[]
}

/** What was found in a group, and the rules that it was checked with. */
export interface CheckedGroup {
  readonly files: readonly CheckedFile[]
  readonly rules: ReadonlyMap<string, RuleSummary>
  readonly idle: readonly IdleRule[]
}

/** Puts each file under the configuration nearest above it; leaves out what that one ignores. Errors: those of reading a configuration. */
export async function groupsOf(paths: readonly string[], cwd: string): Promise<Group[]> {
  const byConfig = new Map<string, string[]>()
  for (const path of paths) {
    const file = configFor(dirname(resolve(cwd, path))) ?? ''
    byConfig.set(file, [...(byConfig.get(file) ?? []), path])
  }
  return Promise.all(
    [...byConfig].map(async ([file, members]) => {
      const config = file === '' ? Config.none : await Config.read(file, cwd)
      return { config, paths: members.filter(path => !config.isIgnored(resolve(cwd, path))) }
    }),
  )
}

/**
 * Checks a group with the plugins of its configuration and with further ones, which no lock speaks of. Errors: those of
 * reading plugins, files and inputs, PLUGIN_NOT_LOCKED, PLUGIN_CHANGED, RULE_UNKNOWN, RULE_OPTIONS_INVALID, CHECKER_GONE.
 */
export async function checkGroup(
  { config, paths }: Group,
  further: readonly PackedPlugin[],
  cwd: string,
): Promise<CheckedGroup> {
  const sources = await Promise.all(paths.map(path => readSource(path, cwd)))
  const checker = await Checker.start(config, further)
  try {
    const files: CheckedFile[] = []
    for (const file of sources) files.push({ file, findings: await checker.check(file, cwd) })
    return { files, rules: checker.rules, idle: sources.flatMap(file => checker.idleOn(file, cwd)) }
  } finally {
    await checker.stop()
  }
}
