import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core'
import { budgetFor, type FaultKind, type Limits, loadFactor, PluginFault } from './limits.ts'

/** What an instance runs: our half inside the sandbox, and the plugin's bundle. */
export interface Code {
  readonly guest: string
  readonly plugin: string
}

/** QuickJS's own stack. Its frames lie on the WebAssembly stack, which overflows the host's at about 1 MB. */
const stackBytes = 256 * 1024
/** Documents with a realm of their own at a time; the one not used for longest gives way and is read anew when it returns. */
const maxRealms = 16
/** Characters handed into all realms together. A megabyte of schema takes about 20 MB as values and nodes: three would fill the memory. */
const maxCharacters = 2_000_000
const pageBytes = 64 * 1024
const initialPages = 256

/** QuickJS by Fabrice Bellard, synchronous, its WebAssembly in a file of its own. */
const variant: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => (await import('@jitl/quickjs-wasmfile-release-sync/ffi')).QuickJSFFI,
  importModuleLoader: async () =>
    (await import('@jitl/quickjs-wasmfile-release-sync/emscripten-module')).default,
}

interface Realm {
  readonly context: QuickJSContext
  readonly step: QuickJSHandle
  /** Characters of the first step, which hands the whole document in. */
  characters: number
}

/**
 * One plugin in QuickJS in WebAssembly of capped memory. Every document has a realm of its own: code that keeps something
 * of one document in a global cannot show it in another. After a fault the instance is to be thrown away.
 */
export class Instance {
  private readonly realms = new Map<string, Realm>()
  private deadline = 0
  private interrupts = 0
  private started = 0

  private constructor(
    private readonly runtime: QuickJSRuntime,
    private readonly code: Code,
    private readonly limits: Limits,
  ) {}

  static async start(code: Code, limits: Limits, wasmModule?: WebAssembly.Module): Promise<Instance> {
    const maximum = (limits.memoryMb * 1024 * 1024) / pageBytes
    const wasmMemory = new WebAssembly.Memory({ initial: Math.min(initialPages, maximum), maximum })
    const options = wasmModule ? { wasmMemory, wasmModule } : { wasmMemory }
    const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, options))
    const runtime = quickjs.newRuntime()
    runtime.setMaxStackSize(stackBytes)
    const instance = new Instance(runtime, code, limits)
    runtime.setInterruptHandler(() => instance.isOver())
    return instance
  }

  /** The rules' meta data as JSON, not yet believed. */
  describe(): string {
    return this.guarded(this.loadBudget, () => {
      const { realm, description } = this.begin()
      dispose(realm)
      return description
    })
  }

  /** Gives a document a fresh realm. */
  open(document: string): void {
    this.close(document)
    this.makeRoom(maxRealms - 1, maxCharacters)
    this.realms.set(
      document,
      this.guarded(this.loadBudget, () => this.begin().realm),
    )
  }

  /** Runs a step, or goes on with the last one when `json` is empty. Null when the document's realm had to give way since. */
  step(document: string, json: string, weight: number): string | null {
    const realm = this.realms.get(document)
    if (!realm) return null
    this.realms.delete(document)
    realm.characters ||= json.length
    this.makeRoom(maxRealms - 1, maxCharacters - realm.characters)
    this.realms.set(document, realm)
    return this.guarded(budgetFor(this.limits, weight), () => {
      const { context, step } = realm
      const argument = context.newString(json)
      const answer = this.text(context, context.callFunction(step, context.undefined, argument))
      argument.dispose()
      return answer
    })
  }

  close(document: string): void {
    const realm = this.realms.get(document)
    this.realms.delete(document)
    if (realm) dispose(realm)
  }

  /** Lets the realms that were not used for longest give way, until so many of so much together are left. */
  private makeRoom(count: number, characters: number): void {
    let total = 0
    for (const realm of this.realms.values()) total += realm.characters
    for (const [document, realm] of this.realms) {
      if (this.realms.size <= count && total <= characters) return
      total -= realm.characters
      this.close(document)
    }
  }

  private get loadBudget(): number {
    return budgetFor(this.limits, this.code.plugin.length) * loadFactor
  }

  private begin(): { realm: Realm; description: string } {
    const context = this.runtime.newContext()
    this.unwrap(context, context.evalCode(this.code.guest, 'lienthong.js')).dispose()
    const entry = context.getProp(context.global, 'lienthong')
    const begin = context.getProp(entry, 'begin')
    const step = context.getProp(entry, 'step')
    const exports = this.unwrap(context, context.evalCode(this.code.plugin, 'plugin.js', { type: 'module' }))
    const description = this.text(context, context.callFunction(begin, entry, exports))
    for (const handle of [exports, begin, entry]) handle.dispose()
    return { realm: { context, step, characters: 0 }, description }
  }

  private text(context: QuickJSContext, result: ReturnType<QuickJSContext['callFunction']>): string {
    const value = this.unwrap(context, result)
    const length = context.getProp(value, 'length')
    const size = context.getNumber(length)
    length.dispose()
    if (!(size <= this.limits.maxResultLength))
      throw new PluginFault('answer-too-large', `${size} characters`)
    const answer = context.getString(value)
    value.dispose()
    return answer
  }

  private unwrap(context: QuickJSContext, result: ReturnType<QuickJSContext['callFunction']>): QuickJSHandle {
    if (!result.error) return result.value
    const error: unknown = context.dump(result.error)
    result.error.dispose()
    throw new PluginFault(this.kindOf(error), describe(error))
  }

  private kindOf(error: unknown): FaultKind {
    if (this.isOver()) return 'too-slow'
    const message = describe(error)
    if (message.includes('out of memory') || error === null) return 'too-much-memory'
    return 'threw'
  }

  /** Everything that goes wrong in here is the plugin's fault, also a trap of WebAssembly. */
  private guarded<T>(budgetMs: number, run: () => T): T {
    this.started = performance.now()
    this.interrupts = 0
    this.deadline = this.started + budgetMs
    try {
      return run()
    } catch (error) {
      if (error instanceof PluginFault) throw error
      throw new PluginFault(this.isOver() ? 'too-slow' : 'too-much-memory', describe(error))
    }
  }

  private isOver(): boolean {
    this.interrupts++
    const now = performance.now()
    const last = this.started + (this.deadline - this.started) * this.limits.softFactor
    return now > last || (now > this.deadline && this.interrupts > this.limits.minInterrupts)
  }
}

const dispose = ({ context, step }: Realm) => {
  step.dispose()
  context.dispose()
}

const describe = (error: unknown): string => {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error)
  const { name, message } = error as { name?: unknown; message: unknown }
  return typeof name === 'string' ? `${name}: ${message}` : String(message)
}
