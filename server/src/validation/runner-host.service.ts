import {
  type CheckRequest,
  type CheckResult,
  PluginFault,
  type PluginState,
  type RuleSummary,
  type Runner,
  RunnerGone,
  startRunner,
} from '@lienthong/plugin-engine'
import type { PluginManifest } from '@lienthong/protocol'
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { refusalOf } from '../transport/refusal.ts'
import { sha256Of } from './first-party.ts'
import { PluginChanges } from './plugin-changes.service.ts'
import { type ActivePlugin, PluginStore } from './plugin-store.service.ts'

/** A check that takes longer is stuck: opening a document of a megabyte takes seconds, on a busy machine tens of seconds. */
const checkTimeoutMs = 120_000

/** What is known of a plugin that should run. */
export interface LoadedPlugin {
  readonly manifest: PluginManifest
  readonly rules: readonly RuleSummary[]
  readonly state: PluginState
}

/** Keeps one runner process while it is needed: started at the first question, started again when it ends. */
@Injectable()
export class RunnerHost implements BeforeApplicationShutdown, OnApplicationShutdown {
  private runner: Promise<Runner> | null = null
  private readonly loaded = new Map<string, LoadedPlugin>()
  private readonly quarantineListeners: (() => void)[] = []
  private readonly logger = new Logger('Validation')
  private isStopping = false
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly store: PluginStore,
    private readonly changes: PluginChanges,
  ) {}

  /** Every plugin in use with its rules and state. */
  async plugins(): Promise<ReadonlyMap<string, LoadedPlugin>> {
    await this.started()
    return this.loaded
  }

  /** Calls when a plugin was put out of use: findings everywhere are other than they were. */
  onQuarantine(listener: () => void): void {
    this.quarantineListeners.push(listener)
  }

  /** Loads a plugin without checking anything with it; answers why it does not load. */
  async tryOut(id: string, code: string): Promise<string | null> {
    const runner = await this.started()
    try {
      await runner.describe({ id, code })
      return null
    } catch (error) {
      return faultOf(error)
    }
  }

  /** Brings what runs to what is stored: a version, a quarantine, a removal. In turn, so that what is stored last runs at last. */
  refresh(id: string): Promise<void> {
    return this.inTurn(async () => {
      const runner = await this.started()
      const plugin = (await this.store.active()).find(({ manifest }) => manifest.id === id)
      if (plugin) return this.take(runner, plugin)
      this.loaded.delete(id)
      await runner.unload(id)
    }).catch(ignoreGone)
  }

  /** Throws RunnerGone: ask again, another runner starts; it knows nothing of the document yet. */
  async check(request: CheckRequest): Promise<CheckResult> {
    const runner = await this.started()
    const watch = setTimeout(() => {
      this.logger.error({ msg: 'the runner is stuck', documentId: request.documentId })
      this.gone('stuck')
      void runner.stop()
    }, checkTimeoutMs)
    try {
      return await runner.check(request)
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
      onPluginState: (id, state) => this.stateChanged(id, state),
      onExit: reason => this.gone(reason),
    })
    for (const plugin of await this.store.active()) await this.take(runner, plugin)
    return runner
  }

  private async take(runner: Runner, { manifest, code, quarantine }: ActivePlugin): Promise<void> {
    const { id } = manifest
    try {
      if (sha256Of(code) !== manifest.sha256)
        throw new PluginFault('not-a-plugin', 'the stored code does not match sha256 of the manifest')
      const rules = await runner.load({ id, code, quarantine })
      this.loaded.set(id, { manifest, rules, state: stateOf(quarantine) })
    } catch (error) {
      const reason = faultOf(error)
      this.logger.warn({ msg: 'a plugin does not load', plugin: id, reason })
      this.loaded.set(id, { manifest, rules: this.loaded.get(id)?.rules ?? [], state: stateOf(reason) })
      await runner.unload(id)
    }
  }

  private stateChanged(id: string, state: PluginState): void {
    const before = this.loaded.get(id)
    if (!before || state.kind === 'running') return
    this.logger.warn({ msg: 'a plugin is out of use', plugin: id })
    this.loaded.set(id, { ...before, state })
    this.inTurn(() => this.changes.quarantine(before.manifest, state.reason)).catch((error: unknown) =>
      refusalOf(error, 'validation'),
    )
    for (const listener of this.quarantineListeners) listener()
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

const stateOf = (quarantine: string | null): PluginState =>
  quarantine === null ? { kind: 'running' } : { kind: 'quarantined', reason: quarantine }

/** In words why a plugin does not load; what is not its fault is thrown on. */
const faultOf = (error: unknown): string => {
  if (!(error instanceof PluginFault)) throw error
  return `${error.kind}: ${error.message}`
}

const ignoreGone = (error: unknown): void => {
  if (!(error instanceof RunnerGone)) throw error
}
