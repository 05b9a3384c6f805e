import {
  type CheckRequest,
  type CheckResult,
  PluginFault,
  type PluginHealth,
  type PluginState,
  type RuleSettings,
  type RuleSummary,
  type Runner,
  RunnerGone,
  type SchemaContents,
  startRunner,
} from '@lienthong/plugin-engine'
import {
  type DocumentFormat,
  type DocumentId,
  type OrganisationId,
  type RuleLayer,
  settingsFrom,
} from '@lienthong/protocol'
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common'
import pLimit from 'p-limit'
import { sha256Of } from '../database/sha256.ts'
import { runningAt } from '../registry/organisation-paths.service.ts'
import { PluginChanges } from '../registry/plugin-changes.service.ts'
import { keyOf, PluginStore, type VersionInUse } from '../registry/plugin-store.service.ts'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'
import { refusalOf } from '../transport/refusal.ts'
import { isIn, stateOf } from './plugin-states.ts'
import { gistOf } from './version-gist.ts'

/** A check that takes longer is stuck: opening a document of a megabyte takes seconds, on a busy machine tens of seconds. */
const checkTimeoutMs = 120_000

/** Who is slow holds up nobody else: what the others found is shown after so long, the rest when it comes. */
export const patienceMs = 100

/** As many documents are with the runner at once: it has no use for more, and what waited there would be old when its turn comes. */
const checksAtOnce = 4

/** Who answers about documents. */
type Answering = Pick<Runner, 'outline' | 'explain' | 'propose' | 'ran'>

/** A document to check, with the plugins of its owner and the rules as the layers say. */
export interface Checking extends Omit<CheckRequest, 'rules' | 'plugins'>, Circumstances {}

/** What is known of a version that should run. */
export interface LoadedPlugin extends VersionInUse {
  readonly rules: readonly RuleSummary[]
  readonly state: PluginState
}

/** What decides which plugins check a document, and how. */
export interface Circumstances {
  readonly layers: readonly RuleLayer[]
  /** Its owner and everything above, the root first. */
  readonly organisationPath: readonly OrganisationId[]
}

