import type { InputData, LocalText } from '@lienthong/plugin-sdk'
import { loadModule } from 'libpg-query'
import type { Proposed } from '../editing/proposed.ts'
import { type HelpPlace, type HelpRequest, pointedAt, writtenPlace } from '../help/help-place.ts'
import { type ProposalRequest, proposedAt, wantsProposals } from '../help/proposed-at.ts'
import { readExplanations, readProposals } from '../help/untrusted-help.ts'
import { LinkedTexts } from '../linked/linked-texts.ts'
import { linksOf } from '../linked/links.ts'
import { readDocument } from '../models/read.ts'
import { isReadable, unitAround } from '../models/unit.ts'
import type { Outline } from '../outline/outline.ts'
import { outlineOf } from '../outline/read-outline.ts'
import type { FaultKind, Limits } from '../sandbox/limits.ts'
import { PluginThread, type StartThread } from '../sandbox/plugin-thread.ts'
import { carriedOver } from './carried.ts'
import type { CheckOrder, CheckResult, OutlineRequest } from './finding.ts'
import { Patience } from './ongoing.ts'
import { inTurn, type Named, type OpenDocument } from './open-document.ts'
import { OpenPlugin } from './open-plugin.ts'
import { inputsOf, publishedOf, textOf } from './ordered.ts'
import type { PluginHealth, PluginState } from './plugin-health.ts'
import type { RuleSummary } from './plugin-meta.ts'
import { readPublished } from './published.ts'
import { Sources } from './sources.ts'
import { suppress } from './suppressing.ts'
import { suppressionsOf } from './suppression.ts'
import { changedUnits, foundBy, merge, placesOf } from './told-findings.ts'

/** A plugin's id and its one bundled file. */
export interface PluginSource {
  readonly id: string
  /** What it is loaded under, so that versions of one plugin can be in use beside each other; its id unless told. */
  readonly key?: string
  readonly code: string
  /** Where it was written: its failures name that. For who has the sources at hand; a server has no map. */
  readonly sourceMap?: string
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

  private async open(source: PluginSource) {
    const { id, code, sourceMap, quarantine } = source
    const key = keyOf(source)
    const { startThread, limits, guest, onState } = this.parts
    const thread = new PluginThread(startThread, limits, { guest, plugin: code })
    const state: PluginState = quarantine
      ? { kind: 'quarantined', reason: quarantine, rule: null }
      : { kind: 'running' }
    // One that was replaced in the middle of a check fails in it; that is not its successor's fault.
    const told = (changed: PluginState) => {
      if (this.plugins.get(key) === plugin) onState(key, changed)
    }
    const sources = new Sources(sourceMap)
    const plugin: OpenPlugin = new OpenPlugin(id, state, thread, told, sources)
    try {
      return { plugin, rules: await plugin.load() }
    } catch (error) {
      await plugin.stop()
      throw sources.located(error)
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
      near: '',
      last: null,
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
    return inTurn(document, () => this.run(document, order, given))
  }

  /** What plugins say of the place that somebody points at in a document that was checked. */
  explain(request: HelpRequest): Promise<LocalText[]> {
    return this.helped(request, pointedAt(request), readExplanations)
  }

  /** What plugins propose for the place where somebody writes in a document that was checked. */
  async propose(request: ProposalRequest): Promise<Proposed[]> {
    const place = writtenPlace(request)
    if (!place || !wantsProposals(request, place)) return []
    return proposedAt(request, place, await this.helped(request, place, readProposals))
  }

  /** The text may be newer than that of the last check: those that are asked are brought up to it first. */
  private async helped<T>(
    { documentId, format }: HelpRequest,
    place: HelpPlace,
    read: (json: string) => T[],
  ): Promise<T[]> {
    const document = this.documents.get(documentId)
    if (!document) return []
    const patience = new Patience(helpPatienceMs)
    // Started in turn, and waited for beside: who is slow holds up no check.
    const { answers } = await inTurn(document, async () => {
      const { last, published, model: before } = document
      if (!last) return { answers: [] }
      const { inputs, around, rules, database } = last
      const plugins = last.plugins.filter(plugin => plugin.helps(place.kind))
      if (plugins.length === 0) return { answers: [] }
      const model = before?.text === place.text ? before : readDocument(format, place.text, before)
      const { links } = linksOf(model, around, document.links)
      const given = { model, published, inputs, database, links, near: () => '' }
      const ask = async (plugin: OpenPlugin) => {
        const isDone = await plugin.check(documentId, given, rules, patience.ended)
        const told = isDone ? await plugin.helpAt(documentId, place, read, patience.ended) : []
        // Closed meanwhile: what was read of it since would stay.
        if (!this.documents.has(documentId)) await plugin.close(documentId)
        return told
      }
      return { answers: plugins.map(ask) }
    })
    return (await Promise.all(answers).finally(() => patience.cancel())).flat()
  }

  /** What a text is made of. Of a document that is checked only what changed since is read. */
  async outline({ documentId, format, text }: OutlineRequest): Promise<Outline> {
    if (format === 'sql') await loadModule()
    const model = readDocument(format, text, this.documents.get(documentId)?.model ?? null)
    return outlineOf(format, model)
  }

  /** The rules that had their say when a document was checked last, by `plugin/rule`; none where a part of it cannot be read. */
  async ran({ documentId }: { readonly documentId: string }): Promise<readonly string[]> {
    const document = this.documents.get(documentId)
    if (!document) return []
    return inTurn(document, async () => {
      const { last, model } = document
      if (!last || !model || !isReadable(model)) return []
      return last.plugins.flatMap(plugin => plugin.ranOn(documentId, last.rules))
    })
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
    { documentId, revision, format, rules = {}, database = null, near, patienceMs }: CheckOrder,
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
    document.near = near === undefined ? '' : (unitAround(model, near)?.id ?? '')
    document.last = { inputs, around, plugins, rules, database }
    const given = { model, published: document.published, inputs, database, links, near: () => document.near }
    const patience = new Patience(patienceMs)
    const isDone = await Promise.all(
      plugins.map(plugin => plugin.check(documentId, given, rules, patience.ended)),
    ).finally(() => patience.cancel())
    const all = merge(
      plugins.map((plugin, at) => {
        if (isDone[at] || plugin.knows(documentId)) return plugin.findings(documentId, model)
        // Of another version, maybe: what it found holds until this one has looked.
        const earlier = before ? carriedOver(foundBy(plugin.id, document.sent), before, model) : []
        return new Map([...earlier, ...plugin.soFar(documentId)])
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
    const wantsEarlier = plugins.some(plugin => plugin.wantsEarlier(documentId))
    return { documentId, revision, isComplete, isPartial, units, places, wanted: links.wanted, wantsEarlier }
  }
}

/** Nobody waits longer for what is said of a place. */
const helpPatienceMs = 1_000

const keyOf = ({ id, key = id }: PluginSource): string => key
