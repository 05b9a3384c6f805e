import {
  defineRule,
  type FieldNode,
  type LocalText,
  Patterns,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import type { Identifier } from '../identifier.ts'
import { identify } from '../identify.ts'
import { pageOf } from '../page.ts'
import { checkLength } from './length.ts'
import { messages } from './messages.ts'
import { checkPattern } from './pattern.ts'
import { checkType } from './type.ts'
import { checkValues } from './values.ts'

/** The identifier that a field holds. */
export const identifierOf = ({ value }: FieldNode): Identifier | undefined =>
  identify({
    name: value.name,
    title: value.title ?? undefined,
    description: value.description ?? undefined,
  })

/** The rule that fields which hold the identifier have the right type, pattern, length and values. */
export function identifierRule(identifier: Identifier): Rule {
  const { name } = identifier
  return defineRule({
    meta: {
      title: {
        vi: `Trường chứa ${name.vi}`,
        en: `A field that holds ${/^[aeiou]/.test(name.en) ? 'an' : 'a'} ${name.en}`,
      },
      docs: docsOf(identifier),
      defaultSeverity: identifier.severity,
      languages: ['json-schema', 'sql'],
      fixable: true,
      messages,
    },
    scope: 'unit',
    create: ctx => {
      const patterns = new Patterns()
      return {
        field(node) {
          if (mayHold(node) && identifierOf(node) === identifier) check(ctx, node, identifier, patterns)
        },
      }
    },
  })
}

/** A yes/no field or an object with such a name is about the identifier. */
const mayHold = ({ value }: FieldNode): boolean =>
  ['text', 'integer', 'decimal', 'unknown'].includes(value.type)

function check(ctx: RuleContext, node: FieldNode, identifier: Identifier, patterns: Patterns): void {
  if (checkType(ctx, node, identifier)) return
  checkPattern(ctx, node, identifier, patterns)
  checkLength(ctx, node, identifier)
  checkValues(ctx, node, identifier)
}

function docsOf({ name, pattern, minLength, maxLength, docs }: Identifier): LocalText {
  const sqlType = minLength === maxLength ? `char(${maxLength})` : `varchar(${maxLength})`
  return pageOf({
    why: { vi: `${docs.why.vi}`, en: `${docs.why.en}` },
    wrong: `ma:\n  title: ${name.vi}\n  type: integer`,
    right: `ma:\n  title: ${name.vi}\n  type: string\n  pattern: '${pattern}'\n  examples: ['${docs.example}']\n# SQL: ma ${sqlType}`,
    sources: docs.sources,
    confidence: docs.confidence,
  })
}
