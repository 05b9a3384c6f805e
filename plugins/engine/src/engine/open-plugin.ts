import type { Language, RuleInput } from '@lienthong/plugin-sdk'
import type { HelpPlace } from '../help/help-place.ts'
import { readPlaces } from '../help/untrusted-help.ts'
import type { DocumentModel } from '../models/unit.ts'
import { PluginFault } from '../sandbox/limits.ts'
import type { PluginThread } from '../sandbox/plugin-thread.ts'
import { carriedOver } from './carried.ts'
import { faultFinding, faultWords } from './fault-finding.ts'
import { documentUnit, type UnitFinding } from './finding.ts'
import { handedIn, longest, type Shown } from './guest-step.ts'
import { Ongoing } from './ongoing.ts'
import { type Placed, Placer } from './place-findings.ts'
import type { PluginHealth, PluginState } from './plugin-health.ts'
import { type PluginMeta, type RuleMeta, type RuleSummary, readMeta } from './plugin-meta.ts'
import { comparedLength } from './published.ts'
import { reportsOnDocument } from './reports-by-unit.ts'
import { PluginSettings, type RuleSettings } from './rule-settings.ts'
import type { Failure, Seen } from './seen.ts'
import { type Given, isSame, shownTo } from './shown.ts'
import type { Sources } from './sources.ts'
import { Strikes } from './strikes.ts'
import { type Reports, readReports } from './untrusted.ts'

/** A plugin in use: its rules, its thread, its faults, and what it found where. */
export class OpenPlugin {
  private rules: ReadonlyMap<string, RuleMeta> = new Map()
  private help: PluginMeta['help'] = { kinds: [], ids: [], languages: [], inputs: [] }
  private readonly seen = new Map<string, Seen>()
  private readonly strikes = new Strikes<Failure>()
  private readonly ongoing = new Ongoing()
  /** By document, what a step that is under way has found in units. */
  private readonly begun = new Map<string, ReadonlyMap<string, readonly UnitFinding[]>>()
  private failures: Pick<PluginHealth, 'faults' | 'lastFault'> = { faults: 0, lastFault: null }

  constructor(
    readonly id: string,
    /** Quarantined from the beginning: its rules are listed, documents are not checked. */
    private state: PluginState,
    private readonly thread: PluginThread,
    private readonly onState: (state: PluginState) => void,
    private readonly sources: Sources,
  ) {}

  /** Starts the plugin and lists its rules. Throws PluginFault. */
  async load(): Promise<readonly RuleSummary[]> {
    const { rules, help } = readMeta(await this.thread.load())
    this.help = help
    this.rules = new Map(rules.map(rule => [rule.id, rule]))
    return rules.map(({ messages: _, ...summary }) => summary)
  }

  /** Brings the findings up to the document's text; answers whether that was done before `patience` ended. Never throws what the plugin does. */
  check(documentId: string, given: Given, rules: RuleSettings, patience: Promise<void>): Promise<boolean> {
    return this.ongoing.within(patience, documentId, () => this.bringUp(documentId, given, rules))
  }

  private async bringUp(documentId: string, given: Given, rules: RuleSettings): Promise<void> {
    const { model } = given
    const settings = new PluginSettings(this.id, rules)
    const shown = shownTo([...this.rules.values()], this.help, given, settings)
    const seen = this.seen.get(documentId)
    // What a failure left behind is nothing to go on from.
    const before = seen?.settings.key === settings.key && !seen.fault ? seen : undefined
    if (before && isSame(before, shown)) return
    if (this.state.kind === 'quarantined') return
    if (!this.speaks(model.language, settings)) {
      this.seen.delete(documentId)
      return
    }
    const failure = this.strikes.outIn(documentId)
    if (failure) {
      this.seen.set(documentId, this.failed(shown, 'document', failure))
      return
    }
    try {
      await this.step(documentId, shown, before, given.near)
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error
      this.strike(documentId, shown, error)
    }
  }

