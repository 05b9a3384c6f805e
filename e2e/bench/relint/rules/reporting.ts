import { defineRule, type Rule, type RuleContext, type SchemaNode } from '@lienthong/plugin-sdk'

/** A rule that looks at one schema at a time and says whether something is wrong there. */
export const rule = (
  message: string,
  look: (node: SchemaNode, ctx: RuleContext) => boolean | undefined,
): Rule =>
  defineRule({
    meta: {
      title: { vi: message, en: message },
      docs: { vi: message, en: message },
      defaultSeverity: 'warning',
      languages: ['json-schema'],
      messages: { found: { vi: message, en: message } },
    },
    scope: 'unit',
    create: ctx => ({
      schema(node) {
        if (look(node, ctx)) ctx.report({ node, messageId: 'found' })
      },
    }),
  })

/** A rule that looks at the whole document and answers the schemas where something is wrong. */
export const documentRule = (
  message: string,
  look: (facts: {
    definitions: readonly SchemaNode[]
    refs: readonly { ref: string; path: readonly (string | number)[] }[]
  }) => readonly SchemaNode[],
): Rule =>
  defineRule({
    meta: {
      title: { vi: message, en: message },
      docs: { vi: message, en: message },
      defaultSeverity: 'warning',
      languages: ['json-schema'],
      messages: { found: { vi: message, en: message } },
    },
    scope: 'document',
    create: ctx => ({
      document(facts) {
        if (facts.language !== 'json-schema') return
        for (const node of look(facts)) ctx.report({ node, at: 'key', messageId: 'found' })
      },
    }),
  })
