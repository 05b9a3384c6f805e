import {
  cited,
  defineRule,
  type Field,
  type FieldNode,
  givenValues,
  Patterns,
  pageOf,
  type Rule,
  type RuleContext,
  schemaOf,
  wordsOf,
} from '@lienthong/plugin-sdk'

const unconfirmed = {
  vi: 'cách hiểu phổ biến của quy chuẩn, chưa đối chiếu bản gốc; quy tắc này vì vậy chỉ là cảnh báo',
  en: 'the common reading of the standard, not compared with the original; this rule only warns for that reason',
}

/** A whole or partial date of ISO 8601, or a date and time. */
const isoDate = /^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?$/

/** `ngay_sinh`, `birthDate`: named as a date, and not as a number of days. */
function isNamedAsDate({ name }: Field): boolean {
  const words = wordsOf(name)
  const isDays = words.includes('so') || words.includes('cong') || words.includes('days')
  return (
    !isDays &&
    (words[0] === 'ngay' ||
      (words.at(-1) === 'date' && words.length > 1) ||
      words.join(' ') === 'date of birth')
  )
}

const isBirth = ({ name }: Field): boolean =>
  /\b(ngay sinh|ngay thang nam sinh|birth date|birthdate|date of birth)\b/.test(wordsOf(name).join(' '))

export const isoDates: Rule = defineRule({
  meta: {
    title: { vi: 'Ngày theo ISO 8601', en: 'Dates by ISO 8601' },
    docs: pageOf({
      why: {
        vi: 'Dữ liệu trao đổi ghi ngày theo ISO 8601 (2025-07-15). Chuỗi tự do kiểu 15/07/2025 không sắp xếp được và dễ đọc nhầm ngày với tháng; chỉ dùng khi hiển thị.',
        en: 'Exchanged data writes dates by ISO 8601 (2025-07-15). Free text such as 15/07/2025 does not sort and confuses day with month; keep it for display.',
      },
      wrong: "ngayCap:\n  type: string\n  examples: ['15/07/2025']",
      right: "ngayCap:\n  type: string\n  format: date\n  examples: ['2025-07-15']\n# SQL: ngay_cap date",
      source: cited(['QCVN 109:2017/BTTTT'], unconfirmed),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    messages: {
      free: {
        vi: 'Trường ngày là chuỗi tự do: dùng kiểu ngày (ISO 8601)',
        en: 'This date is free text: use a date type (ISO 8601)',
      },
      value: {
        vi: '"{value}" không theo ISO 8601 (2025-07-15)',
        en: '"{value}" is not an ISO 8601 date (2025-07-15)',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const patterns = new Patterns()
    return {
      field(node) {
        const { type } = node.value
        if ((type !== 'text' && type !== 'date') || !isNamedAsDate(node.value)) return
        if (type === 'text' && isFree(node, patterns)) reportFree(ctx, node)
        for (const { value, below } of givenValues(schemaOf(ctx, node) ?? {})) {
          if (typeof value === 'string' && !isoDate.test(value)) {
            ctx.report({ node, below, at: 'value', messageId: 'value', data: { value } })
          }
        }
      },
    }
  },
})

function reportFree(ctx: RuleContext, node: FieldNode): void {
  const title = { vi: 'Đổi thành kiểu ngày', en: 'Make it a date' }
  if (node.language === 'sql') {
    ctx.report({
      node,
      at: 'value',
      messageId: 'free',
      fixes: [{ kind: 'replaceText', text: 'date', title }],
    })
    return
  }
  const isOwn = node.value.definition === null
  const fix = { kind: 'insertKey', key: 'format', value: 'date', title } as const
  ctx.report({ node, at: 'key', messageId: 'free', fixes: isOwn ? [fix] : [] })
}

/** No format, and no pattern that takes ISO dates and refuses others. One that cannot be tried may be meant well. */
function isFree({ value: { format, pattern, values } }: FieldNode, patterns: Patterns): boolean {
  if (format !== null || values !== null) return false
  if (pattern === null) return true
  const takesIso = patterns.matches(pattern, '2025-07-15')
  return takesIso === false || (takesIso === true && patterns.matches(pattern, '15/07/2025') === true)
}

export const partialBirthDate: Rule = defineRule({
  meta: {
    title: { vi: 'Ngày sinh có thể khuyết', en: 'A birth date may be partial' },
    docs: pageOf({
      why: {
        vi: 'Nhiều người chỉ có năm sinh, hoặc tháng và năm. Trường bắt buộc đủ ngày, tháng, năm buộc cán bộ nhập số liệu không có thật.',
        en: 'Of many people only the year, or month and year, of birth is known. A required full date makes clerks enter what is not true.',
      },
      wrong: 'required: [ngaySinh]\nproperties:\n  ngaySinh: { type: string, format: date }',
      right:
        "required: [ngaySinh]\nproperties:\n  ngaySinh: { type: string, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' }",
      source: cited(['QCVN 109:2017/BTTTT'], unconfirmed),
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    messages: {
      full: {
        vi: 'Bắt buộc đủ ngày, tháng, năm sinh: có người chỉ có năm sinh (1953) hoặc tháng, năm (1987-05)',
        en: 'A full birth date is required: of some people only the year (1953) or the month (1987-05) is known',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      const { isRequired, type, format } = node.value
      if (isRequired && isBirth(node.value) && (type === 'date' || format === 'date')) {
        ctx.report({ node, at: 'key', messageId: 'full' })
      }
    },
  }),
})
