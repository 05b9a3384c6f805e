import type { Language } from '@lienthong/plugin-sdk'
import type { GuestStep, GuestUnit } from '../guest/wire.ts'
import { type DocumentModel, syntaxUnitId, type Unit } from '../models/unit.ts'
import { PluginFault } from '../sandbox/limits.ts'
import type { PluginThread } from '../sandbox/plugin-thread.ts'
import { documentUnit, type UnitFinding } from './finding.ts'
import { fingerprint, Placer } from './place-findings.ts'
import { type RuleMeta, type RuleSummary, readRules } from './plugin-meta.ts'
import { Strikes } from './strikes.ts'
import { type Reports, readReports } from './untrusted.ts'

/** Whether a plugin runs, and why not. */
export type PluginState =
  | { readonly kind: 'running' }
  | { readonly kind: 'quarantined'; readonly reason: string }

/** What a step reported, all slices together. */
interface StepReports {
  readonly reports: Omit<Reports, 'hasMore'>
  readonly isWhole: boolean
}

/** What one plugin knows and found of one document. */
interface Seen {
  model: DocumentModel
  unitFindings: Map<string, readonly UnitFinding[]>
  documentFindings: Map<string, readonly UnitFinding[]>
  fault: UnitFinding | null
}

/** A plugin in use: its rules, its thread, its faults, and what it found where. */
export class OpenPlugin {
  private rules: ReadonlyMap<string, RuleMeta> = new Map()
  private readonly seen = new Map<string, Seen>()
  private readonly strikes = new Strikes()

  constructor(
    readonly id: string,
    /** Quarantined from the beginning: its rules are listed, documents are not checked. */
    private state: PluginState,
    private readonly thread: PluginThread,
    private readonly onState: (state: PluginState) => void,
  ) {}

  /** Starts the plugin and lists its rules. Throws PluginFault. */
  async load(): Promise<readonly RuleSummary[]> {
    const rules = readRules(await this.thread.load())
    this.rules = new Map(rules.map(rule => [rule.id, rule]))
    return rules.map(({ messages: _, ...summary }) => summary)
  }

  /** Brings the findings up to the document's text. Never throws what the plugin does. */
  async check(documentId: string, text: string, model: DocumentModel): Promise<void> {
    const before = this.seen.get(documentId)
    if (before?.model === model && !before.fault) return
    if (this.state.kind === 'quarantined' || !this.speaks(model.language)) return
    const reason = this.strikes.outIn(documentId)
    if (reason !== null) {
      this.seen.set(documentId, failed(model, this.faultFinding(reason, 'document')))
      return
    }
    try {
      await this.step(documentId, text, model, before)
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error
      this.strike(documentId, model, error)
    }
  }

  /** What is known of a document, by unit. */
  findings(documentId: string): ReadonlyMap<string, readonly UnitFinding[]> {
    const merged = new Map<string, readonly UnitFinding[]>()
    const seen = this.seen.get(documentId)
    const quarantine =
      this.state.kind === 'quarantined' ? this.faultFinding(this.state.reason, 'everywhere') : null
    const fault = quarantine ?? seen?.fault
    if (fault) merged.set(documentUnit, [fault])
    if (!seen || quarantine) return merged
    for (const [unit, found] of [...seen.unitFindings, ...seen.documentFindings])
      merged.set(unit, [...(merged.get(unit) ?? []), ...found])
    return merged
  }

