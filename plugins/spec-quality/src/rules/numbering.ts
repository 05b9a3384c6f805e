import {
  defineRule,
  type MdNode,
  type MdRequirement,
  pageOf,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import { idOf } from '../text/ids.ts'
import { literature } from './sources.ts'

/** More missing than this are no gap but a new block of numbers. */
const widestGap = 9

export const numbering: Rule = defineRule({
  meta: {
    title: { vi: 'Số yêu cầu liên tục', en: 'Numbering has no gaps' },
    docs: pageOf({
      why: {
        vi: 'Số bị thiếu làm người rà soát ngờ có yêu cầu bị xóa; số lộn thứ tự hay viết khác cách (YC-7, YC-008) thì khó tìm. Yêu cầu đã bỏ nên giữ mã và ghi rõ là đã bỏ.',
        en: 'A missing number makes reviewers suspect that a requirement was deleted; numbers out of order or written differently (YC-7, YC-008) are hard to find. Keep the id of a withdrawn requirement and say so.',
      },
      wrong: 'YC-001: …\n\nYC-003: …',
      right: 'YC-001: …\n\nYC-002: (đã bỏ, gộp vào YC-003)\n\nYC-003: …',
      source: literature('§ 5.2.8 (identification)', 'C12; Doorstop "skipped level"'),
    }),
    defaultSeverity: 'info',
    languages: ['markdown'],
    messages: {
      gap: { vi: 'Trước {id} thiếu {missing}', en: '{missing} is missing before {id}' },
      order: { vi: '{id} đứng sau {before}', en: '{id} comes after {before}' },
      width: {
        vi: '{id} viết số khác cách với {other}',
        en: '{id} writes its number differently from {other}',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      for (const series of seriesOf(facts.requirements)) {
        checkOrder(ctx, series)
        checkWidths(ctx, series)
      }
    },
  }),
})

/** Each is held against the highest number before it. */
function checkOrder(ctx: RuleContext, series: readonly Numbered[]): void {
  const numbers = new Set(series.map(({ number }) => number))
  let before = series[0]
  for (const one of series) {
    const { node, id, number } = one
    if (before && number < before.number) {
      ctx.report({ node, at: 'key', messageId: 'order', data: { id, before: before.id } })
      continue
    }
    const missing = before ? missingBetween(before, number, numbers) : []
    if (missing.length > 0)
      ctx.report({ node, at: 'key', messageId: 'gap', data: { id, missing: missing.join(', ') } })
    before = one
  }
}

function checkWidths(ctx: RuleContext, series: readonly Numbered[]): void {
  const padded = series.find(({ digits }) => digits.length > 1 && digits.startsWith('0'))
  if (!padded) return
  for (const { node, id, digits } of series)
    if (isOtherWidth(digits, padded.digits))
      ctx.report({ node, at: 'key', messageId: 'width', data: { id, other: padded.id } })
}

interface Numbered {
  readonly node: MdNode<MdRequirement>
  readonly id: string
  readonly series: string
  readonly digits: string
  readonly number: number
}

function seriesOf(requirements: readonly MdNode<MdRequirement>[]): readonly Numbered[][] {
  const all = new Map<string, Numbered[]>()
  for (const node of requirements) {
    const { id, series, digits } = idOf(node.value.id)
    const one = { node, id, series, digits, number: Number(digits) }
    const known = all.get(series)
    if (known) known.push(one)
    else all.set(series, [one])
  }
  return [...all.values()]
}

/** The ids between two neighbours that stand nowhere in the series; none where so many are that a new block begins. */
function missingBetween(before: Numbered, number: number, known: ReadonlySet<number>): string[] {
  const count = number - before.number - 1
  if (count > widestGap) return []
  const between = Array.from({ length: Math.max(0, count) }, (_, i) => before.number + 1 + i)
  return between
    .filter(each => !known.has(each))
    .map(each => before.series + String(each).padStart(before.digits.length, '0'))
}

const isOtherWidth = (digits: string, padded: string): boolean =>
  digits.length < padded.length || (digits.startsWith('0') && digits.length !== padded.length)
