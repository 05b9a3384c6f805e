import type { InputData } from '@lienthong/plugin-sdk'
import type { HelpAsk } from '../guest/wire.ts'
import { isSameData } from '../inputs/input-names.ts'
import { Cost } from './cost.ts'
import type { Code } from './instance.ts'
import { budgetFor, type Limits, loadFactor, PluginFault } from './limits.ts'
import type { ThreadAnswer, ThreadAsk } from './thread-wire.ts'

/** A thread that does not even start on a machine this busy is broken. */
const startTimeoutMs = 30_000

/** A thread of the host's, whatever the host is. It says that it is ready with an answer to nothing. */
export interface Thread {
  ask(ask: ThreadAsk): void
  /** Ends it, also in the middle of what cannot be interrupted. */
  end(): Promise<void>
}

/** Who hears what a thread has to say. */
export interface Hearer {
  answered(answer: ThreadAnswer): void
  /** It broke or ended by itself. */
  gone(reason: string): void
}

export type StartThread = (limits: Limits, hearer: Hearer) => Thread

/** A step, or a part of it, as JSON, and how many characters of it are handled at once. */
export interface Step {
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
  private thread: Thread | null = null
  /** Who waits for the thread's next answer; its questions are asked one by one. */
  private waiting: ((answer: ThreadAnswer) => void) | null = null
  private queue: Promise<unknown> = Promise.resolve()
  private isClosed = false
  /** Documents whose steps so far the instance knows. */
  private readonly known = new Set<string>()
  /** What the thread's rules can look up. */
  private inputs: InputData = {}
  readonly cost = new Cost()

  constructor(
    private readonly startThread: StartThread,
    private readonly limits: Limits,
    private readonly code: Code,
  ) {}

  /** Loads the plugin; answers the meta data of its parts as JSON. Throws PluginFault. */
  load(): Promise<string> {
    return this.inTurn(() => this.start())
  }

  /** Hands a step in, whole where the instance does not know the document, and the inputs where they are other than before. Throws PluginFault. */
  step(document: string, inputs: InputData, make: (isWhole: boolean) => readonly Step[]): Promise<Answer> {
    return this.inTurn(async () => {
      if (!this.thread) await this.start()
      await this.handIn(inputs)
      const isWhole = !this.known.has(document)
      const parts = make(isWhole)
      const text = isWhole ? null : await this.askAll(document, parts)
      if (isWhole) return this.whole(document, parts)
      return text === null ? this.whole(document, make(true)) : { text, isWhole }
    })
  }

  /** Goes on with the last step, at a unit that is near; null when the instance has forgotten it. */
  more(document: string, near: string, weight: number): Promise<string | null> {
    return this.inTurn(async () =>
      this.known.has(document) ? this.ask({ kind: 'more', document, near, weight }, weight) : null,
    )
  }

  /**
   * Asks which places of the document, as the last step left it, something is said of, and then about those that `choose` takes from the
   * answer, which is not yet believed; an empty list where it takes none. Null when the instance has forgotten the document. Throws PluginFault.
   */
  help(
    document: string,
    places: HelpAsk,
    weight: number,
    choose: (answer: string) => readonly number[],
  ): Promise<string | null> {
    return this.inTurn(async () => {
      const ask = (question: HelpAsk) =>
        this.ask({ kind: 'help', document, json: JSON.stringify(question), weight }, weight)
      const answer = this.known.has(document) ? await ask(places) : null
      if (answer === null) return null
      const chosen = choose(answer)
      return chosen.length === 0 ? '[]' : ask({ ask: 'said', chosen })
    })
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
    const thread = this.startThread(this.limits, {
      answered: answer => {
        if (this.thread === thread) this.waiting?.(answer)
      },
      gone: reason => {
        if (this.thread === thread) this.leave(reason)
      },
    })
    this.thread = thread
    const ready = await this.answer(startTimeoutMs)
    if ('fault' in ready) throw new Error(`the thread did not start: ${ready.detail}`)
    return (await this.ask({ kind: 'load', code: this.code }, this.code.plugin.length, loadFactor)) ?? ''
  }

  private async handIn(inputs: InputData): Promise<void> {
    if (isSameData(this.inputs, inputs)) return
    await this.ask({ kind: 'inputs', data: inputs }, inputCharacters)
    this.inputs = inputs
  }

  private async whole(document: string, parts: readonly Step[]): Promise<Answer> {
    const characters = parts.reduce((sum, { json }) => sum + json.length, 0)
    await this.ask({ kind: 'open', document, characters }, this.code.plugin.length, loadFactor)
    this.known.add(document)
    const text = (await this.askAll(document, parts)) ?? ''
    return { text, isWhole: true }
  }

  /** The answer to the last part; null when the instance has forgotten the document. */
  private async askAll(document: string, parts: readonly Step[]): Promise<string | null> {
    let answer: string | null = null
    for (const part of parts) {
      answer = await this.ask(stepAsk(document, part), part.weight)
      if (answer === null) return null
    }
    return answer
  }

  private async ask(ask: ThreadAsk, characters: number, factor = 1): Promise<string | null> {
    const { thread, limits } = this
    if (!thread) throw new PluginFault('not-a-plugin', 'unloaded')
    const answer = this.answer(budgetFor(limits, characters) * limits.hardFactor * factor)
    const startedAt = performance.now()
    thread.ask(ask)
    const reply = await answer
    if (ask.kind === 'step' || ask.kind === 'more')
      this.cost.ran(performance.now() - startedAt, 'ok' in reply ? reply.memoryBytes : 0)
    if ('ok' in reply) return reply.ok
    this.known.clear()
    if (reply.fault === 'too-slow' && reply.detail === hung) await this.end()
    throw new PluginFault(reply.fault, reply.detail, reply.rule, reply.calls)
  }

  private answer(timeoutMs: number): Promise<ThreadAnswer> {
    return new Promise(resolve => {
      const finish = (answer: ThreadAnswer) => {
        clearTimeout(timer)
        this.waiting = null
        resolve(answer)
      }
      const timer = setTimeout(
        () => finish({ fault: 'too-slow', detail: hung, rule: null, calls: [] }),
        timeoutMs,
      )
      this.waiting = finish
    })
  }

  private async end(): Promise<void> {
    const { thread } = this
    this.leave('the thread ended')
    await thread?.end()
  }

  private leave(reason: string): void {
    this.thread = null
    this.known.clear()
    this.inputs = {}
    this.waiting?.({ fault: 'too-much-memory', detail: reason, rule: null, calls: [] })
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(run, run)
    this.queue = turn.catch(() => undefined)
    return turn
  }
}

/** Taking inputs in is no work of the plugin's: it gets the time that the largest needs. */
const inputCharacters = 2_000_000

const hung = 'it could not be interrupted'

const stepAsk = (document: string, { json, weight }: Step): ThreadAsk => ({
  kind: 'step',
  document,
  json,
  weight,
})
