import {
  defineRule,
  type Json,
  type LocalText,
  type MessageData,
  pageOf,
  type Rule,
  type SchemaNode,
} from '@lienthong/plugin-sdk'
import { typesOf } from '../fit/types.ts'
import { jsonSchema } from '../sources.ts'
import { typesOfKeyword } from './keyword-types.ts'

export const idleKeyword: Rule = defineRule({
  meta: {
    title: { vi: 'Từ khóa không có tác dụng', en: 'Keyword without effect' },
    docs: pageOf({
      why: {
        vi: 'Ràng buộc của kiểu khác không có tác dụng: "maxLength" trên một số nguyên không giới hạn gì. Từ khóa thiếu bạn đi cùng cũng vậy: "if" không có "then" và "else", "minContains" không có "contains".',
        en: 'A constraint for another type does nothing: "maxLength" on an integer limits nothing. Nor does a keyword without its partner: "if" without "then" and "else", "minContains" without "contains".',
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
      alone: {
        vi: '"{key}" không có tác dụng khi không có {partner}',
        en: '"{key}" has no effect without {partner}',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const types = typesOf(node.value)
      const report = (messageId: string, key: string, data: MessageData) => {
        const fixes = [{ kind: 'remove', title: { vi: `Bỏ "${key}"`, en: `Remove "${key}"` } } as const]
        ctx.report({ node, below: [key], at: 'key', messageId, data: { key, ...data }, fixes })
      }
      for (const key of Object.keys(node.value)) {
        const partners = partnersOf.get(key)
        if (types.length > 0 && isIdle(key, types)) report('idle', key, { type: types.join(' | ') })
        else if (partners && isLonely(key, partners, node))
          report('alone', key, { partner: namesOf(partners) })
      }
    },
  }),
})

const isIdle = (keyword: string, types: readonly Json[]): boolean =>
  Object.hasOwn(typesOfKeyword, keyword) && !typesOfKeyword[keyword]?.some(type => types.includes(type))

/** Keywords that do nothing without one of these beside them. */
const partnersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['if', ['then', 'else']],
  ['then', ['if']],
  ['else', ['if']],
  ['minContains', ['contains']],
  ['maxContains', ['contains']],
])

function isLonely(keyword: string, partners: readonly string[], node: SchemaNode): boolean {
  if (partners.some(partner => partner in node.value)) return false
  return keyword !== 'if' || !isWatched(node)
}

/** What `if` has seen counts as looked at, for who forbids the rest. */
function isWatched(node: SchemaNode): boolean {
  for (let at: SchemaNode | null = node; at; at = at.parent)
    if ('unevaluatedProperties' in at.value || 'unevaluatedItems' in at.value) return true
  return false
}

const namesOf = (keywords: readonly string[]): LocalText => {
  const names = keywords.map(keyword => `"${keyword}"`)
  return { vi: names.join(' hoặc '), en: names.join(' or ') }
}
