import {
  type EmscriptenModuleLoader,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSEmscriptenModule,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core'
import { maxKeyLength } from '../inputs/lookups.ts'
import { budgetFor, type FaultKind, type Limits, loadFactor, PluginFault } from './limits.ts'
import { bundleName, lengthOf, readThrown, shortText, type Thrown } from './thrown.ts'

/** Answers what rules look up, as JSON. */
export type Lookup = (name: string, key: string) => string

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
/** Longest id of a rule. */
const maxRuleLength = 64
const pageBytes = 64 * 1024
const initialPages = 256

/** QuickJS by Fabrice Bellard, synchronous, its WebAssembly in a file of its own. */
const variant: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => (await import('@jitl/quickjs-wasmfile-release-sync/ffi')).QuickJSFFI,
  importModuleLoader: async () => {
    const { default: load } = await import('@jitl/quickjs-wasmfile-release-sync/emscripten-module')
    // Its types take the loader for the module around it.
    const start = load as unknown as EmscriptenModuleLoader<QuickJSEmscriptenModule>
    return async options => writingNatively(await start(options))
  },
}

/** Emscripten writes texts character by character: of a megabyte that takes a tenth of a check. */
const writingNatively = (module: QuickJSEmscriptenModule): QuickJSEmscriptenModule => {
  const encoder = new TextEncoder()
  module.stringToUTF8 = (text, at, length = 0) => {
    const room = module.HEAPU8.subarray(at, at + length)
    room[Math.min(encoder.encodeInto(text, room).written, length - 1)] = 0
  }
  return module
}

type Result = ReturnType<QuickJSContext['callFunction']>

interface Realm {
  readonly context: QuickJSContext
  readonly step: QuickJSHandle
  readonly more: QuickJSHandle
  readonly help: QuickJSHandle
  /** Where our half notes whose code runs. The plugin has no hold of it. */
  readonly running: QuickJSHandle
}

/**
 * One plugin in QuickJS in WebAssembly of capped memory. Every document has a realm of its own: code that keeps something
 * of one document in a global cannot show it in another. After a fault the instance is to be thrown away.
 */
export class Instance {
  private readonly realms = new Map<string, Realm>()
  /** Characters of all documents that were opened. */
  private handedIn = 0
  private deadline = 0
  private interrupts = 0
  private started = 0

  private constructor(
    private readonly runtime: QuickJSRuntime,
    private readonly code: Code,
    private readonly limits: Limits,
    private readonly lookup: Lookup,
    private readonly memory: WebAssembly.Memory,
  ) {}

  /** QuickJS itself included; memory that was taken once is kept. */
  get memoryBytes(): number {
    return this.memory.buffer.byteLength
  }

