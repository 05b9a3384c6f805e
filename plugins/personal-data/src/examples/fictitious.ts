import {
  defineRule,
  type Fix,
  givenValues,
  type Mark,
  type Node,
  Occurrences,
  pageOf,
  type Rule,
  type SchemaNode,
} from '@lienthong/plugin-sdk'
import type { Form } from '../kinds/kind.ts'
import { kindOf } from '../kinds/recognise.ts'
import { ownDemand } from '../sources.ts'
import { looksReal, madeUp, realFormOf } from './looks-real.ts'
import { realValuesIn } from './texts.ts'

const title = { vi: 'Thay bằng dữ liệu giả', en: 'Replace with made-up data' }

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The form that the values of a schema have, by what its name, title, description and format say. */
const formOf = ({ key, value: { title, description, format } }: SchemaNode): Form | undefined =>
  kindOf({
    name: typeof key === 'string' ? key : '',
    title: textOf(title),
    description: textOf(description),
    format,
  })?.form

/** The form of a value that may belong to somebody. */
const realForm = (value: string, expected: Form | undefined): Form | undefined =>
  expected !== undefined && looksReal(expected, value) ? expected : emailOnly(value)

/** Twelve digits of a field that is not said to hold personal ids may be anything. */
const emailOnly = (value: string): Form | undefined => (realFormOf(value) === 'email' ? 'email' : undefined)

export const fictitiousExamples: Rule = defineRule({
  meta: {
    title: { vi: 'Ví dụ là dữ liệu giả', en: 'Examples are made up' },
    docs: pageOf({
      why: {
        vi: 'Đặc tả được gửi đi nhiều nơi và lưu mãi trong lịch sử; một số định danh, số điện thoại hay địa chỉ thư chép từ hồ sơ thật là lộ dữ liệu của một người. Dùng giá trị mà ai cũng thấy là giả: sáu chữ số cuối liên tiếp hoặc giống nhau (001087123456), tên miền dành cho ví dụ (example.com).',
        en: 'Specifications travel far and are kept in their history for good; a number, phone or address copied from a real file discloses somebody. Use values that anybody sees are made up: last six digits in a row or all the same (001087123456), a domain reserved for examples (example.com).',
      },
      wrong: "properties:\n  soCccd:\n    type: string\n    examples: ['001087402915']",
      right: "properties:\n  soCccd:\n    type: string\n    examples: ['001087123456']",
      source: {
        vi: `${ownDemand.vi} RFC 2606 về tên miền dành cho ví dụ.`,
        en: `${ownDemand.en} RFC 2606 on domain names for examples.`,
      },
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql', 'markdown'],
    fixable: true,
    messages: {
      value: {
        vi: 'Giá trị này có thể là dữ liệu của người thật: hãy dùng dữ liệu giả',
        en: 'This value may belong to a real person: use made-up data',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const reportText = (node: Node<unknown>, at: Mark, text: string) => {
      const occurrences = new Occurrences(text)
      for (const { value, form, from, to } of realValuesIn(text)) {
        const fix: Fix = { kind: 'replaceText', text: madeUp(form, value), title }
        ctx.report({ node, at, ...occurrences.mark(from, to), messageId: 'value', fixes: [fix] })
      }
    }
    return {
      schema(node) {
        const given = givenValues(node.value)
        const form = given.length > 0 ? formOf(node) : undefined
        for (const { value, below } of given) {
          const real = typeof value === 'string' ? realForm(value, form) : undefined
          if (typeof value !== 'string' || real === undefined) continue
          const fix: Fix = { kind: 'setValue', value: madeUp(real, value), title }
          ctx.report({ node, below, at: 'value', messageId: 'value', fixes: [fix] })
        }
      },
      'sql.statement'(node) {
        if (node.value.kind !== 'comment') reportText(node, 'whole', node.text)
      },
      'md.code': node => reportText(node, 'value', node.value.text),
    }
  },
})
