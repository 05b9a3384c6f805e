import { defineRule, type JsonObject, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minContains', 'maxContains'],
] as const

export const contradiction: Rule = defineRule({
  meta: {
    title: { vi: 'Ràng buộc không mâu thuẫn', en: 'Constraints do not contradict' },
    docs: pageOf({
      why: {
        vi: 'Khi cận dưới lớn hơn cận trên thì không giá trị nào hợp lệ.',
        en: 'Where the lower bound exceeds the upper one no value is valid.',
      },
      wrong: 'type: string\nminLength: 12\nmaxLength: 9',
      right: 'type: string\nminLength: 9\nmaxLength: 12',
      source: `${jsonSchema} Validation § 6`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: {
      crossed: {
        vi: '{low} ({from}) lớn hơn {high} ({to})',
        en: '{low} ({from}) is greater than {high} ({to})',
      },
      empty: {
        vi: 'Không giá trị nào vừa lớn hơn {from} vừa nhỏ hơn {to}',
        en: 'No value is both above {from} and below {to}',
      },
      constOutside: { vi: '"const" không nằm trong "enum"', en: '"const" is not in "enum"' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      for (const [low, high] of pairs) {
        const from = node.value[low]
        const to = node.value[high]
        if (typeof from === 'number' && typeof to === 'number' && from > to) {
          ctx.report({
            node,
            below: [high],
            at: 'whole',
            messageId: 'crossed',
            data: { low, high, from, to },
          })
        }
      }
      const empty = emptyRange(node.value)
      if (empty) ctx.report({ node, below: [empty.key], at: 'whole', messageId: 'empty', data: empty })
      const { const: only, enum: values } = node.value
      if (only !== undefined && Array.isArray(values) && !values.some(value => isSame(value, only))) {
        ctx.report({ node, below: ['const'], at: 'value', messageId: 'constOutside' })
      }
    },
  }),
})

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Bounds that exclude their own value meet or cross. */
function emptyRange(schema: JsonObject): { key: string; from: number; to: number } | undefined {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum } = schema
  const from = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : minimum
  const to = typeof exclusiveMaximum === 'number' ? exclusiveMaximum : maximum
  if (typeof from !== 'number' || typeof to !== 'number' || from < to) return undefined
  if (typeof exclusiveMaximum === 'number') return { key: 'exclusiveMaximum', from, to }
  return typeof exclusiveMinimum === 'number' ? { key: 'exclusiveMinimum', from, to } : undefined
}
