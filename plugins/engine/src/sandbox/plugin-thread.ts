import { Worker } from 'node:worker_threads'
import type { Code } from './instance.ts'
import { budgetFor, loadFactor, PluginFault } from './limits.ts'
import type { ThreadAnswer, ThreadAsk, ThreadData } from './thread-wire.ts'

/** JavaScript heap of a thread beside QuickJS's own memory: messages and our code. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 }
/** A thread that does not even start on a machine this busy is broken. */
const startTimeoutMs = 10_000

/** A step as JSON, and how many characters of it are handled at once. */
interface Step {
  readonly json: string
  readonly weight: number
}

/** A step's answer, not yet believed. `isWhole` says that it speaks of every unit. */
interface Answer {
  readonly text: string
  readonly isWhole: boolean
}

/**
 * One plugin in a thread of its own. Asks are answered in turn. After a fault the instance inside is new and knows no
 * document; a thread that does not answer in time is ended and replaced.
 */
export class PluginThread {
  private worker: Worker | null = null
  private queue: Promise<unknown> = Promise.resolve()
  private isClosed = false
  /** Documents whose steps so far the instance knows. */
  private readonly known = new Set<string>()

  constructor(
    private readonly entry: URL,
    private readonly data: ThreadData,
    private readonly code: Code,
  ) {}

  /** Loads the plugin; answers its rules' meta data as JSON. Throws PluginFault. */
  load(): Promise<string> {
    return this.inTurn(() => this.start())
  }

  /** Hands a step in, whole where the instance does not know the document. Throws PluginFault. */
  step(document: string, make: (isWhole: boolean) => Step): Promise<Answer> {
    return this.inTurn(async () => {
      if (!this.worker) await this.start()
      const isWhole = !this.known.has(document)
      const step = make(isWhole)
      const text = isWhole ? null : await this.ask(stepAsk(document, step), step.weight)
      if (isWhole) return this.whole(document, step)
      return text === null ? this.whole(document, make(true)) : { text, isWhole }
    })
  }

  /** Goes on with the last step; null when the instance has forgotten it. */
  more(document: string, weight: number): Promise<string | null> {
    return this.inTurn(async () =>
      this.known.has(document) ? this.ask(stepAsk(document, { json: '', weight }), weight) : null,
    )
  }

  close(document: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.known.delete(document)) await this.ask({ kind: 'close', document }, 0)
    })
  }

  async stop(): Promise<void> {
    this.isClosed = true
    await this.end()
  }

  private async start(): Promise<string> {
    await this.end()
    if (this.isClosed) throw new PluginFault('not-a-plugin', 'unloaded')
    const worker = new Worker(this.entry, { workerData: this.data, resourceLimits, env: {}, stdin: false })
    worker.on('error', () => undefined)
    this.worker = worker
    const ready = await this.answerOf(worker, startTimeoutMs)
    if ('fault' in ready) throw new Error(`the thread did not start: ${ready.detail}`)
    return (await this.ask({ kind: 'load', code: this.code }, this.code.plugin.length, loadFactor)) ?? ''
  }

  private async whole(document: string, step: Step): Promise<Answer> {
    await this.ask({ kind: 'open', document }, this.code.plugin.length, loadFactor)
    this.known.add(document)
    const text = (await this.ask(stepAsk(document, step), step.weight)) ?? ''
    return { text, isWhole: true }
  }

  private async ask(ask: ThreadAsk, characters: number, factor = 1): Promise<string | null> {
    const { worker } = this
    if (!worker) throw new PluginFault('not-a-plugin', 'unloaded')
    const { limits } = this.data
    const answer = this.answerOf(worker, budgetFor(limits, characters) * limits.hardFactor * factor)
    worker.postMessage(ask)
    const reply = await answer
    if ('ok' in reply) return reply.ok
    this.known.clear()
    if (reply.fault === 'too-slow' && reply.detail === hung) await this.end()
    throw new PluginFault(reply.fault, reply.detail)
  }

  private answerOf(worker: Worker, timeoutMs: number): Promise<ThreadAnswer> {
    return new Promise(resolve => {
      const finish = (answer: ThreadAnswer) => {
        clearTimeout(timer)
        worker.off('message', finish)
        worker.off('error', failed)
        worker.off('exit', failed)
        resolve(answer)
      }
      const failed = (reason: unknown) => {
        if (this.worker === worker) this.worker = null
        const detail = reason instanceof Error ? reason.message : 'the thread ended'
        finish({ fault: 'too-much-memory', detail })
      }
      const timer = setTimeout(() => finish({ fault: 'too-slow', detail: hung }), timeoutMs)
      worker.on('message', finish)
      worker.on('error', failed)
      worker.on('exit', failed)
    })
  }

  private async end(): Promise<void> {
    const { worker } = this
    this.worker = null
    this.known.clear()
    await worker?.terminate()
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(run, run)
    this.queue = turn.catch(() => undefined)
    return turn
  }
}

const hung = 'it could not be interrupted'

const stepAsk = (document: string, { json, weight }: Step): ThreadAsk => ({
  kind: 'step',
  document,
  json,
  weight,
})