  async close(documentId: string): Promise<void> {
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

  private speaks(language: Language): boolean {
    return [...this.rules.values()].some(({ languages }) => languages.includes(language))
  }

  private async step(
    id: string,
    text: string,
    model: DocumentModel,
    before: Seen | undefined,
  ): Promise<void> {
    const { reports, isWhole } = await this.reportsOf(id, model, before?.model ?? null)
    const units = new Map(model.units.map(unit => [unit.id, unit]))
    const placer = new Placer(this.id, this.rules, text)
    const kept = [...(isWhole ? [] : (before?.unitFindings ?? []))].filter(([unit]) => units.has(unit))
    const unitFindings = new Map(kept)
    for (const [unitId, found] of reports.units) {
      const unit = units.get(unitId)
      if (unit) unitFindings.set(unitId, placer.findings(unit, found))
    }
    const documentFindings = new Map<string, readonly UnitFinding[]>()
    for (const [unitId, unit] of units) {
      const found = reports.document.filter(report => report.unit === unitId)
      if (found.length > 0) documentFindings.set(unitId, placer.findings(unit, found))
    }
    this.seen.set(id, { model, unitFindings, documentFindings, fault: null })
  }

  /** Runs a step slice by slice. */
  private async reportsOf(
    id: string,
    model: DocumentModel,
    before: DocumentModel | null,
  ): Promise<StepReports> {
    const { text, isWhole } = await this.thread.step(id, whole =>
      jsonOf(stepOf(model, whole ? null : before)),
    )
    let slice = readReports(text)
    const units = new Map(slice.units)
    while (slice.hasMore) {
      const weight = Math.max(...model.units.map(unit => unit.text.length))
      const more = await this.thread.more(id, weight)
      if (more === null) return this.reportsOf(id, model, null)
      slice = readReports(more)
      for (const [unit, reports] of slice.units) units.set(unit, reports)
    }
    return { reports: { units, document: slice.document }, isWhole }
  }

  private strike(documentId: string, model: DocumentModel, fault: PluginFault): void {
    const reason = `${fault.kind}: ${fault.message}`
    this.strikes.add(documentId, reason)
    const extent = this.strikes.outIn(documentId) === null ? 'once' : 'document'
    this.seen.set(documentId, failed(model, this.faultFinding(reason, extent)))
    if (!this.strikes.areTooMany || this.state.kind === 'quarantined') return
    this.state = { kind: 'quarantined', reason }
    this.onState(this.state)
  }

  private faultFinding(reason: string, extent: keyof typeof faultTexts): UnitFinding {
    const { vi, en } = faultTexts[extent]
    return {
      start: 0,
      end: 0,
      ruleId: `${this.id}/fault`,
      messageId: '',
      severity: 'fault',
      message: {
        vi: `Phần mở rộng ${this.id} ${vi} (${reason}).`,
        en: `Plugin ${this.id} ${en} (${reason}).`,
      },
      fingerprint: fingerprint(this.id, 'fault'),
      fixes: [],
    }
  }
}

const faultTexts = {
  once: {
    vi: 'gặp sự cố và không kiểm tra được tài liệu này',
    en: 'failed and could not check this document',
  },
  document: {
    vi: 'tạm thời không kiểm tra tài liệu này sau nhiều lần gặp sự cố ở đây',
    en: 'does not check this document for some minutes after repeated failures in it',
  },
  everywhere: {
    vi: 'đã bị tạm ngưng sau nhiều lần gặp sự cố',
    en: 'is out of use after repeated failures',
  },
}

const failed = (model: DocumentModel, fault: UnitFinding): Seen => ({
  model,
  unitFindings: new Map(),
  documentFindings: new Map(),
  fault,
})

/** What a plugin must be told to get from one model to the next. */
const stepOf = (model: DocumentModel, before: DocumentModel | null): GuestStep => {
  const known = new Map(before?.units.map(unit => [unit.id, unit.parsed]))
  const changed = model.units.filter(unit => known.get(unit.id) !== unit.parsed)
  return {
    language: model.language,
    options: {},
    changed: changed.map(unit => guestUnit(unit, model.language)),
    order: model.units.map(({ id }) => id),
  }
}

/** What is handed in is read at once; the largest unit is run at once. */
const jsonOf = (step: GuestStep) => {
  const json = JSON.stringify(step)
  return { json, weight: json.length / 4 + Math.max(0, ...step.changed.map(({ weight }) => weight)) }
}

const guestUnit = ({ id, base, parsed, provides, text }: Unit, language: Language): GuestUnit => ({
  id,
  base,
  value: parsed.value,
  text: language === 'sql' ? text : null,
  weight: parsed.text.length,
  provides,
  syntax: id === syntaxUnitId ? parsed.syntax.map(({ code, message }) => ({ code, message })) : [],
  duplicateKeys: parsed.duplicateKeys.map(({ key }) => ({ key })),
  invalid: parsed.invalid,
})