  static async start(
    code: Code,
    limits: Limits,
    lookup: Lookup,
    wasmModule?: WebAssembly.Module,
  ): Promise<Instance> {
    const maximum = (limits.memoryMb * 1024 * 1024) / pageBytes
    const wasmMemory = new WebAssembly.Memory({ initial: Math.min(initialPages, maximum), maximum })
    const options = wasmModule ? { wasmMemory, wasmModule } : { wasmMemory }
    const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, options))
    const runtime = quickjs.newRuntime()
    runtime.setMaxStackSize(stackBytes)
    const instance = new Instance(runtime, code, limits, lookup, wasmMemory)
    runtime.setInterruptHandler(() => instance.isOver())
    return instance
  }

  /** The meta data of the plugin's parts as JSON, not yet believed. */
  describe(): string {
    return this.guarded(this.loadBudget, () => {
      const { realm, description } = this.begin()
      dispose(realm)
      return description
    })
  }

  /** Whether a document of so many characters may be opened. If not, start another instance: what realms leave behind may be collected too late. */
  hasRoomFor(characters: number): boolean {
    return this.handedIn === 0 || this.handedIn + characters <= maxCharacters
  }

  /** Gives a document of so many characters a fresh realm; the one that was not used for longest gives way to it. */
  open(document: string, characters: number): void {
    this.close(document)
    const [oldest] = this.realms.keys()
    if (oldest !== undefined && this.realms.size >= maxRealms) this.close(oldest)
    this.handedIn += characters
    this.realms.set(
      document,
      this.guarded(this.loadBudget, () => this.begin().realm),
    )
  }

  /** Runs a step. Null when the document's realm had to give way since. */
  step(document: string, json: string, weight: number): string | null {
    return this.call('step', document, json, weight)
  }

  /** Goes on with the last step, at a unit that is near. Null when its realm had to give way since. */
  more(document: string, near: string, weight: number): string | null {
    return this.call('more', document, near, weight)
  }

  /** Asks about places of the document as the last step left it. Null when its realm had to give way since. */
  help(document: string, json: string, weight: number): string | null {
    return this.call('help', document, json, weight)
  }

  private call(
    name: 'step' | 'more' | 'help',
    document: string,
    argument: string,
    weight: number,
  ): string | null {
    const realm = this.realms.get(document)
    if (!realm) return null
    this.realms.delete(document)
    this.realms.set(document, realm)
    return this.guarded(budgetFor(this.limits, weight), () => {
      const { context } = realm
      const handle = context.newString(argument)
      const answer = this.text(context, context.callFunction(realm[name], context.undefined, handle), realm)
      handle.dispose()
      return answer
    })
  }

  close(document: string): void {
    const realm = this.realms.get(document)
    this.realms.delete(document)
    if (realm) dispose(realm)
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
    const more = context.getProp(entry, 'more')
    const help = context.getProp(entry, 'help')
    const running = context.newObject()
    context.setProp(running, 'rule', context.newString(''))
    const exports = this.unwrap(
      context,
      context.evalCode(wellFormed(this.code.plugin), bundleName, { type: 'module' }),
    )
    const ask = this.asking(context)
    const description = this.text(context, context.callFunction(begin, entry, exports, ask, running))
    for (const handle of [exports, begin, entry, ask]) handle.dispose()
    return { realm: { context, step, more, help, running }, description }
  }

  /** The one way out of the sandbox: two short texts go out, a text comes back. Our half keeps it to itself. */
  private asking(context: QuickJSContext): QuickJSHandle {
    const textOf = (handle: QuickJSHandle | undefined) => shortText(context, handle, maxKeyLength)
    return context.newFunction('ask', (name, key) =>
      context.newString(this.lookup(textOf(name), textOf(key))),
    )
  }

  private text(context: QuickJSContext, result: Result, realm?: Realm): string {
    const value = this.unwrap(context, result, realm)
    // Of anything else the length may be one thing when it is asked for, and the text another when it is taken.
    if (context.typeof(value) !== 'string') throw new PluginFault('answer-invalid', 'the answer is no text')
    const size = lengthOf(context, value)
    if (size > this.limits.maxResultLength) throw new PluginFault('answer-too-large', `${size} characters`)
    const answer = context.getString(value)
    value.dispose()
    return answer
  }

  private unwrap(context: QuickJSContext, result: Result, realm?: Realm): QuickJSHandle {
    if (!result.error) return result.value
    const rule = realm ? ruleRunning(realm) : null
    const thrown = readThrown(context, result.error)
    result.error.dispose()
    throw new PluginFault(this.kindOf(thrown), thrown.words ?? 'null', rule, thrown.places)
  }

  private kindOf({ words }: Thrown): FaultKind {
    if (this.isOver()) return 'too-slow'
    return words === null || words.includes('out of memory') ? 'too-much-memory' : 'threw'
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

/** Room is made for a text by counting its letters; of half ones more would be written than counted. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** Runs nothing of the plugin's. */
const ruleRunning = ({ context, running }: Realm): string | null => {
  const rule = context.getProp(running, 'rule')
  const id = shortText(context, rule, maxRuleLength)
  rule.dispose()
  return id === '' ? null : id
}

const dispose = ({ context, step, more, help, running }: Realm) => {
  step.dispose()
  more.dispose()
  help.dispose()
  running.dispose()
  context.dispose()
}

/** Of an error of the host's. */
const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)