  /** What is known of a document that is as in `model`, by unit. */
  findings(documentId: string, model: DocumentModel): ReadonlyMap<string, readonly UnitFinding[]> {
    const merged = new Map<string, readonly UnitFinding[]>()
    const seen = this.seen.get(documentId)
    const quarantine =
      this.state.kind === 'quarantined'
        ? faultFinding(this.id, 'everywhere', faultWords[this.state.reason], this.state.rule)
        : null
    const fault = quarantine ?? seen?.fault
    if (fault) merged.set(documentUnit, [fault])
    if (!seen || quarantine) return merged
    for (const [unit, found] of seen.unitFindings) merged.set(unit, found)
    for (const [unit, { findings }] of seen.documentFindings)
      merged.set(unit, [...(merged.get(unit) ?? []), ...findings])
    return seen.model === model ? merged : carriedOver(merged, seen.model, model)
  }

  /** Of a document that it has not seen whole: what it found so far, nothing in some units included. */
  soFar(documentId: string): ReadonlyMap<string, readonly UnitFinding[]> {
    return this.begun.get(documentId) ?? new Map()
  }

  /** Whether it has seen a document whole, or never will. */
  knows(documentId: string): boolean {
    return this.seen.has(documentId) || this.state.kind === 'quarantined'
  }

  /** Whether versions before the published one are to be given, and the document checked again. */
  wantsEarlier(documentId: string): boolean {
    return this.seen.get(documentId)?.wantsEarlier ?? false
  }

  /** What it costs, what it finds in the documents that are open, and how it failed. */
  health(): PluginHealth {
    const findings = Object.fromEntries([...this.rules.keys()].map(rule => [rule, 0]))
    for (const [documentId, { model }] of this.seen)
      for (const { ruleId, severity } of [...this.findings(documentId, model).values()].flat()) {
        const rule = ruleId.slice(this.id.length + 1)
        if (severity !== 'fault') findings[rule] = (findings[rule] ?? 0) + 1
      }
    return { ...this.thread.cost.read(), ...this.failures, documents: this.seen.size, findings }
  }

  /** Its rules by `plugin/rule`. */
  get ruleIds(): readonly string[] {
    return [...this.rules.keys()].map(rule => `${this.id}/${rule}`)
  }

  /** The rules that had their say on a document: none after a failure, none that is off or lacks what it compares with. */
  ranOn(documentId: string, settings: RuleSettings): readonly string[] {
    const seen = this.seen.get(documentId)
    if (this.state.kind === 'quarantined' || seen?.fault) return []
    const has = (input: RuleInput) =>
      seen && (input === 'publishedVersion' ? seen.published : seen.inputs[input])
    const running = [...this.rules].filter(([, { inputs }]) => inputs.every(has))
    return running.map(([rule]) => `${this.id}/${rule}`).filter(id => settings[id]?.severity !== 'off')
  }

  /** Whether it has hovers, or completions. */
  helps(kind: HelpPlace['kind']): boolean {
    return this.help.kinds.includes(kind)
  }

  /** What it says of a place as it knows the document, by `read`; nothing where it is out of use, or late. Never throws what the plugin does. */
  async helpAt<T>(
    documentId: string,
    place: HelpPlace,
    read: (json: string) => T[],
    patience: Promise<void>,
  ): Promise<readonly T[]> {
    let told: readonly T[] = []
    const ask = async () => {
      told = await this.said(documentId, place, read)
    }
    return (await this.ongoing.within(patience, documentId, ask)) ? told : []
  }

  private async said<T>(documentId: string, place: HelpPlace, read: (json: string) => T[]): Promise<T[]> {
    const seen = this.seen.get(documentId)
    const unit = seen && place.unitIn(seen.model)
    if (!unit || seen.fault || this.state.kind === 'quarantined') return []
    const ask = () =>
      this.thread.help(
        documentId,
        { ask: 'places', kind: place.kind, unit: unit.id },
        unit.text.length,
        json =>
          readPlaces(json).flatMap((told, index) =>
            told.unit === unit.id && place.isMeant(unit, told) ? [index] : [],
          ),
      )
    try {
      const answer = await ask()
      if (answer !== null) return read(answer)
      // Other documents have taken its place in the sandbox.
      await this.step(documentId, seen, undefined, () => unit.id)
      return read((await ask()) ?? '[]')
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error
      this.strike(documentId, seen, error)
      return []
    }
  }

