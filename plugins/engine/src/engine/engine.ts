import type { InputData } from '@lienthong/plugin-sdk'
import isDeepEqual from 'fast-deep-equal'
import { loadModule } from 'libpg-query'
import { LinkedTexts } from '../linked/linked-texts.ts'
import { type Around, type Known, linksOf } from '../linked/links.ts'
import { readDocument } from '../models/read.ts'
import type { DocumentModel, Piece } from '../models/unit.ts'
import type { Outline } from '../outline/outline.ts'
import { outlineOf } from '../outline/read-outline.ts'
import type { FaultKind, Limits } from '../sandbox/limits.ts'
import { PluginThread, type StartThread } from '../sandbox/plugin-thread.ts'
import { carriedOver } from './carried.ts'
import type { CheckOrder, CheckResult, OutlineRequest, UnitFinding } from './finding.ts'
import { documentUnit } from './finding.ts'
import { Patience } from './ongoing.ts'
import { OpenPlugin, type PluginHealth, type PluginState } from './open-plugin.ts'
import { inputsOf, publishedOf, textOf } from './ordered.ts'
import type { RuleSummary } from './plugin-meta.ts'
import { type Published, type PublishedText, readPublished } from './published.ts'
import { suppress, suppressionsUnitId } from './suppressing.ts'
import { suppressionsOf } from './suppression.ts'

/** A plugin's id and its one bundled file. */
export interface PluginSource {
  readonly id: string
  /** What it is loaded under, so that versions of one plugin can be in use beside each other; its id unless told. */
  readonly key?: string
  readonly code: string
  /** Why it is out of use: its rules are listed and documents say the reason, but none is checked. */
  readonly quarantine?: FaultKind | null
}

/** What an engine is made of. */
export interface EngineParts {
  readonly startThread: StartThread
  readonly guest: string
  readonly limits: Limits
  readonly onState: (key: string, state: PluginState) => void
}

/** What a check names, as it was when it came. */
interface Named {
  readonly text: string
  readonly published: PublishedText | null
  readonly inputs: InputData
  readonly around: Around | null
  readonly plugins: readonly OpenPlugin[]
}

interface OpenDocument {
  model: DocumentModel | null
  published: Published | null
  /** As they were handed in last, maybe for a check that waits its turn. */
  text: string | null
  publishedText: PublishedText | null
  around: Around | null
  /** Where the references of the text that was read last lead. */
  links: Known | null
  sent: Map<string, readonly UnitFinding[]>
  queue: Promise<unknown>
}

/** Checks documents with plugins. Trusted code only: plugins run in threads of their own, inside QuickJS. */
export class Engine {
  private readonly plugins = new Map<string, OpenPlugin>()
  private readonly documents = new Map<string, OpenDocument>()
  /** By document, what ends when nothing of it is known any more. */
  private readonly closing = new Map<string, Promise<void>>()
  private readonly linked = new LinkedTexts()
  private inputs: InputData = {}

  constructor(private readonly parts: EngineParts) {}

  /** Takes a plugin into use, in place of the one with the same key; answers its rules. Throws PluginFault and keeps the old one. */
  async load(source: PluginSource): Promise<readonly RuleSummary[]> {
    const { plugin, rules } = await this.open(source)
    const key = keyOf(source)
    const before = this.plugins.get(key)
    this.plugins.set(key, plugin)
    await this.retire(before)
    return rules
  }

  /** Answers a plugin's rules without taking it into use. Throws PluginFault. */
  async describe(source: PluginSource): Promise<readonly RuleSummary[]> {
    const { plugin, rules } = await this.open(source)
    await plugin.stop()
    return rules
  }

  private async open(source: PluginSource) {
    const { id, code, quarantine } = source
    const key = keyOf(source)
    const { startThread, limits, guest, onState } = this.parts
    const thread = new PluginThread(startThread, limits, { guest, plugin: code })
    const state: PluginState = quarantine
      ? { kind: 'quarantined', reason: quarantine, rule: null }
      : { kind: 'running' }
    // One that was replaced in the middle of a check fails in it; that is not its successor's fault.
    const plugin: OpenPlugin = new OpenPlugin(id, state, thread, changed => {
      if (this.plugins.get(key) === plugin) onState(key, changed)
    })
    try {
      return { plugin, rules: await plugin.load() }
    } catch (error) {
      await plugin.stop()
      throw error
    }
  }

  async unload(key: string): Promise<void> {
    const plugin = this.plugins.get(key)
    this.plugins.delete(key)
    await this.retire(plugin)
  }

  /** What is under way with it ends first: ended in the middle, it would fail in open documents. */
  private async retire(plugin: OpenPlugin | undefined): Promise<void> {
    await Promise.all([...this.documents.values()].map(({ queue }) => queue))
    await plugin?.stop()
  }

  /** Takes inputs in: from here on checks may name their revisions. */
  handIn(inputs: InputData): void {
    this.inputs = { ...this.inputs, ...inputs }
  }

  /** Checks a text; checks of one document run in turn. What it names is what was loaded and handed in before it. */
  check(order: CheckOrder): Promise<CheckResult> {
    const document = this.documents.get(order.documentId) ?? {
      model: null,
      published: null,
      text: null,
      publishedText: null,
      around: null,
      links: null,
      sent: new Map(),
      queue: this.closing.get(order.documentId) ?? Promise.resolve(),
    }
    this.documents.set(order.documentId, document)
    document.around = this.linked.take(order.documentId, order.surroundings, document.around)
    document.text = textOf(order, document.text)
    document.publishedText = publishedOf(order, document.publishedText)
    const given = {
      text: document.text,
      published: document.publishedText,
      inputs: inputsOf(order.inputs, this.inputs),
      around: document.around,
      plugins: this.chosen(order.plugins),
    }
    const run = () => this.run(document, order, given)
    const result = document.queue.then(run, run)
    document.queue = result.catch(() => undefined)
    return result
  }

