import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { PluginSource } from '../engine/engine.ts'
import type { CheckRequest, CheckResult } from '../engine/finding.ts'
import type { PluginState } from '../engine/open-plugin.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import { type Limits, PluginFault } from '../sandbox/limits.ts'
import { runnerFolder } from './entry.ts'
import type { AskName, FromRunner, RunnerAsks, ToRunner } from './wire.ts'

/** How a runner is started and what it tells. */
export interface RunnerOptions {
  /** Overrides of the limits of every plugin. */
  readonly limits?: Partial<Limits>
  /** A plugin was put out of use, with the reason that people see. */
  readonly onPluginState?: (id: string, state: PluginState) => void
  /** The process ended without being told to. Start another and load the plugins again. */
  readonly onExit?: (reason: string) => void
}

/** The runner ended before it answered. Nothing is wrong with what was asked. */
export class RunnerGone extends Error {
  override readonly name = 'RunnerGone'
}

interface Pending {
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** A locked-down process of its own in which plugins run. */
export class Runner {
  private readonly pending = new Map<number, Pending>()
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

  /** Tries a plugin out and lists its rules; no document is checked with it. Throws PluginFault: the plugin does not load. */
  describe(plugin: PluginSource): Promise<readonly RuleSummary[]> {
    return this.ask('describe', plugin)
  }

  async unload(id: string): Promise<void> {
    await this.ask('unload', { id })
  }

  /** Checks a text against all plugins; answers what changed since this document's last check. Throws RunnerGone. */
  check(request: CheckRequest): Promise<CheckResult> {
    return this.ask('check', request)
  }

  /** Forgets a document. */
  async close(documentId: string): Promise<void> {
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
        if (error) this.settle(n)?.reject(new RunnerGone(error.message))
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
      case 'plugin':
        this.options.onPluginState?.(message.id, message.state)
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
  const child = fork(join(folder, 'main.mjs'), [JSON.stringify(options.limits ?? {})], {
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
  })
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
