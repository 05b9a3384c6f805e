import { type FieldNode, type Fix, type Json, type RuleContext, schemaOf } from '@lienthong/plugin-sdk'
import { type Identifier, sqlTypeOf } from '../identifier.ts'
import { messages, setString, setType } from './messages.ts'

/** Reports a number, or a schema that says no type at all. True when it did: what else is wrong follows from that. */
export function checkType(ctx: RuleContext, node: FieldNode, identifier: Identifier): boolean {
  const { type, values, definition } = node.value
  if (type === 'text' || (type === 'unknown' && (values !== null || node.language === 'sql'))) return false
  const data = { what: identifier.name }
  const messageId = 'notString' satisfies keyof typeof messages
  if (node.language === 'sql') {
    const to = sqlTypeOf(identifier)
    ctx.report({
      node,
      at: 'value',
      messageId,
      data,
      fixes: [{ kind: 'replaceText', text: to, title: setType(to) }],
    })
    return true
  }
  const schema = schemaOf(ctx, node)
  if (schema === undefined || definition !== null) {
    ctx.report({ node, at: 'key', messageId, data })
    return true
  }
  const hasType = schema.type !== undefined
  if (!hasType && isComposed(Object.keys(schema))) return false
  const fix: Fix = hasType
    ? { kind: 'setValue', value: asString(schema.type ?? null), title: setString }
    : { kind: 'insertKey', key: 'type', value: 'string', title: setString }
  ctx.report({
    node,
    ...(hasType ? { below: ['type'], at: 'value' } : { at: 'key' }),
    messageId,
    data,
    fixes: [fix],
  })
  return true
}

const isComposed = (keys: readonly string[]): boolean =>
  keys.some(key => ['$ref', 'allOf', 'anyOf', 'oneOf', 'const', 'enum'].includes(key))

/** Keeps "or null". */
const asString = (type: Json): Json =>
  Array.isArray(type) && type.includes('null') ? ['string', 'null'] : 'string'