  async close(documentId: string): Promise<void> {
    await this.ongoing.ended(documentId)
    this.seen.delete(documentId)
    try {
      await this.thread.close(documentId)
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error
    }
  }

  stop(): Promise<void> {
    return this.thread.stop()
  }

  private speaks(language: Language, settings: PluginSettings): boolean {
    const running = [...settings.apply(this.rules).values(), this.help]
    return running.some(({ languages }) => languages.includes(language))
  }

  private async step(id: string, shown: Shown, before: Seen | undefined, near: Given['near']): Promise<void> {
    const { model, settings } = shown
    const units = new Map(model.units.map(unit => [unit.id, unit]))
    const placer = new Placer(this.id, settings.apply(this.rules), model)
    const placed = new Map<string, readonly UnitFinding[]>()
    this.begun.set(id, placed)
    const told = (reports: Reports['units']) => {
      for (const [unitId, found] of reports) {
        const unit = units.get(unitId)
        if (unit) placed.set(unitId, placer.findings(unit, found))
      }
    }
    const { document, wantsEarlier, isWhole } = await this.reportsOf(
      id,
      shown,
      before ?? null,
      near,
      told,
    ).finally(() => this.begun.delete(id))
    const kept = [...(isWhole ? [] : (before?.unitFindings ?? []))].filter(([unit]) => units.has(unit))
    const documentFindings = new Map<string, Placed>()
    for (const [unitId, found] of reportsOnDocument(document, isWhole ? undefined : before)) {
      const unit = units.get(unitId)
      if (unit) documentFindings.set(unitId, placer.again(unit, found, before?.documentFindings.get(unitId)))
    }
    this.seen.set(id, {
      ...shown,
      unitFindings: new Map([...kept, ...placed]),
      documentFindings,
      fault: null,
      wantsEarlier,
    })
  }

  /** Runs a step slice by slice; tells what each found in units, and answers what was found in the document. */
  private async reportsOf(
    id: string,
    shown: Shown,
    before: Shown | null,
    near: Given['near'],
    told: (units: Reports['units']) => void,
  ): Promise<Pick<Reports, 'document' | 'wantsEarlier'> & { isWhole: boolean }> {
    const { model, published } = shown
    const compared = comparedLength(published)
    const { text, isWhole } = await this.thread.step(id, shown.inputs, whole =>
      handedIn(shown, whole ? null : before, compared, near()),
    )
    let slice = readReports(text)
    told(slice.units)
    for (let slices = 1; slice.hasMore; slices++) {
      // Each runs a unit at least. Our half in the sandbox would end; what answers in its name need not.
      if (slices > model.units.length) throw new PluginFault('answer-invalid', 'more slices than units')
      const weight = Math.max(compared, longest(model))
      const more = await this.thread.more(id, near(), weight)
      if (more === null) return this.reportsOf(id, shown, null, near, told)
      slice = readReports(more)
      told(slice.units)
    }
    const { document, wantsEarlier } = slice
    return { document, wantsEarlier, isWhole }
  }

  private strike(documentId: string, shown: Shown, fault: PluginFault): void {
    const { kind } = fault
    const isOwn = (id: string) => this.rules.has(id) || this.help.ids.includes(id)
    const rule = fault.rule !== null && isOwn(fault.rule) ? fault.rule : null
    const failure = { reason: `${kind}: ${this.sources.wordsOf(fault)}`, rule }
    this.failures = { faults: this.failures.faults + 1, lastFault: { at: Date.now(), kind, rule } }
    const own = shown.model.units.reduce((sum, { text }) => sum + text.length, 0)
    const length = own + shown.links.length
    this.strikes.add(documentId, failure, length)
    const extent = this.strikes.outIn(documentId) === null ? 'once' : 'document'
    this.seen.set(documentId, this.failed(shown, extent, failure))
    if (!this.strikes.areTooMany || this.state.kind === 'quarantined') return
    this.state = { kind: 'quarantined', reason: kind, rule }
    this.onState(this.state)
  }

  private failed(shown: Shown, extent: 'once' | 'document', { reason, rule }: Failure): Seen {
    const fault = faultFinding(this.id, extent, reason, rule)
    return { ...shown, unitFindings: new Map(), documentFindings: new Map(), fault, wantsEarlier: false }
  }
}
