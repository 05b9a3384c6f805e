import { defineRule, type Json, nearest, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

/** The vocabularies of 2020-12, with the two older names that it still mentions. */
const known = new Set(
  (
    '$schema $id $ref $defs $anchor $dynamicRef $dynamicAnchor $vocabulary $comment definitions dependencies ' +
    'title description default examples deprecated readOnly writeOnly type enum const properties required ' +
    'additionalProperties patternProperties propertyNames dependentRequired dependentSchemas unevaluatedProperties ' +
    'minProperties maxProperties items prefixItems contains minContains maxContains minItems maxItems uniqueItems ' +
    'unevaluatedItems minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf ' +
    'allOf anyOf oneOf not if then else contentEncoding contentMediaType contentSchema'
  ).split(' '),
)

/** Keywords that act on one type only. */
const typeOfKeyword: Readonly<Record<string, readonly string[]>> = {
  ...forType(['string'], ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType']),
  ...forType(
    ['number', 'integer'],
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ),
  ...forType(['array'], ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']),
  ...forType(
    ['object'],
    ['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ),
  ...forType(['object'], ['minProperties', 'maxProperties', 'dependentRequired']),
}

function forType(types: readonly string[], keywords: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(keywords.map(keyword => [keyword, types]))
}

export const unknownKeyword: Rule = defineRule({
  meta: {
    title: { vi: 'Từ khóa lạ', en: 'Unknown keyword' },
    docs: pageOf({
      why: {
        vi: 'JSON Schema bỏ qua từ khóa không biết: một lỗi gõ ("requried") làm mất ràng buộc mà không ai hay. Từ khóa riêng nên bắt đầu bằng "x-".',
        en: 'JSON Schema ignores keywords that it does not know: a slip ("requried") drops a constraint silently. Begin your own keywords with "x-".',
      },
      wrong: 'type: object\nrequried: [hoTen]',
      right: 'type: object\nrequired: [hoTen]\nx-chu-quan: Bộ Công an',
      source: `${jsonSchema} Core § 6.5`,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      misspelt: {
        vi: 'Không có từ khóa "{key}"; có phải "{near}"?',
        en: 'There is no keyword "{key}"; did you mean "{near}"?',
      },
      unknown: {
        vi: 'Không có từ khóa "{key}"; từ khóa riêng nên bắt đầu bằng "x-"',
        en: 'There is no keyword "{key}"; begin your own keywords with "x-"',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      for (const key of Object.keys(node.value)) {
        if (known.has(key) || /^x[-_]/i.test(key)) continue
        const near = nearest(key, known)
        if (near === undefined || near in node.value) {
          ctx.report({ node, below: [key], at: 'key', messageId: 'unknown', data: { key } })
          continue
        }
        const title = { vi: `Đổi thành "${near}"`, en: `Change to "${near}"` }
        const fixes = [{ kind: 'rename', to: near, title } as const]
        ctx.report({ node, below: [key], at: 'key', messageId: 'misspelt', data: { key, near }, fixes })
      }
    },
  }),
})

export const idleKeyword: Rule = defineRule({
  meta: {
    title: { vi: 'Từ khóa không có tác dụng', en: 'Keyword without effect' },
    docs: pageOf({
      why: {
        vi: 'Ràng buộc của kiểu khác không có tác dụng: "maxLength" trên một số nguyên không giới hạn gì.',
        en: 'A constraint for another type does nothing: "maxLength" on an integer limits nothing.',
      },
      wrong: 'type: integer\nmaxLength: 12',
      right: 'type: string\nmaxLength: 12',
      source: `${jsonSchema} Validation § 6`,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      idle: {
        vi: '"{key}" không có tác dụng với kiểu {type}',
        en: '"{key}" has no effect on the type {type}',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const types = [node.value.type ?? []].flat()
      if (types.length === 0) return
      for (const key of Object.keys(node.value).filter(key => isIdle(key, types))) {
        const fixes = [{ kind: 'remove', title: { vi: `Bỏ "${key}"`, en: `Remove "${key}"` } } as const]
        const data = { key, type: types.join(' | ') }
        ctx.report({ node, below: [key], at: 'key', messageId: 'idle', data, fixes })
      }
    },
  }),
})

const isIdle = (keyword: string, types: readonly Json[]): boolean =>
  Object.hasOwn(typeOfKeyword, keyword) && !typeOfKeyword[keyword]?.some(type => types.includes(type))
