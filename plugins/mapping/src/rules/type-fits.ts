import {
  defineRule,
  type FieldType,
  type Json,
  type PublishedField,
  pageOf,
  type Report,
  type Rule,
} from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'
import { framework } from '../sources.ts'

export const typeFits: Rule = defineRule({
  meta: {
    title: { vi: 'Kiểu dữ liệu chuyển được', en: 'Types can be converted' },
    docs: pageOf({
      why: {
        vi: 'Kiểu của trường nguồn và trường đích khác nhau thì `transform` nói cách chuyển, nếu không mỗi bên cài đặt một cách. Số chuyển thành mã có độ dài cố định thì mất số 0 ở đầu; thời điểm thành ngày thì mất giờ.',
        en: 'Where the types of the two fields differ, `transform` says how one becomes the other, or every implementer does it in their own way. Numbers that become codes of a fixed length lose their leading zeros, points in time that become days lose the hour.',
      },
      wrong: '- { from: cong_dan.ngay_sinh, to: ngaySinh } # text → date',
      right: '- { from: cong_dan.ngay_sinh, to: ngaySinh, transform: dd/mm/yyyy thành ISO 8601 }',
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    inputs: ['schemas'],
    messages: {
      other: {
        vi: '{from} không tự thành {to}: nêu cách chuyển ở "transform"',
        en: '{from} does not become {to} by itself: say how in "transform"',
      },
      zeros: {
        vi: 'Số thành mã thì mất số 0 ở đầu: nêu cách chuyển ở "transform"',
        en: 'A number that becomes a code loses its leading zeros: say how it is done in "transform"',
      },
      joined: {
        vi: 'Nêu cách ghép các trường ở "transform"',
        en: 'Say in "transform" how the fields are joined',
      },
      value: { vi: 'Giá trị cố định không phải {to}', en: 'The fixed value is no {to}' },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    return {
      'mapping.entry'(node) {
        const { from, to, value, codes, transform } = node.value
        if (transform !== null) return
        if (from.length > 1) return ctx.report({ node, below: ['from'], at: 'key', messageId: 'joined' })
        const fed = to === null ? undefined : ends.target(node.parent)?.at(to)
        if (value !== undefined && fed && !isOf(value, fed.type))
          ctx.report({ node, below: ['value'], at: 'value', messageId: 'value', data: { to: fed.type } })
        // Codes are translated one by one.
        const pair = codes === null ? ends.pairOf(node) : null
        const misfit = pair && misfitOf(pair.from, pair.to)
        if (misfit) ctx.report({ node, below: ['from'], at: 'value', ...misfit })
      },
    }
  },
})

const misfitOf = (from: PublishedField, to: PublishedField): Pick<Report, 'messageId' | 'data'> | null => {
  if (!becomes(from.type, to.type)) return { messageId: 'other', data: { from: from.type, to: to.type } }
  return losesZeros(from, to) ? { messageId: 'zeros' } : null
}

/** What becomes what without a word, beside itself. */
const widened: Readonly<Partial<Record<FieldType, readonly FieldType[]>>> = {
  integer: ['decimal', 'text'],
  decimal: ['text'],
  boolean: ['text'],
  date: ['timestamp', 'text'],
  timestamp: ['text'],
}

const becomes = (from: FieldType, to: FieldType): boolean =>
  from === to || [from, to].includes('unknown') || (widened[from]?.includes(to) ?? false)

/** A text of a known form is a code. */
const losesZeros = (from: PublishedField, { type, pattern, minLength, values }: PublishedField): boolean =>
  ['integer', 'decimal'].includes(from.type) &&
  type === 'text' &&
  (pattern !== null || values !== null || (minLength ?? 0) > 1)

const isOf = (value: Json, type: FieldType): boolean => {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'decimal':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'text':
    case 'date':
    case 'timestamp':
    case 'binary':
      return typeof value === 'string'
    case 'unknown':
      return true
    default:
      return type satisfies never
  }
}
