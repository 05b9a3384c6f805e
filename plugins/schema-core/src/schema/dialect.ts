import { defineRule, isMapping, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

const wanted = 'https://json-schema.org/draft/2020-12/schema'

export const dialect: Rule = defineRule({
  meta: {
    title: { vi: 'Khai báo phiên bản 2020-12', en: 'The dialect is declared' },
    docs: pageOf({
      why: {
        vi: 'Không có "$schema" thì mỗi công cụ tự đoán phiên bản, và cùng một lược đồ có hai nghĩa.',
        en: 'Without "$schema" every tool guesses the dialect, and the same schema means two things.',
      },
      wrong: 'title: Công dân\ntype: object',
      right: `$schema: ${wanted}\ntitle: Công dân\ntype: object`,
      source: `${jsonSchema} Core § 8.1.1`,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      missing: {
        vi: 'Thiếu "$schema": khai báo JSON Schema 2020-12',
        en: 'No "$schema": declare JSON Schema 2020-12',
      },
      other: { vi: '"{found}" không phải JSON Schema 2020-12', en: '"{found}" is not JSON Schema 2020-12' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      // A mapping is written like a schema, but is none.
      if (node.role !== 'root' || isMapping(node.value)) return
      const found = node.value.$schema
      const title = { vi: 'Khai báo 2020-12', en: 'Declare 2020-12' }
      if (found === undefined) {
        const fixes = [{ kind: 'insertKey', key: '$schema', value: wanted, title } as const]
        ctx.report({ node, at: 'key', messageId: 'missing', fixes })
      } else if (typeof found === 'string' && found.replace(/#$/, '') !== wanted) {
        const fixes = [{ kind: 'setValue', value: wanted, title } as const]
        ctx.report({ node, below: ['$schema'], at: 'value', messageId: 'other', data: { found }, fixes })
      }
    },
  }),
})
