import { defineRule, nearest, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'
import { draftOf } from './draft.ts'

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

/** Keywords that went, and the last draft that has them. */
const lastDraft: ReadonlyMap<string, number> = new Map([
  ['additionalItems', 2019],
  ['$recursiveRef', 2019],
  ['$recursiveAnchor', 2019],
  ['id', 4],
])

export const unknownKeyword: Rule = defineRule({
  meta: {
    title: { vi: 'Từ khóa lạ', en: 'Unknown keyword' },
    docs: pageOf({
      why: {
        vi: 'JSON Schema bỏ qua từ khóa không biết: một lỗi gõ ("requried") làm mất ràng buộc mà không ai hay. Từ khóa riêng nên bắt đầu bằng "x-". Từ khóa của phiên bản mà "$schema" nêu thì được biết.',
        en: 'JSON Schema ignores keywords that it does not know: a slip ("requried") drops a constraint silently. Begin your own keywords with "x-". The keywords of the draft that "$schema" names are known.',
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
        const last = lastDraft.get(key)
        if (last !== undefined && draftOf(ctx) <= last) continue
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