  /** What a text is made of. Of a document that is checked only what changed since is read. */
  async outline({ documentId, format, text }: OutlineRequest): Promise<Outline> {
    if (format === 'sql') await loadModule()
    const model = readDocument(format, text, this.documents.get(documentId)?.model ?? null)
    return outlineOf(format, model)
  }

  /** Forgets a document once what is under way with it has ended; one that is opened again waits for that. */
  async close(documentId: string): Promise<void> {
    const queue = this.documents.get(documentId)?.queue ?? this.closing.get(documentId)
    this.documents.delete(documentId)
    this.linked.forget(documentId)
    const closing = this.closed(documentId, queue)
    this.closing.set(documentId, closing)
    await closing
    if (this.closing.get(documentId) === closing) this.closing.delete(documentId)
  }

  private async closed(documentId: string, queue: Promise<unknown> | undefined): Promise<void> {
    await queue
    await Promise.all([...this.plugins.values()].map(plugin => plugin.close(documentId)))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.plugins.values()].map(plugin => plugin.stop()))
  }

  /** How each plugin does, by its key. */
  health(): Readonly<Record<string, PluginHealth>> {
    return Object.fromEntries([...this.plugins].map(([key, plugin]) => [key, plugin.health()]))
  }

  /** One that is loaded no more is left out: whoever asks learns of it soon. */
  private chosen(keys: readonly string[] | undefined): readonly OpenPlugin[] {
    if (!keys) return [...this.plugins.values()]
    return keys.flatMap(key => this.plugins.get(key) ?? [])
  }

  private async run(
    document: OpenDocument,
    { documentId, revision, format, rules = {}, database = null, patienceMs }: CheckOrder,
    { text, published, inputs, around, plugins }: Named,
  ): Promise<CheckResult> {
    if (format === 'sql') await loadModule()
    const before = document.model
    const isComplete = before === null
    // Asked again for the rest, whoever is done has nothing to do.
    const known = document.model?.text === text ? document.model : null
    const model = known ?? readDocument(format, text, document.model)
    document.model = model
    document.published = readPublished(format, published, document.published)
    document.links = linksOf(model, around, document.links)
    const { links } = document.links
    const given = { model, published: document.published, inputs, database, links }
    const patience = new Patience(patienceMs)
    const isDone = await Promise.all(
      plugins.map(plugin => plugin.check(documentId, given, rules, patience.ended)),
    ).finally(() => patience.cancel())
    const all = merge(
      plugins.map((plugin, at) => {
        if (isDone[at] || plugin.knows(documentId) || !before) return plugin.findings(documentId, model)
        // Of another version, maybe: what it found holds until this one has looked.
        return carriedOver(foundBy(plugin.id, document.sent), before, model)
      }),
    )
    const found = suppress(all, suppressionsOf(format, model), model, () => ({
      known: new Set(plugins.flatMap(({ ruleIds }) => ruleIds)),
      ran: new Set(plugins.flatMap((plugin, at) => (isDone[at] ? plugin.ranOn(documentId, rules) : []))),
      settings: rules,
    }))
    const broken = new Set(model.units.filter(({ isBroken }) => isBroken).map(({ id }) => id))
    const units = changedUnits(document.sent, found, broken)
    const isPartial = isDone.includes(false)
    const places = placesOf(model, found)
    return { documentId, revision, isComplete, isPartial, units, places, wanted: links.wanted }
  }
}

const keyOf = ({ id, key = id }: PluginSource): string => key

type Findings = ReadonlyMap<string, readonly UnitFinding[]>

const merge = (maps: readonly Findings[]): Findings => {
  const merged = new Map<string, readonly UnitFinding[]>()
  for (const findings of maps)
    for (const [unit, found] of findings)
      if (found.length > 0) merged.set(unit, [...(merged.get(unit) ?? []), ...found])
  return merged
}

const foundBy = (plugin: string, sent: Findings): Findings =>
  new Map(
    [...sent].map(([unit, found]) => [unit, found.filter(({ ruleId }) => ruleId.startsWith(`${plugin}/`))]),
  )

/** Units whose findings are other than those sent before; remembers what is sent. */
const changedUnits = (
  sent: Map<string, readonly UnitFinding[]>,
  found: Findings,
  broken: ReadonlySet<string>,
): CheckResult['units'][number][] => {
  const changed: CheckResult['units'][number][] = []
  for (const unit of new Set([...sent.keys(), ...found.keys()])) {
    if (broken.has(unit)) continue
    const findings = found.get(unit) ?? []
    const before = sent.get(unit) ?? []
    if (findings.length > 0) sent.set(unit, findings)
    else sent.delete(unit)
    if (!isEqual(before, findings)) changed.push({ unit, findings })
  }
  return changed
}

/** Most findings are the very ones of before, which is seen at once. */
const isEqual = (before: readonly UnitFinding[], after: readonly UnitFinding[]): boolean =>
  before.length === after.length &&
  before.every((finding, index) => finding === after[index] || isDeepEqual(finding, after[index]))

const placesOf = ({ text, units }: DocumentModel, found: Findings): Record<string, readonly Piece[]> => {
  const places: Record<string, readonly Piece[]> = found.has(documentUnit)
    ? { [documentUnit]: [{ from: 0, at: 0, length: 0 }] }
    : {}
  if (found.has(suppressionsUnitId)) places[suppressionsUnitId] = [{ from: 0, at: 0, length: text.length }]
  for (const { id, pieces, isBroken } of units) if (found.has(id) && !isBroken) places[id] = pieces
  return places
}
