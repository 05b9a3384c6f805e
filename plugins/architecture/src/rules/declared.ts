import type { DocumentFacts, JsonObject, LocalText, Node, Rule } from '@lienthong/plugin-sdk'
import { defineRule, wordsOf } from '@lienthong/plugin-sdk'
import { type Stated, type Statement, stated } from '../stated.ts'

/** Something that a document may have to say of itself, in words of a closed list. */
export interface Declaration {
  readonly title: LocalText
  readonly docs: LocalText
  readonly statement: Statement
  /** The values, each with the words that mean it; a list of groups, of each of which one value is needed. */
  readonly groups: readonly (readonly string[])[]
  /** The values in words for a message. */
  readonly allowed: LocalText
}

const optionsSchema: JsonObject = {
  type: 'object',
  properties: { required: { type: 'boolean' } },
  additionalProperties: false,
}

/** A rule that what is stated is of the list; with the option `required`, that it is stated. */
export const declaredRule = ({ title, docs, statement, groups, allowed }: Declaration): Rule =>
  defineRule({
    meta: {
      ...{ title, docs, optionsSchema },
      defaultSeverity: 'info',
      languages: ['json-schema', 'sql', 'markdown'],
      messages: {
        unknown: { vi: '"{value}" không thuộc: {allowed}', en: '"{value}" is none of: {allowed}' },
        missing: { vi: 'Tài liệu chưa nêu: {allowed}', en: 'The document does not state: {allowed}' },
      },
    },
    scope: 'document',
    create: ctx => ({
      ...stated(statement, (node, found) => ctx.note(node, found)),
      document(facts) {
        for (const { fact } of facts.notes) {
          // Nothing else is noted.
          const { value, place } = fact as Stated
          if (!isOf(groups, value)) ctx.report({ ...place, messageId: 'unknown', data: { value, allowed } })
        }
        const node = facts.notes.length === 0 && ctx.options.required === true ? topOf(facts) : undefined
        if (node) ctx.report({ node, at: 'key', messageId: 'missing', data: { allowed } })
      },
    }),
  })

/** Where a document that states nothing is marked; a note without requirements need not state anything. */
const topOf = (facts: DocumentFacts): Node<unknown> | null | undefined => {
  if (facts.language === 'json-schema') return facts.root
  if (facts.language === 'sql') return facts.tables[0]?.statement
  return facts.requirements.length > 0 ? facts.headings[0] : undefined
}

/** Whether every part, divided by commas, is of a group, and none of one already named. */
export const isOf = (groups: Declaration['groups'], value: string): boolean => {
  const parts = value.split(/[,;]/).map(part => wordsOf(part).join(' '))
  const found = parts.map(part => groups.findIndex(group => group.includes(part)))
  return found.every((group, at) => group >= 0 && found.indexOf(group) === at)
}
