import { Lookups } from '../inputs/lookups.ts'
import { type Code, Instance } from './instance.ts'
import { PluginFault } from './limits.ts'
import type { ThreadAnswer, ThreadAsk, ThreadData } from './thread-wire.ts'

/** What a plugin's thread does, whatever starts it: answers one question after another. What it throws is no plugin's fault. */
export class Answering {
  private readonly lookups = new Lookups()
  private code: Code | null = null
  private instance: Instance | null = null

  constructor(private readonly data: ThreadData) {}

  async reply(ask: ThreadAsk): Promise<ThreadAnswer> {
    try {
      return { ok: await this.answer(ask), memoryBytes: this.instance?.memoryBytes ?? 0 }
    } catch (error) {
      this.instance = null
      if (!(error instanceof PluginFault)) throw error
      const { kind, message, rule, calls } = error
      return { fault: kind, detail: message, rule, calls }
    }
  }

  private async answer(ask: ThreadAsk): Promise<string | null> {
    switch (ask.kind) {
      case 'load':
        this.code = ask.code
        this.instance = null
        return (await this.start()).describe()
      case 'inputs':
        this.lookups.take(ask.data)
        return ''
      case 'open':
        if (this.instance?.hasRoomFor(ask.characters) === false) this.instance = null
        ;(await this.start()).open(ask.document, ask.characters)
        return ''
      case 'step':
        return (await this.start()).step(ask.document, ask.json, ask.weight)
      case 'more':
        return (await this.start()).more(ask.document, ask.near, ask.weight)
      case 'help':
        return (await this.start()).help(ask.document, ask.json, ask.weight)
      case 'close':
        this.instance?.close(ask.document)
        return ''
      default:
        return ask satisfies never
    }
  }

  private async start(): Promise<Instance> {
    const { code, lookups, data } = this
    if (!code) throw new PluginFault('not-a-plugin', 'nothing is loaded')
    const lookUp = (name: string, key: string) => lookups.find(name, key)
    this.instance ??= await Instance.start(code, data.limits, lookUp, data.wasmModule)
    return this.instance
  }
}

/** The answer to nothing: it has started. */
export const ready: ThreadAnswer = { ok: '', memoryBytes: 0 }
