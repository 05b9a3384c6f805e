import type { Fix, LocalText, Path } from '@lienthong/plugin-sdk'
import isDeepEqual from 'fast-deep-equal'
import { costOf } from '../guest/bounds.ts'
import { maxReports } from '../guest/run.ts'
import {
  type DocumentModel,
  type ParsedUnit,
  type Range,
  spotOf,
  syntaxUnitId,
  type TextEdit,
  toDocument,
  type Unit,
} from '../models/unit.ts'
import { Effort } from './effort.ts'
import type { FindingFix, UnitFinding } from './finding.ts'
import { MarkedWords } from './marked-words.ts'
import type { RuleMeta } from './plugin-meta.ts'
import { sha256 } from './sha256.ts'
import type { Report } from './untrusted.ts'

/** A unit's findings with what they were made of. */
export interface Placed {
  readonly parsed: ParsedUnit
  readonly reports: readonly Report[]
  readonly findings: readonly UnitFinding[]
}

/** Turns a plugin's reports of one step into findings with ranges, texts and edits. Throws PluginFault where that would cost the host too much. */
export class Placer {
  private readonly effort = new Effort()
  private readonly words = new MarkedWords(this.effort)

  constructor(
    private readonly pluginId: string,
    private readonly rules: ReadonlyMap<string, RuleMeta>,
    private readonly model: DocumentModel,
  ) {}

  /** The very same findings as before where neither the unit nor the reports are other ones. */
  again(unit: Unit, reports: readonly Report[], before: Placed | undefined): Placed {
    const isSame =
      before?.parsed === unit.parsed && isDeepEqual(before.reports, reports) && unit.id !== syntaxUnitId
    return isSame ? before : { parsed: unit.parsed, reports, findings: this.findings(unit, reports) }
  }

  findings(unit: Unit, reports: readonly Report[]): UnitFinding[] {
    const costs = new Map<string, { reports: number; cost: number }>()
    const own = reports.filter(report => report.unit === unit.id)
    const findings = own.flatMap(report => {
      const { reports: before, cost } = costs.get(report.rule) ?? { reports: 0, cost: 0 }
      costs.set(report.rule, { reports: before + 1, cost: cost + costOf(report.path) })
      return this.finding(unit, report) ?? []
    })
    const full = [...costs].filter(([, { cost }]) => cost >= maxReports)
    return [...findings, ...full.map(([rule, { reports }]) => this.cut(rule, reports))].sort(byPlace)
  }

  private finding(unit: Unit, report: Report): UnitFinding | null {
    const rule = this.rules.get(report.rule)
    const message = rule?.messages.get(report.messageId)
    if (!rule || !message) return null
    const text = unit.id === syntaxUnitId ? this.model.text : unit.parsed.text
    const spot = spotOf(unit, report.path)
    const marked = within(
      text,
      spot[report.at] ?? (report.at === 'key' ? firstLine(text, spot.whole) : spot.whole),
    )
    const words = report.words === '' ? null : this.words.find(text, marked, report)
    const content = words ? `${report.words} ${report.nth}` : text.slice(spot.whole.start, spot.whole.end)
    this.effort.read(content.length)
    const ruleId = `${this.pluginId}/${report.rule}`
    const finding = {
      ...(words ?? marked),
      ruleId,
      messageId: report.messageId,
      severity: rule.defaultSeverity,
      message: fill(message, report.data),
      fingerprint: fingerprint(ruleId, unit.id, JSON.stringify(report.path), content),
      fixes: this.fixes(unit, report, text, words),
    }
    this.effort.wrote(finding)
    return finding
  }

  private fixes(unit: Unit, report: Report, text: string, words: Range | null): FindingFix[] {
    const path = report.path.slice(unit.base.length)
    return report.fixes.flatMap(fix => {
      this.effort.fixed()
      const isOfWords = report.words !== '' && fix.kind === 'replaceText'
      const edits = isOfWords
        ? words && this.fits(fix.text)
          ? [{ ...words, text: fix.text }]
          : null
        : this.fix(unit, path, fix)
      if (!edits?.every(edit => isInOnePiece(unit, edit))) return []
      return {
        title: fix.title,
        edits: edits.map(edit => ({ ...edit, expected: text.slice(edit.start, edit.end) })),
      }
    })
  }

  private fix(unit: Unit, path: Path, fix: Fix): readonly TextEdit[] | null {
    const isWhole = fix.kind === 'remove' && path.length === 0 && unit.base.length > 0
    return isWhole && isOneOfSeveral(unit, this.model) ? withoutUnit(unit) : unit.parsed.fix(path, fix)
  }

  /** In the middle of a string, quotes and the like would end it. */
  private fits(text: string): boolean {
    return this.model.language === 'markdown' || /^[\p{L}\p{M}\p{N} ./_-]*$/u.test(text)
  }

  private cut(rule: string, shown: number): UnitFinding {
    const ruleId = `${this.pluginId}/${rule}`
    return {
      start: 0,
      end: 0,
      ruleId,
      messageId: '',
      severity: 'fault',
      message: {
        vi: `Quy tắc ${ruleId} phát hiện quá nhiều điểm ở đây; chỉ hiện ${shown}.`,
        en: `Rule ${ruleId} found too much here; ${shown} are shown.`,
      },
      fingerprint: fingerprint(ruleId, 'cut'),
      fixes: [],
    }
  }
}

export const fingerprint = (...parts: readonly string[]): string => sha256(parts.join('\0')).slice(0, 32)

/** In the document, other units lie between the pieces of one. */
const isInOnePiece = ({ pieces }: Unit, edit: Range): boolean => {
  const { start, end } = toDocument(pieces, edit)
  return end - start === edit.end - edit.start
}

/** What has no name of its own is marked by its first line. */
const firstLine = (text: string, { start, end }: Range): Range => {
  const newline = text.indexOf('\n', start)
  return { start, end: newline < 0 ? end : Math.min(end, newline) }
}

const within = (text: string, { start, end }: Range): Range => {
  const from = Math.min(start, text.length)
  return { start: from, end: Math.max(from, Math.min(end, text.length)) }
}

const fill = (message: LocalText, data: Report['data']): LocalText => {
  const into = (language: 'vi' | 'en') =>
    message[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(data, name) ? (data[name]?.[language] ?? whole) : whole,
    )
  return { vi: into('vi'), en: into('en') }
}

const byPlace = (one: UnitFinding, other: UnitFinding) =>
  one.start - other.start || one.end - other.end || (one.ruleId < other.ruleId ? -1 : 1)

/** Whether its container holds other definitions, which are units of their own. */
const isOneOfSeveral = ({ id, base: [container] }: Unit, { units }: DocumentModel): boolean =>
  units.some(other => other.id !== id && other.base[0] === container)

/** In YAML its lines go. In JSON nothing is offered: the comma that has to go with it lies outside. */
const withoutUnit = ({ text }: Unit): readonly TextEdit[] | null =>
  text.startsWith(' ') ? [{ start: 0, end: text.length, text: '' }] : null
