import {
  cited,
  defineRule,
  type FieldNode,
  type LocalText,
  Patterns,
  pageOf,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import { type Identifier, sqlTypeOf } from '../identifier.ts'
import { identify } from '../identify.ts'
import { checkLength } from './length.ts'
import { messages } from './messages.ts'
import { checkPattern } from './pattern.ts'
import { checkType } from './type.ts'
import { checkValues } from './values.ts'

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
          if (mayHold(node) && identify(node.value) === identifier) check(ctx, node, identifier, patterns)
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

const docsOf = (identifier: Identifier): LocalText =>
  pageOf({
    why: identifier.docs.why,
    wrong: `ma:\n  title: ${identifier.name.vi}\n  type: integer`,
    right: `ma:\n  title: ${identifier.name.vi}\n  type: string\n  pattern: '${identifier.pattern}'\n  examples: ['${identifier.docs.example}']\n# SQL: ma ${sqlTypeOf(identifier)}`,
    source: cited(identifier.docs.sources, identifier.docs.confidence),
  })
