import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Format, LocalText } from '@lienthong/plugin-sdk'
import type { Proposed } from '../editing/proposed.ts'
import type { PluginSource } from '../engine/engine.ts'
import type { CheckRequest, CheckResult, OutlineRequest } from '../engine/finding.ts'
import { Given } from '../engine/given.ts'
import type { PluginHealth, PluginState } from '../engine/plugin-health.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import type { HelpRequest } from '../help/help-place.ts'
import type { ProposalRequest } from '../help/proposed-at.ts'
import type { SchemaContents } from '../inputs/schema-contents.ts'
import type { Outline } from '../outline/outline.ts'
import { type Limits, PluginFault } from '../sandbox/limits.ts'
import { runnerFolder } from './entry.ts'
import type { AskName, FromRunner, RunnerAsks, ToRunner } from './wire.ts'

/** How a runner is started and what it tells. */
export interface RunnerOptions {
  /** Overrides of the limits of every plugin. */
  readonly limits?: Partial<Limits>
  /** It gives way to everything else on the machine, other runners too. */
  readonly isInBackground?: boolean
  /** A plugin was put out of use, with the reason that people see. */
  readonly onPluginState?: (key: string, state: PluginState) => void
  /** The process ended without being told to. Start another and load the plugins again. */
  readonly onExit?: (reason: string) => void
}

/** There is no answer, and no plugin is to blame. */
export abstract class RunnerError extends Error {}

/** The runner ended before it answered. Nothing need be wrong with what was asked. */
export class RunnerGone extends RunnerError {
  override readonly name = 'RunnerGone'
}

/** A mistake in the runner's own code: asked the same it makes it again. It goes on with everything else. */
export class RunnerFailed extends RunnerError {
  override readonly name = 'RunnerFailed'

  /** `where`: the error's name, then the lines of its stack. */
  constructor(where: string) {
    super(`the checker failed: ${where.split('\n', 1)[0]}`)
    this.stack = where
  }
}

interface Pending {
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** A locked-down process of its own in which plugins run. */
export class Runner {
  private readonly pending = new Map<number, Pending>()
  /** What the process has been given. */
  private readonly given = new Given()
  private count = 0
  private isStopping = false

