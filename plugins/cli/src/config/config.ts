import { dirname, relative, sep } from 'node:path'
import { guessOf, optionsProblem, type RuleSettings, type RuleSummary } from '@lienthong/plugin-engine'
import { type PluginManifest, settingOf, settingsFrom } from '@lienthong/protocol'
import picomatch from 'picomatch'
import { Failure } from '../failure.ts'
import { nearest } from '../root.ts'
import { configName } from './names.ts'
import type { ConfigFile } from './schema.ts'
import { ConfigSource } from './source.ts'

/** The nearest configuration file in a folder or above it. */
export const configFor = (folder: string): string | undefined => nearest(folder, configName)

/** What a configuration file says of plugins, rules and files; without a file, what holds then. */
export class Config {
  private constructor(
    /** Where its paths start; null without a file. */
    readonly folder: string | null,
    private readonly content: ConfigFile,
    /** `file:line:column` of a part. */
    readonly placeOf: (path: readonly PropertyKey[]) => string,
  ) {}

  /** What holds without a file: the rule sets of the product as they recommend. */
  static readonly none = new Config(null, {}, () => '')

  /** Errors: FILE_UNREADABLE, CONFIG_INVALID, CONFIG_KEY_UNKNOWN. */
  static async read(file: string, cwd: string): Promise<Config> {
    const source = await ConfigSource.read(file, relative(cwd, file).split(sep).join('/'))
    return new Config(dirname(file), source.content, path => source.placeOf(path))
  }

  /** Null: the rule sets of the product. */
  get plugins(): readonly string[] | null {
    return this.content.plugins ?? null
  }

  /** The file with what rules look up. */
  get inputs(): string | null {
    return this.content.inputs ?? null
  }

  /** Code of the database that the files belong to. */
  get database(): string | null {
    return this.content.database ?? null
  }

  isIgnored(file: string): boolean {
    return this.matches(this.content.ignores ?? [], file)
  }

  /** How rules run on a file: as the set says that was named last for it, then as the rules that are named for it say. */
  settingsFor(file: string, manifests: readonly PluginManifest[]): RuleSettings {
    const layers = [
      this.content,
      ...(this.content.overrides ?? []).filter(({ files }) => this.matches(files, file)),
    ]
    return settingsFrom(layers, manifests)
  }

  /** Errors: RULE_UNKNOWN, RULE_OPTIONS_INVALID. */
  requireFitting(rules: ReadonlyMap<string, RuleSummary>): void {
    const layers = [
      { at: ['rules'], rules: this.content.rules },
      ...(this.content.overrides ?? []).map(({ rules }, index) => ({
        at: ['overrides', index, 'rules'],
        rules,
      })),
    ]
    for (const { at, rules: chosen = {} } of layers)
      for (const [id, choice] of Object.entries(chosen)) {
        const place = this.placeOf([...at, id])
        const rule = rules.get(id)
        if (!rule)
          throw new Failure('RULE_UNKNOWN', { place, rule: id, guess: guessOf(id, [...rules.keys()]) })
        const problem = optionsProblem(rule, settingOf(choice).options ?? {})
        if (problem) throw new Failure('RULE_OPTIONS_INVALID', { place, rule: id, ...problem })
      }
  }

  private matches(globs: readonly string[], file: string): boolean {
    if (this.folder === null || globs.length === 0) return false
    return picomatch.isMatch(relative(this.folder, file).split(sep).join('/'), [...globs], { dot: true })
  }
}
