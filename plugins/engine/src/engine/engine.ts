import { readDocument } from '../models/read.ts'
import type { DocumentModel, Piece } from '../models/unit.ts'
import type { Limits } from '../sandbox/limits.ts'
import { PluginThread } from '../sandbox/plugin-thread.ts'
import type { CheckRequest, CheckResult, UnitFinding } from './finding.ts'
import { documentUnit } from './finding.ts'
import { OpenPlugin, type PluginState } from './open-plugin.ts'
import type { RuleSummary } from './plugin-meta.ts'

/** A plugin's id and its one bundled file. */
export interface PluginSource {
  readonly id: string
  readonly code: string
  /** Why it is out of use: its rules are listed and documents say the reason, but none is checked. */
  readonly quarantine?: string | null
}

/** What an engine is made of. */
export interface EngineParts {
  /** Module that a plugin's thread runs. */
  readonly threadEntry: URL
  readonly guest: string
  readonly wasmModule: WebAssembly.Module
  readonly limits: Limits
  readonly onState: (plugin: string, state: PluginState) => void
}

interface OpenDocument {
  model: DocumentModel | null
  sent: Map<string, string>
  queue: Promise<unknown>
}

/** Checks documents with plugins. Trusted code only: plugins run in threads of their own, inside QuickJS. */
export class Engine {
  private readonly plugins = new Map<string, OpenPlugin>()
  private readonly documents = new Map<string, OpenDocument>()

  constructor(private readonly parts: EngineParts) {}

  /** Takes a plugin into use, in place of the one with the same id; answers its rules. Throws PluginFault and keeps the old one. */
  async load(source: PluginSource): Promise<readonly RuleSummary[]> {
    const { plugin, rules } = await this.open(source)
    await this.unload(source.id)
    this.plugins.set(source.id, plugin)
    return rules
  }

  /** Answers a plugin's rules without taking it into use. Throws PluginFault. */
  async describe(source: PluginSource): Promise<readonly RuleSummary[]> {
    const { plugin, rules } = await this.open(source)
    await plugin.stop()
    return rules
  }

  private async open({ id, code, quarantine }: PluginSource) {
    const { threadEntry, wasmModule, limits, guest, onState } = this.parts
    const thread = new PluginThread(threadEntry, { wasmModule, limits }, { guest, plugin: code })
    const state: PluginState = quarantine ? { kind: 'quarantined', reason: quarantine } : { kind: 'running' }
    // One that was replaced in the middle of a check fails in it; that is not its successor's fault.
    const plugin: OpenPlugin = new OpenPlugin(id, state, thread, changed => {
      if (this.plugins.get(id) === plugin) onState(id, changed)
    })
    try {
      return { plugin, rules: await plugin.load() }
    } catch (error) {
      await plugin.stop()
      throw error
    }
  }

  async unload(id: string): Promise<void> {
    const plugin = this.plugins.get(id)
    this.plugins.delete(id)
    await plugin?.stop()
  }

  /** Checks a text; checks of one document run in turn. */
  check(request: CheckRequest): Promise<CheckResult> {
    const document = this.documents.get(request.documentId) ?? {
      model: null,
      sent: new Map(),
      queue: Promise.resolve(),
    }
    this.documents.set(request.documentId, document)
    const run = () => this.run(document, request)
    const result = document.queue.then(run, run)
    document.queue = result.catch(() => undefined)
    return result
  }

  async close(documentId: string): Promise<void> {
    const document = this.documents.get(documentId)
    this.documents.delete(documentId)
    await document?.queue
    await Promise.all([...this.plugins.values()].map(plugin => plugin.close(documentId)))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.plugins.values()].map(plugin => plugin.stop()))
  }

  private async run(
    document: OpenDocument,
    { documentId, revision, format, text }: CheckRequest,
  ): Promise<CheckResult> {
    const isComplete = document.model === null
    const model = readDocument(format, text, document.model)
    document.model = model
    const plugins = [...this.plugins.values()]
    await Promise.all(plugins.map(plugin => plugin.check(documentId, text, model)))
    const found = merge(plugins.map(plugin => plugin.findings(documentId)))
    const broken = new Set(model.units.filter(({ isBroken }) => isBroken).map(({ id }) => id))
    const units = changedUnits(document.sent, found, broken)
    return { documentId, revision, isComplete, units, places: placesOf(model, found) }
  }
}

type Findings = ReadonlyMap<string, readonly UnitFinding[]>

const merge = (maps: readonly Findings[]): Findings => {
  const merged = new Map<string, readonly UnitFinding[]>()
  for (const findings of maps)
    for (const [unit, found] of findings)
      if (found.length > 0) merged.set(unit, [...(merged.get(unit) ?? []), ...found])
  return merged
}

/** Units whose findings are other than those sent before; remembers what is sent. */
const changedUnits = (
  sent: Map<string, string>,
  found: Findings,
  broken: ReadonlySet<string>,
): CheckResult['units'][number][] => {
  const changed: CheckResult['units'][number][] = []
  for (const unit of new Set([...sent.keys(), ...found.keys()])) {
    if (broken.has(unit)) continue
    const findings = found.get(unit) ?? []
    const content = JSON.stringify(findings)
    if ((sent.get(unit) ?? '[]') === content) continue
    if (findings.length > 0) sent.set(unit, content)
    else sent.delete(unit)
    changed.push({ unit, findings })
  }
  return changed
}

const placesOf = (model: DocumentModel, found: Findings): Record<string, readonly Piece[]> => {
  const places: Record<string, readonly Piece[]> = found.has(documentUnit)
    ? { [documentUnit]: [{ from: 0, at: 0, length: 0 }] }
    : {}
  for (const { id, pieces, isBroken } of model.units) if (found.has(id) && !isBroken) places[id] = pieces
  return places
}
