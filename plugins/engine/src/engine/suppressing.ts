import type { LocalText } from '@lienthong/plugin-sdk'
import { maxReports } from '../guest/run.ts'
import { type DocumentModel, isReadable, type Range, toDocument } from '../models/unit.ts'
import { engineId, engineRules } from './engine-rules.ts'
import type { FindingFix, UnitFinding } from './finding.ts'
import { guessOf } from './guess.ts'
import { fingerprint } from './place-findings.ts'
import type { RuleSettings } from './rule-settings.ts'
import { SuppressedLines } from './suppressed-lines.ts'
import type { SuppressedRule, Suppression } from './suppression.ts'

/** The unit of what is wrong with suppressions; its offsets are the document's. No statement or section can have this id. */
export const suppressionsUnitId = '!suppressions'

type Findings = ReadonlyMap<string, readonly UnitFinding[]>

/** What is known of the plugins when suppressions are judged. */
export interface Judgement {
  /** Every rule by `plugin/rule`. */
  readonly known: ReadonlySet<string>
  /** Those that ran on this document: only of them it can be said that they found nothing. */
  readonly ran: ReadonlySet<string>
  readonly settings: RuleSettings
}

/** Takes what is suppressed out of the findings, and adds what is wrong with the suppressions. A plugin's own failure is never suppressed. */
export const suppress = (
  found: Findings,
  suppressions: readonly Suppression[],
  model: DocumentModel,
  judge: () => Judgement,
): Findings => {
  if (suppressions.length === 0) return found
  const judgement = judge()
  const used = new Set<SuppressedRule>()
  const lines = new SuppressedLines(suppressions)
  const kept = new Map(found)
  for (const { id, pieces, isBroken } of model.units) {
    const isShown = (finding: UnitFinding) => {
      if (finding.severity === 'fault') return true
      const above = lines.at(toDocument(pieces, finding).start)
      const rules = above.flatMap(({ rules }) => rules.filter(rule => rule.id === finding.ruleId))
      for (const rule of rules) used.add(rule)
      return rules.length === 0
    }
    const findings = isBroken ? undefined : found.get(id)
    if (findings) kept.set(id, findings.filter(isShown))
  }
  const ran = isReadable(model) ? judgement.ran : new Set<string>()
  const problems = new Problems(model.text, { ...judgement, ran }, used)
  const wrong = suppressions.flatMap(suppression => problems.of(suppression))
  return kept.set(suppressionsUnitId, wrong.slice(0, maxReports))
}

/** A rule's id has at most 129 characters. */
const maxShownLength = 130

class Problems {
  constructor(
    private readonly text: string,
    private readonly judgement: Judgement,
    private readonly used: ReadonlySet<SuppressedRule>,
  ) {}

  of(suppression: Suppression): UnitFinding[] {
    const { rules, reason, start, end } = suppression
    if (rules.length === 0)
      return this.finding(
        'unknown',
        { start, end },
        {
          vi: 'Không nêu quy tắc nào để bỏ qua.',
          en: 'It names no rule to suppress.',
        },
      )
    const unknown = rules.filter(({ id }) => !this.judgement.known.has(id))
    const problems = unknown.flatMap(rule => this.finding('unknown', rule, this.unknownText(rule.id)))
    if (reason === null)
      return [
        ...problems,
        ...this.finding(
          'reason',
          { start, end },
          {
            vi: 'Bỏ qua mà chưa có lý do: viết thêm "-- lý do". Chưa bỏ qua gì.',
            en: 'A suppression without a reason: add "-- why". It suppresses nothing yet.',
          },
        ),
      ]
    const unused = rules.filter(rule => this.judgement.ran.has(rule.id) && !this.used.has(rule))
    return [...problems, ...unused.flatMap(rule => this.unused(rule, suppression))]
  }

  private unused(rule: SuppressedRule, suppression: Suppression): UnitFinding[] {
    const message = {
      vi: `${rule.id} không phát hiện gì ở dòng dưới: bỏ qua thừa.`,
      en: `${rule.id} finds nothing on the line below: the suppression is not used.`,
    }
    return this.finding(
      'unused',
      rule,
      message,
      suppression.rules.length === 1 ? [this.removing(suppression)] : [],
    )
  }

  private finding(
    kind: keyof typeof engineRules,
    range: Range,
    message: LocalText,
    fixes: readonly FindingFix[] = [],
  ): UnitFinding[] {
    const { id, defaultSeverity } = engineRules[kind]
    const ruleId = `${engineId}/${id}`
    const severity = this.judgement.settings[ruleId]?.severity ?? defaultSeverity
    if (severity === 'off') return []
    const { start, end } = range
    const content = this.text.slice(start, end)
    return [
      {
        start,
        end,
        ruleId,
        messageId: kind,
        severity,
        message,
        fingerprint: fingerprint(ruleId, content),
        fixes,
      },
    ]
  }

  private unknownText(id: string): LocalText {
    const guess = guessOf(id, [...this.judgement.known])
    const shown = id.slice(0, maxShownLength)
    return { vi: `Không có quy tắc "${shown}".${guess.vi}`, en: `There is no rule "${shown}".${guess.en}` }
  }

  /** The comment goes, with its line where it has one of its own. */
  private removing({ start, end }: Range): FindingFix {
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1
    const newline = this.text.indexOf('\n', end)
    const lineEnd = newline < 0 ? this.text.length : newline + 1
    const around = this.text.slice(lineStart, start) + this.text.slice(end, lineEnd)
    const whole = around.trim() === '' ? { start: lineStart, end: lineEnd } : { start, end }
    return {
      title: { vi: 'Xóa chú thích bỏ qua', en: 'Remove the suppression' },
      edits: [{ ...whole, expected: this.text.slice(whole.start, whole.end), text: '' }],
    }
  }
}
