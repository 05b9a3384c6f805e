import { createHash } from 'node:crypto'
import type { LocalText } from '@lienthong/plugin-sdk'
import { maxReports } from '../guest/run.ts'
import { type Range, spotOf, syntaxUnitId, type Unit } from '../models/unit.ts'
import type { FindingFix, UnitFinding } from './finding.ts'
import type { RuleMeta } from './plugin-meta.ts'
import type { Report } from './untrusted.ts'

/** Turns a plugin's reports on one unit into findings with ranges, texts and edits. */
export class Placer {
  constructor(
    private readonly pluginId: string,
    private readonly rules: ReadonlyMap<string, RuleMeta>,
    private readonly documentText: string,
  ) {}

  findings(unit: Unit, reports: readonly Report[]): UnitFinding[] {
    const counts = new Map<string, number>()
    const own = reports.filter(report => report.unit === unit.id)
    const findings = own.flatMap(report => {
      counts.set(report.rule, (counts.get(report.rule) ?? 0) + 1)
      return this.finding(unit, report) ?? []
    })
    const full = [...counts].filter(([, count]) => count >= maxReports)
    return [...findings, ...full.map(([rule]) => this.cut(rule))].sort(byPlace)
  }

  private finding(unit: Unit, report: Report): UnitFinding | null {
    const rule = this.rules.get(report.rule)
    const message = rule?.messages.get(report.messageId)
    if (!rule || !message) return null
    const text = unit.id === syntaxUnitId ? this.documentText : unit.parsed.text
    const spot = spotOf(unit, report.path)
    const range = within(
      text,
      spot[report.at] ?? (report.at === 'key' ? firstLine(text, spot.whole) : spot.whole),
    )
    const content = text.slice(spot.whole.start, spot.whole.end)
    const ruleId = `${this.pluginId}/${report.rule}`
    return {
      ...range,
      ruleId,
      messageId: report.messageId,
      severity: rule.defaultSeverity,
      message: fill(message, report.data),
      fingerprint: fingerprint(ruleId, unit.id, JSON.stringify(report.path), content),
      fixes: this.fixes(unit, report, text),
    }
  }

  private fixes(unit: Unit, report: Report, text: string): FindingFix[] {
    const path = report.path.slice(unit.base.length)
    return report.fixes.flatMap(fix => {
      const edits = unit.parsed.fix(path, fix)
      if (!edits) return []
      return {
        title: fix.title,
        edits: edits.map(edit => ({ ...edit, expected: text.slice(edit.start, edit.end) })),
      }
    })
  }

  private cut(rule: string): UnitFinding {
    const ruleId = `${this.pluginId}/${rule}`
    return {
      start: 0,
      end: 0,
      ruleId,
      messageId: '',
      severity: 'fault',
      message: {
        vi: `Quy tắc ${ruleId} phát hiện quá nhiều điểm ở đây; chỉ hiện ${maxReports}.`,
        en: `Rule ${ruleId} found too much here; ${maxReports} are shown.`,
      },
      fingerprint: fingerprint(ruleId, 'cut'),
      fixes: [],
    }
  }
}

export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)

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
