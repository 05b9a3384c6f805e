import type { LocalText } from '@lienthong/plugin-sdk'
import { loadModule } from 'libpg-query'
import type { Proposed } from '../editing/proposed.ts'
import { Engine, type PluginSource } from '../engine/engine.ts'
import type { CheckRequest, CheckResult, OutlineRequest } from '../engine/finding.ts'
import { Given } from '../engine/given.ts'
import type { PluginHealth, PluginState } from '../engine/plugin-health.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import type { HelpRequest } from '../help/help-place.ts'
import type { ProposalRequest } from '../help/proposed-at.ts'
import type { Outline } from '../outline/outline.ts'
import { defaultLimits, type Limits } from '../sandbox/limits.ts'
import { giveParser } from './parser-module.ts'
import { webThreads } from './web-threads.ts'

export { type FaultKind, type Limits, PluginFault } from '../sandbox/limits.ts'
export type {
  CheckRequest,
  CheckResult,
  HelpRequest,
  Outline,
  OutlineRequest,
  PluginHealth,
  PluginSource,
  PluginState,
  ProposalRequest,
  Proposed,
  RuleSummary,
}

/** How an engine is started and what it tells. */
export interface BrowserEngineOptions {
  /** Where the files of this module's folder are served, on the page's own origin; beside this module unless told. Ends with a slash. */
  readonly folder?: URL
  /** Overrides of the limits of every plugin. */
  readonly limits?: Partial<Limits>
  /** A plugin was put out of use, with the reason that people see. */
  readonly onPluginState?: (key: string, state: PluginState) => void
}

/** The engine in a page, or in a worker of it, asked as a `Runner` is. Documents are read where it runs; each plugin has a worker of its own. */
export class BrowserEngine {
  private readonly given = new Given()

  constructor(private readonly engine: Engine) {}

  /** Takes a plugin into use and lists its rules. Throws PluginFault: the plugin does not load. */
  load(plugin: PluginSource): Promise<readonly RuleSummary[]> {
    return this.engine.load(plugin)
  }

  /** `key` is what it was loaded under. */
  unload(key: string): Promise<void> {
    return this.engine.unload(key)
  }

  /** Checks a text; answers what changed since this document's last check. When it throws, nothing is known of the document any more. */
  async check(request: CheckRequest): Promise<CheckResult> {
    const { order, handIn } = this.given.orderOf(request)
    if (handIn) this.engine.handIn(handIn)
    try {
      return await this.engine.check(order)
    } catch (error) {
      await this.close(request.documentId)
      throw error
    }
  }

  /** What a text is made of and linked with, plugins aside. */
  outline(request: OutlineRequest): Promise<Outline> {
    return this.engine.outline(request)
  }

  /** What plugins say of the place that somebody points at; nothing in a document that was not checked. */
  explain(request: HelpRequest): Promise<LocalText[]> {
    return this.engine.explain(request)
  }

  /** What plugins propose where somebody writes; nothing in a document that was not checked. */
  propose(request: ProposalRequest): Promise<Proposed[]> {
    return this.engine.propose(request)
  }

  /** How each plugin does since it was loaded, by its key. */
  health(): Readonly<Record<string, PluginHealth>> {
    return this.engine.health()
  }

  /** Forgets a document. */
  close(documentId: string): Promise<void> {
    this.given.forget(documentId)
    return this.engine.close(documentId)
  }

  /** Ends the plugins' workers. */
  stop(): Promise<void> {
    return this.engine.stop()
  }
}

/** Starts an engine and waits until it is ready. Throws when one of its files is missing. */
export const startEngine = async (options: BrowserEngineOptions = {}): Promise<BrowserEngine> => {
  const { folder = new URL('./', import.meta.url), limits, onPluginState } = options
  const at = (name: string) => new URL(name, folder)
  const [guest, quickjs, parser] = await Promise.all([
    fetched(at('guest.js')).then(response => response.text()),
    WebAssembly.compileStreaming(fetched(at('quickjs.wasm'))),
    WebAssembly.compileStreaming(fetched(at('libpg-query.wasm'))),
  ])
  giveParser(parser)
  await loadModule()
  return new BrowserEngine(
    new Engine({
      startThread: webThreads(at('thread.js'), quickjs),
      guest,
      limits: { ...defaultLimits, ...limits },
      onState: (key, state) => onPluginState?.(key, state),
    }),
  )
}

const fetched = async (url: URL): Promise<Response> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return response
}
