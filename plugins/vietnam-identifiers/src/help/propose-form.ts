import { type Completion, defineCompletion } from '@lienthong/plugin-sdk'
import { type Identifier, sqlTypeOf } from '../identifier.ts'
import { identify } from '../identify.ts'

/** Proposes pattern, length and type for a field by the identifier that it holds. */
export const proposeForm: Completion = defineCompletion({
  meta: {
    title: { vi: 'Mẫu, độ dài và kiểu của định danh', en: 'Pattern, length and type of an identifier' },
    languages: ['json-schema', 'sql'],
  },
  create: ctx => ({
    field(node) {
      const identifier = identify(node.value)
      if (!identifier) return
      const { name: about } = identifier
      if (node.language === 'sql') {
        ctx.propose({ node, proposals: [{ value: sqlTypeOf(identifier), about }] })
        return
      }
      for (const [keyword, value] of Object.entries(keywordsOf(identifier)))
        ctx.propose({ node, below: [keyword], proposals: [{ value, about }] })
    },
  }),
})

const keywordsOf = ({ pattern, minLength, maxLength }: Identifier) => ({
  type: 'string',
  pattern,
  minLength,
  maxLength,
})