  constructor(
    private readonly child: ChildProcess,
    private readonly options: RunnerOptions,
  ) {
    child.on('message', message => this.receive(message as FromRunner))
    child.on('exit', (code, signal) => this.exited(`exit ${code ?? signal}`))
    child.on('error', error => this.exited(error.message))
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Takes a plugin into use and lists its rules. Throws PluginFault: the plugin does not load. */
  load(plugin: PluginSource): Promise<readonly RuleSummary[]> {
    return this.ask('load', plugin)
  }

  /** `key` is what it was loaded under. */
  async unload(key: string): Promise<void> {
    await this.ask('unload', { key })
  }

  /**
   * Checks a text; answers what changed since this document's last check. Throws RunnerGone, RunnerFailed: in either case nothing is
   * known of the document any more.
   */
  async check(request: CheckRequest): Promise<CheckResult> {
    const { order, handIn } = this.given.orderOf(request)
    // Messages arrive in their order: the check comes after what it names.
    const handedIn = handIn ? this.ask('handIn', handIn) : null
    try {
      const [result] = await Promise.all([this.ask('check', order), handedIn])
      return result
    } catch (error) {
      if (error instanceof RunnerFailed) await this.close(request.documentId)
      throw error
    }
  }

  /** What a text is made of and linked with, plugins aside. Throws RunnerGone, RunnerFailed. */
  outline(request: OutlineRequest): Promise<Outline> {
    return this.ask('outline', request)
  }

  /** What plugins say of the place that somebody points at; nothing in a document that was not checked. Throws RunnerGone, RunnerFailed. */
  explain(request: HelpRequest): Promise<LocalText[]> {
    return this.ask('explain', request)
  }

  /** What plugins propose where somebody writes; nothing in a document that was not checked. Throws RunnerGone, RunnerFailed. */
  propose(request: ProposalRequest): Promise<Proposed[]> {
    return this.ask('propose', request)
  }

  /** The rules that had their say when a document was checked last, by `plugin/rule`; none where a part of it cannot be read. Throws RunnerGone, RunnerFailed. */
  ran(documentId: string): Promise<readonly string[]> {
    return this.ask('ran', { documentId })
  }

  /** What a schema or script holds for others to look up. Throws RunnerGone. */
  contents(format: Format, text: string): Promise<SchemaContents> {
    return this.ask('contents', { format, text })
  }

  /** How each plugin does since it was loaded, by its key. */
  health(): Promise<Readonly<Record<string, PluginHealth>>> {
    return this.ask('health', null)
  }

  /** Forgets a document. */
  async close(documentId: string): Promise<void> {
    this.given.forget(documentId)
    await this.ask('close', { documentId })
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    this.isStopping = true
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.ref()
    const gone = new Promise(resolve => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await gone
  }

  private ask<Name extends AskName>(
    ask: Name,
    request: RunnerAsks[Name]['request'],
  ): Promise<RunnerAsks[Name]['answer']> {
    return new Promise((resolve, reject) => {
      const n = ++this.count
      this.keepAlive(true)
      this.pending.set(n, { resolve: answer => resolve(answer as RunnerAsks[Name]['answer']), reject })
      this.child.send({ n, ask, request } as ToRunner, error => {
        // Nobody is asked again who cannot hear.
        if (error) this.exited(error.message)
      })
    })
  }

  private receive(message: FromRunner): void {
    switch (message.kind) {
      case 'ready':
        return
      case 'answer':
        this.settle(message.n)?.resolve(message.answer)
        return
      case 'fault':
        this.settle(message.n)?.reject(new PluginFault(message.fault, message.detail))
        return
      case 'failed':
        this.settle(message.n)?.reject(new RunnerFailed(message.where))
        return
      case 'plugin':
        this.options.onPluginState?.(message.key, message.state)
        return
      default:
        message satisfies never
    }
  }

  private settle(n: number): Pending | undefined {
    const found = this.pending.get(n)
    this.pending.delete(n)
    if (this.pending.size === 0) this.keepAlive(false)
    return found
  }

  /** An idle runner does not keep its host's process from ending; one that owes an answer does. */
  keepAlive(isNeeded: boolean): void {
    if (isNeeded) this.child.ref()
    else this.child.unref()
    if (isNeeded) this.child.channel?.ref()
    else this.child.channel?.unref()
  }

  private exited(reason: string): void {
    for (const { reject } of this.pending.values()) reject(new RunnerGone(reason))
    this.pending.clear()
    if (this.isStopping) return
    this.isStopping = true
    this.options.onExit?.(reason)
  }
}

/** Heap of the runner's own code: parsed documents and findings. A document of 1 MB takes about 60 MB. */
const heapMb = 512

/** Starts a runner and waits until it is ready. It may read nothing but its own folder, has no environment and makes no code from strings. */
export const startRunner = async (options: RunnerOptions = {}): Promise<Runner> => {
  const folder = await runnerFolder()
  const child = fork(
    join(folder, 'main.mjs'),
    [JSON.stringify(options.limits ?? {}), options.isInBackground ? 'background' : ''],
    {
      env: {},
      execArgv: [
        ...permissionFlags(folder),
        '--disallow-code-generation-from-strings',
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
        `--max-old-space-size=${heapMb}`,
      ],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    },
  )
  const runner = new Runner(child, options)
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new RunnerGone(`the runner did not start (exit ${code})`)))
  })
  runner.keepAlive(false)
  return runner
}

/** Node's permission model: read one folder, write nothing, start threads but no process. From Node 25 it closes the network, too. */
const permissionFlags = (folder: string): string[] => {
  const [major = 20] = process.versions.node.split('.').map(Number)
  const model = major >= 24 ? '--permission' : '--experimental-permission'
  return [model, `--allow-fs-read=${folder}*`, '--allow-worker']
}
