import { cited, defineHover, type Hover, type LocalText } from '@lienthong/plugin-sdk'
import { type Identifier, sqlTypeOf } from '../identifier.ts'
import { identify } from '../identify.ts'

/** Says of a field which identifier it holds by its name, and how that is written. */
export const explainIdentifier: Hover = defineHover({
  meta: {
    title: { vi: 'Định danh mà trường chứa', en: 'Which identifier a field holds' },
    languages: ['json-schema', 'sql'],
  },
  create: ctx => ({
    field(node) {
      const identifier = identify(node.value)
      if (identifier) ctx.explain({ node, at: 'key', text: textOf(identifier) })
    },
  }),
})

const textOf = (identifier: Identifier): LocalText => {
  const { name, pattern, docs } = identifier
  const source = cited(docs.sources, docs.confidence)
  const form = `\`${pattern}\` · \`${sqlTypeOf(identifier)}\` · \`${docs.example}\``
  return {
    vi: `**${upper(name.vi)}** · ${form}\n\n${docs.why.vi}\n\n${source.vi}`,
    en: `**${upper(name.en)}** · ${form}\n\n${docs.why.en}\n\n${source.en}`,
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