/** Keeps one runner process while it is needed: started at the first question, started again when it ends. */
@Injectable()
export class RunnerHost implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private runner: Promise<Runner> | null = null
  /** By `id@version`, which is also what the runner knows them by. */
  private readonly loaded = new Map<string, LoadedPlugin>()
  private readonly listeners: (() => void)[] = []
  private readonly logger = new Logger('Validation')
  private isStopping = false
  private turn: Promise<unknown> = Promise.resolve()
  private readonly turns = pLimit(checksAtOnce)
  private readonly questions = pLimit(checksAtOnce)

  constructor(
    private readonly store: PluginStore,
    private readonly changes: PluginChanges,
    private readonly inputs: RuleInputsService,
  ) {}

  onModuleInit(): void {
    this.changes.onChange(id => this.refresh(id))
  }

  /** Every version in use with its rules and state. */
  async plugins(): Promise<readonly LoadedPlugin[]> {
    await this.started()
    return [...this.loaded.values()]
  }

  /** Calls when other plugins run than before: findings everywhere may be other than they were. */
  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  /** Brings what runs of a plugin to what is stored. In turn, so that what is stored last runs at last. */
  private refresh(id: string): Promise<void> {
    return this.inTurn(async () => {
      const runner = await this.started()
      const versions = await this.store.inUse(id)
      const taken = await Promise.all(versions.map(version => this.take(runner, version)))
      const before = [...this.loaded.keys()].filter(key => this.loaded.get(key)?.manifest.id === id)
      // At once: no check may see two versions of it, or none.
      for (const key of before) this.loaded.delete(key)
      for (const plugin of taken) this.loaded.set(keyOf(plugin.manifest), plugin)
      this.told()
      for (const key of before) if (!this.loaded.has(key)) await runner.unload(key)
    }).catch(ignoreGone)
  }

  /** What other nodes said may have been lost: brings what runs to what is stored. */
  async catchUp(): Promise<void> {
    if (!this.runner) return
    const stored = await this.store.inUse()
    const ids = new Set([...stored, ...this.loaded.values()].map(({ manifest }) => manifest.id))
    for (const id of ids)
      if (gistOf(id, stored) !== gistOf(id, [...this.loaded.values()])) await this.refresh(id)
  }

  /**
   * Checks what `read` answers when its turn comes; null if that is nothing any more. Throws RunnerGone: ask again, another runner
   * starts; it knows nothing of the document yet.
   */
  check(read: () => Checking | null): Promise<CheckResult | null> {
    return this.turns(async () => {
      const runner = await this.started()
      const inputs = await this.inputs.current()
      const checking = read()
      return checking && this.checkWith(runner, { ...checking, inputs })
    })
  }

  /** What one plugin finds in a text, looked at once; null where it does not run on the document. Throws RunnerGone. */
  async findingsOf(
    id: string,
    { layers: _, organisationPath, ...request }: Checking,
    rulesOf: (plugin: LoadedPlugin) => RuleSettings,
  ): Promise<CheckResult | null> {
    const runner = await this.started()
    const running = runningAt(organisationPath, [...this.loaded.values()])
    const plugin = running.find(({ manifest, state }) => manifest.id === id && state.kind === 'running')
    if (!plugin) return null
    const checked = { ...request, plugins: [keyOf(plugin.manifest)], rules: rulesOf(plugin) }
    try {
      return await this.watched(runner, request.documentId, () => runner.check(checked))
    } finally {
      await runner.close(request.documentId).catch(ignoreGone)
    }
  }

  /** How each version in use does, by `id@version`, since it was loaded. */
  async health(): Promise<Readonly<Record<string, PluginHealth>>> {
    return (await this.started()).health()
  }

  /** Asks about a document what is no check, a few questions at a time. Throws RunnerGone: ask again, another runner starts. */
  ask<T>(documentId: DocumentId, question: (runner: Answering) => Promise<T>): Promise<T> {
    return this.questions(async () => {
      const runner = await this.started()
      return this.watched(runner, documentId, () => question(runner))
    })
  }

  /** What a schema or script holds for others to look up. Throws RunnerGone. */
  async contents(format: DocumentFormat, text: string): Promise<SchemaContents> {
    return (await this.started()).contents(format, text)
  }

  private checkWith(
    runner: Runner,
    { layers, organisationPath, ...request }: Checking,
  ): Promise<CheckResult> {
    const manifests = runningAt(organisationPath, [...this.loaded.values()]).map(({ manifest }) => manifest)
    return this.watched(runner, request.documentId, () =>
      runner.check({
        ...request,
        plugins: manifests.map(keyOf),
        rules: settingsFrom(layers, manifests),
        patienceMs,
      }),
    )
  }

  private async watched<T>(runner: Runner, documentId: string, ask: () => Promise<T>): Promise<T> {
    const watch = setTimeout(() => {
      this.logger.error({ msg: 'the runner is stuck', documentId })
      this.gone('stuck')
      void runner.stop()
    }, checkTimeoutMs)
    try {
      return await ask()
    } finally {
      clearTimeout(watch)
    }
  }

  /** Forgets a document. */
  async close(documentId: string): Promise<void> {
    const runner = await this.runner?.catch(() => null)
    await runner?.close(documentId).catch(ignoreGone)
  }

  /** The process's id while there is one. */
  async pid(): Promise<number | undefined> {
    return (await this.runner)?.pid
  }

  /** A quarantine that was just found is still written down. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.turn
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true
    const runner = await this.runner?.catch(() => null)
    await runner?.stop()
  }

  private started(): Promise<Runner> {
    if (this.isStopping) return Promise.reject(new RunnerGone('the server is stopping'))
    this.runner ??= this.start().catch((error: unknown) => {
      this.runner = null
      throw error
    })
    return this.runner
  }

  private async start(): Promise<Runner> {
    const runner = await startRunner({
      onPluginState: (key, state) => this.stateChanged(key, state),
      onExit: reason => this.gone(reason),
    })
    this.loaded.clear()
    for (const version of await this.store.inUse())
      this.loaded.set(keyOf(version.manifest), await this.take(runner, version))
    return runner
  }

  /** Loads a version, unless it is loaded in this very state. */
  private async take(runner: Runner, version: VersionInUse): Promise<LoadedPlugin> {
    const { manifest, quarantine } = version
    const key = keyOf(manifest)
    const before = this.loaded.get(key)
    if (before?.manifest.sha256 === manifest.sha256 && isIn(before.state, quarantine))
      return { ...before, ...version }
    try {
      const code = await this.store.codeOf(manifest)
      if (sha256Of(code) !== manifest.sha256)
        throw new PluginFault('not-a-plugin', 'the stored code does not match sha256 of the manifest')
      const rules = await runner.load({ id: manifest.id, key, code, quarantine })
      return { ...version, rules, state: stateOf(quarantine) }
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error
      // It has seen no document yet: what it says is its own.
      this.logger.warn({
        msg: 'a plugin does not load',
        plugin: key,
        reason: `${error.kind}: ${error.message}`,
      })
      await runner.unload(key)
      return { ...version, rules: before?.rules ?? [], state: stateOf(error.kind) }
    }
  }

  private stateChanged(key: string, state: PluginState): void {
    const before = this.loaded.get(key)
    if (!before || state.kind === 'running') return
    const { reason, rule } = state
    this.logger.warn({ msg: 'a plugin is out of use', plugin: key, reason, rule })
    this.loaded.set(key, { ...before, state, quarantine: reason })
    this.inTurn(() => this.changes.quarantine(before.manifest, reason)).catch((error: unknown) =>
      refusalOf(error, 'validation'),
    )
    this.told()
  }

  private told(): void {
    for (const listener of this.listeners) listener()
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.turn.then(run)
    this.turn = result.catch(() => undefined)
    return result
  }

  private gone(reason: string): void {
    this.logger.error({ msg: 'the runner ended', reason })
    this.runner = null
  }
}

const ignoreGone = (error: unknown): void => {
  if (!(error instanceof RunnerGone)) throw error
}
