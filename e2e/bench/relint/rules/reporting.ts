import {
  defineRule,
  type JsonObject,
  type Rule,
  type RuleContext,
  type SchemaNode,
} from '@lienthong/plugin-sdk'

/** A rule that looks at one schema at a time and says whether something is wrong there. */
export const rule = (
  message: string,
  look: (node: SchemaNode, ctx: RuleContext) => boolean | undefined,
): Rule =>
  defineRule({
    meta: metaOf(message),
    scope: 'unit',
    create: ctx => ({
      schema(node) {
        if (look(node, ctx)) ctx.report({ node, messageId: 'found' })
      },
    }),
  })

/** A rule that notes at definitions and references what it needs, and answers the definitions where something is wrong. */
export const summingRule = <Fact extends JsonObject>(
  message: string,
  fact: (node: SchemaNode) => Fact,
  look: (facts: readonly Fact[]) => (fact: Fact) => boolean,
): Rule =>
  defineRule({
    meta: metaOf(message),
    scope: 'document',
    create: ctx => ({
      schema(node) {
        if (node.role === 'definition' || typeof node.value.$ref === 'string') ctx.note(node, fact(node))
      },
      notes(notes) {
        const isWrong = look(notes.map(({ fact }) => fact as Fact))
        for (const { node, fact } of notes)
          if (isWrong(fact as Fact)) ctx.report({ node, at: 'key', messageId: 'found' })
      },
    }),
  })

function metaOf(message: string): Rule['meta'] {
  const text = { vi: message, en: message }
  return {
    ...{ title: text, docs: text, messages: { found: text } },
    defaultSeverity: 'warning',
    languages: ['json-schema'],
  }
}
