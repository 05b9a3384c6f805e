import { defineRule, givenValues, type Json, Patterns, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { Fitting } from '../fit/fitting.ts'
import { textOf } from '../fit/same.ts'
import { hasType, typesOf } from '../fit/types.ts'
import { isMisfit } from '../fit/verdict.ts'
import { jsonSchema } from '../sources.ts'

export const enumValues: Rule = defineRule({
  meta: {
    title: { vi: 'Danh sách giá trị nhất quán', en: 'Enumerations are consistent' },
    docs: pageOf({
      why: {
        vi: 'Giá trị lặp là lỗi chép; giá trị khác kiểu với "type" không bao giờ hợp lệ.',
        en: 'A value listed twice is a slip; one that is not of the declared type is never valid.',
      },
      wrong: "type: string\nenum: ['1', '2', '2', 3]",
      right: "type: string\nenum: ['1', '2', '3']",
      source: `${jsonSchema} Validation § 6.1.2`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      twice: { vi: 'Giá trị này đã có trong danh sách', en: 'This value is in the list already' },
      type: { vi: 'Giá trị không thuộc kiểu {type}', en: 'The value is not of the type {type}' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const { enum: values, type } = node.value
      if (!Array.isArray(values)) return
      const types = typesOf(node.value)
      const seen = new Set<string>()
      values.forEach((value: Json, i) => {
        const place = { node, below: ['enum', i], at: 'value' } as const
        const text = textOf(value)
        if (seen.has(text)) {
          const title = { vi: 'Bỏ giá trị lặp', en: 'Remove it' }
          ctx.report({ ...place, messageId: 'twice', fixes: [{ kind: 'remove', title }] })
        } else if (!hasType(value, types)) {
          const canQuote = type === 'string' && typeof value === 'number'
          const title = { vi: 'Đổi thành chuỗi', en: 'Make it a string' }
          const fixes = canQuote ? [{ kind: 'setValue', value: String(value), title } as const] : []
          ctx.report({ ...place, messageId: 'type', data: { type: types.join(' | ') }, fixes })
        }
        seen.add(text)
      })
    },
  }),
})

export const valuesFit: Rule = defineRule({
  meta: {
    title: { vi: 'Ví dụ và mặc định hợp lệ', en: 'Examples and defaults are valid' },
    docs: pageOf({
      why: {
        vi: 'Người đọc tin vào ví dụ hơn là vào lược đồ; giá trị mặc định sai thì sinh ra dữ liệu sai. Giá trị được đối chiếu với cả tham chiếu, các nhánh, phần tử và thuộc tính bên trong; điều không chắc thì không nêu.',
        en: 'Readers trust the example more than the schema; a wrong default makes wrong data. The value is held against references, branches, items and properties too; of what is not certain nothing is said.',
      },
      wrong: "type: string\nmaxLength: 2\nexamples: ['001']",
      right: "type: string\nmaxLength: 3\nexamples: ['001']",
      source: `${jsonSchema} Validation § 9`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: { unfit: { vi: 'Giá trị không hợp lệ: {detail}', en: 'The value is not valid: {detail}' } },
  },
  scope: 'unit',
  create: ctx => {
    const fitting = new Fitting(ctx, new Patterns())
    return {
      schema(node) {
        fitting.sees(node)
        for (const { value, below } of givenValues(node.value)) {
          // Those are constraints themselves: other rules hold them against the rest.
          if (below[0] === 'enum' || below[0] === 'const') continue
          const verdict = fitting.fits(value, node)
          if (!isMisfit(verdict)) continue
          ctx.report({
            node,
            below: [...below, ...verdict.below],
            at: verdict.isName ? 'key' : 'value',
            messageId: 'unfit',
            data: { detail: verdict.why },
          })
        }
      },
    }
  },
})
