import {
  defineRule,
  Patterns,
  type PublishedField,
  pageOf,
  type Report,
  type Rule,
} from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'
import { framework } from '../sources.ts'

export const valuesFit: Rule = defineRule({
  meta: {
    title: { vi: 'Giá trị vừa với trường đích', en: 'Values fit into the target' },
    docs: pageOf({
      why: {
        vi: 'Trường đích ngắn hơn, có mẫu hoặc danh mục chặt hơn trường nguồn thì có giá trị bị cắt hoặc bị từ chối mà không ai hay. Nêu cách xử lý ở `transform`, hoặc mất gì và vì sao chấp nhận ở `loss`.',
        en: 'Where the target is shorter, or its pattern or code list narrower than the source, some values are cut or refused, and nobody notices. Say in `transform` what is done about it, or in `loss` what gets lost and why that may be.',
      },
      wrong: '- { from: cong_dan.ho_ten, to: hoTen } # varchar(200) → maxLength 100',
      right:
        '- { from: cong_dan.ho_ten, to: hoTen, loss: Tên dài hơn 100 ký tự bị từ chối và sửa tại nguồn }',
      source: framework,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    inputs: ['schemas'],
    messages: {
      longer: {
        vi: 'Nguồn dài tới {from} ký tự, đích chỉ nhận {to}',
        en: 'The source has up to {from} characters, the target takes {to}',
      },
      endless: {
        vi: 'Nguồn không giới hạn độ dài, đích chỉ nhận {to} ký tự',
        en: 'The source has no longest value, the target takes {to} characters',
      },
      pattern: {
        vi: 'Nguồn có thể có "{sample}", mẫu của đích không nhận',
        en: 'The source may hold "{sample}", which the pattern of the target refuses',
      },
      open: {
        vi: 'Đích chỉ nhận giá trị trong danh mục, nguồn không có danh mục: nêu "codes" hoặc "transform"',
        en: 'The target takes codes of a list only, the source has no list: state "codes" or "transform"',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    const patterns = new Patterns()
    return {
      'mapping.entry'(node) {
        const { codes, transform, loss } = node.value
        const isDealtWith = codes !== null || transform !== null || loss !== null
        const pair = isDealtWith ? null : ends.pairOf(node)
        const misfit = pair && misfitOf(patterns, pair.from, pair.to)
        if (misfit) ctx.report({ node, below: ['from'], at: 'value', ...misfit })
      },
    }
  },
})

const misfitOf = (
  patterns: Patterns,
  from: PublishedField,
  to: PublishedField,
): Pick<Report, 'messageId' | 'data'> | null => {
  if (from.type !== 'text' || to.type !== 'text') return null
  if (to.values !== null) return from.values === null ? { messageId: 'open' } : null
  const sample = refusedOf(patterns, from, to)
  if (sample !== undefined) return { messageId: 'pattern', data: { sample } }
  const longest = longestOf(from)
  if (to.maxLength === null || longest <= to.maxLength) return null
  const messageId = longest === Infinity ? 'endless' : 'longer'
  return { messageId, data: { from: longest, to: to.maxLength } }
}

/** A pattern says how long a value may get, too, but not in so many words: nothing is known then. */
const longestOf = ({ maxLength, values, pattern }: PublishedField): number =>
  values === null
    ? (maxLength ?? (pattern === null ? Infinity : 0))
    : Math.max(0, ...values.map(value => value.length))

/** A value that the source may hold and the target refuses. */
const refusedOf = (patterns: Patterns, from: PublishedField, to: PublishedField): string | undefined => {
  const { pattern } = to
  if (pattern === null || pattern === from.pattern) return undefined
  const samples = from.values ?? (from.pattern === null ? [] : patterns.samples(from.pattern))
  return samples.find(sample => patterns.matches(pattern, sample) === false)
}
