import {
  defineRule,
  givenValues,
  type Json,
  type JsonObject,
  type LocalText,
  Patterns,
  pageOf,
  type Rule,
} from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'
import { isSame } from './contradictions.ts'

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
      const seen = new Set<string>()
      values.forEach((value: Json, i) => {
        const place = { node, below: ['enum', i], at: 'value' } as const
        const text = JSON.stringify(value)
        if (seen.has(text)) {
          const title = { vi: 'Bỏ giá trị lặp', en: 'Remove it' }
          ctx.report({ ...place, messageId: 'twice', fixes: [{ kind: 'remove', title }] })
        } else if (!hasType(value, type)) {
          const canQuote = type === 'string' && typeof value === 'number'
          const title = { vi: 'Đổi thành chuỗi', en: 'Make it a string' }
          const fixes = canQuote ? [{ kind: 'setValue', value: String(value), title } as const] : []
          ctx.report({ ...place, messageId: 'type', data: { type: [type].flat().join(' | ') }, fixes })
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
        vi: 'Người đọc tin vào ví dụ hơn là vào lược đồ; giá trị mặc định sai thì sinh ra dữ liệu sai.',
        en: 'Readers trust the example more than the schema; a wrong default makes wrong data.',
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
    const patterns = new Patterns()
    return {
      schema(node) {
        for (const { value, below } of givenValues(node.value)) {
          if (below[0] === 'enum') continue
          const detail = unfitness(value, node.value, patterns)
          if (detail) ctx.report({ node, below, at: 'value', messageId: 'unfit', data: { detail } })
        }
      },
    }
  },
})

/** Why a value breaks the constraints written at the schema itself; references and branches are not followed. */
function unfitness(value: Json, schema: JsonObject, patterns: Patterns): LocalText | undefined {
  const { type, enum: values } = schema
  if (!hasType(value, type)) {
    const types = [type].flat().join(' | ')
    return { vi: `không thuộc kiểu ${types}`, en: `it is not of the type ${types}` }
  }
  if (Array.isArray(values) && !values.some(one => isSame(one, value))) {
    return { vi: 'không nằm trong "enum"', en: 'it is not in "enum"' }
  }
  if (typeof value === 'string') return unfitText(value, schema, patterns)
  if (typeof value === 'number') return unfitNumber(value, schema)
  return undefined
}

function unfitText(
  value: string,
  { minLength, maxLength, pattern }: JsonObject,
  patterns: Patterns,
): LocalText | undefined {
  const length = [...value].length
  if (typeof minLength === 'number' && length < minLength) {
    return { vi: `ngắn hơn ${minLength} ký tự`, en: `it is shorter than ${minLength} characters` }
  }
  if (typeof maxLength === 'number' && length > maxLength) {
    return { vi: `dài hơn ${maxLength} ký tự`, en: `it is longer than ${maxLength} characters` }
  }
  // What cannot be tried is no finding: a pattern that cannot be read is another rule's.
  if (typeof pattern === 'string' && patterns.matches(pattern, value) === false) {
    return { vi: `không khớp mẫu ${pattern}`, en: `it does not match ${pattern}` }
  }
  return undefined
}

function unfitNumber(value: number, { minimum, maximum }: JsonObject): LocalText | undefined {
  if (typeof minimum === 'number' && value < minimum) {
    return { vi: `nhỏ hơn ${minimum}`, en: `it is less than ${minimum}` }
  }
  if (typeof maximum === 'number' && value > maximum) {
    return { vi: `lớn hơn ${maximum}`, en: `it is greater than ${maximum}` }
  }
  return undefined
}

function hasType(value: Json, type: Json | undefined): boolean {
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type]
  return types.length === 0 || types.some(one => isOfType(value, one))
}

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    default:
      return true
  }
}
