import { defineHover, type Hover } from '@lienthong/plugin-sdk'
import { meanings } from './meanings.ts'

/** Says of a keyword of JSON Schema what it demands. */
export const explainKeyword: Hover = defineHover({
  meta: {
    title: { vi: 'Ý nghĩa từ khóa JSON Schema', en: 'What keywords of JSON Schema mean' },
    languages: ['json-schema'],
  },
  create: ctx => ({
    schema(node) {
      for (const keyword of Object.keys(node.value)) {
        const meaning = meanings.get(keyword)
        if (!meaning) continue
        const text = { vi: `**${keyword}**: ${meaning.vi}`, en: `**${keyword}**: ${meaning.en}` }
        ctx.explain({ node, below: [keyword], at: 'key', text })
      }
    },
  }),
})
