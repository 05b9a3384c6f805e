import { resolve } from 'node:path'
import {
  engineId,
  engineRules,
  type Gathering,
  type RuleSettings,
  type RuleSummary,
  type Runner,
  startRunner,
} from '@lienthong/plugin-engine'
import { CheckedDocument, type PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { PluginManifest, RuleInputs } from '@lienthong/protocol'
import type { Config } from '../config/config.ts'
import { requireLocked } from '../config/lock.ts'
import { pluginsOf } from '../config/plugins.ts'
import { inputsOf, inputsStamp } from '../inputs/file.ts'
import { type IdleRule, idleRules } from '../inputs/idle.ts'
import type { PackedPlugin } from '../plugin/packed-plugin.ts'
import type { SourceFile } from './files.ts'
import { gatheringFor, type TextInEditor } from './linked-files.ts'
import { loadInto } from './loading.ts'
import { failureOf, OpenFile } from './open-file.ts'

/** A runner with the plugins of a configuration. Stop it. */
export class Checker {
  private constructor(
    private readonly runner: Runner,
    private readonly config: Config,
    private readonly manifests: readonly PluginManifest[],
    /** By `plugin/rule`, the engine's own among them. */
    readonly rules: ReadonlyMap<string, RuleSummary>,
    private given: RuleInputs,
    private stamp: string,
  ) {}

  /** What rules may look up. */
  get inputs(): RuleInputs {
    return this.given
  }

  /**
   * With further plugins, which no lock speaks of. Errors: those of reading plugins and inputs, PLUGIN_NOT_LOCKED, PLUGIN_CHANGED, RULE_UNKNOWN,
   * RULE_OPTIONS_INVALID, CHECKER_GONE.
   */
  static async start(config: Config, further: readonly PackedPlugin[] = []): Promise<Checker> {
    const named = await pluginsOf(config)
    if (config.folder) await requireLocked(config.folder, named)
    const plugins = [...named, ...further]
    const stamp = await inputsStamp(config)
    const inputs = await inputsOf(config)
    const runner = await startRunner()
    try {
      const rules = new Map<string, RuleSummary>(
        Object.values(engineRules).map(rule => [`${engineId}/${rule.id}`, rule]),
      )
      for (const plugin of plugins)
        for (const [id, rule] of await loadInto(runner, plugin)) rules.set(id, rule)
      config.requireFitting(rules)
      const manifests = plugins.map(({ manifest }) => manifest)
      return new Checker(runner, config, manifests, rules, inputs, stamp)
    } catch (error) {
      await runner.stop()
      throw failureOf(error)
    }
  }

  /** For whoever keeps it open: what rules look up is read anew if its file has changed. Errors: those of reading it, again until it can be read. */
  async renew(): Promise<void> {
    const stamp = await inputsStamp(this.config)
    if (stamp === this.stamp) return
    this.given = await inputsOf(this.config)
    this.stamp = stamp
  }

  /** Of what a file refers to: in the configuration's folder, in `cwd` where there is none. */
  gatheringFor({ path }: Pick<SourceFile, 'path'>, cwd: string, open?: TextInEditor): Gathering {
    return gatheringFor(resolve(cwd, path), this.config.folder ?? cwd, open)
  }

  /** Findings in document order. Errors: CHECKER_GONE. */
  async check(file: SourceFile, cwd: string): Promise<PlacedFinding[]> {
    const open = this.open(file, cwd)
    const findings = await open.check(file.text, this.gatheringFor(file, cwd))
    await open.close()
    return findings
  }

  /** A file that is checked again as its text changes. Close it. */
  open(file: Omit<SourceFile, 'text'>, cwd: string): OpenFile {
    return new OpenFile(new CheckedDocument(this.runner), file.format, () => ({
      rules: this.settingsFor(file, cwd),
      inputs: this.inputs,
      database: this.config.database,
    }))
  }

  /** The rules that could have said something of a file, but do not run because an input is missing. */
  idleOn(file: SourceFile, cwd: string): IdleRule[] {
    return idleRules(this.rules, file, this.settingsFor(file, cwd), this.inputs, this.config.database)
  }

  private settingsFor({ path }: Pick<SourceFile, 'path'>, cwd: string): RuleSettings {
    return this.config.settingsFor(resolve(cwd, path), this.manifests)
  }

  stop(): Promise<void> {
    return this.runner.stop()
  }
}
