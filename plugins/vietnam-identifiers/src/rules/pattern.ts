import { type FieldNode, type Patterns, type RuleContext, schemaOf } from '@lienthong/plugin-sdk'
import type { Identifier } from '../identifier.ts'
import { setPattern } from './messages.ts'

/**
 * A pattern is judged by what it does: it must accept what has the form of the identifier and reject what has not.
 * However it is written, `^\d{12}$` and `^[0-9]{12}$` are equally good.
 */
export function checkPattern(
  ctx: RuleContext,
  node: FieldNode,
  identifier: Identifier,
  patterns: Patterns,
): void {
  const { pattern, values, format, definition } = node.value
  const what = identifier.name
  const isOwn = node.language === 'json-schema' && definition === null
  if (pattern === null) {
    if (node.language === 'sql' || values !== null || format !== null) return
    if (schemaOf(ctx, node)?.$ref !== undefined && definition === null) return
    const data = { what, pattern: identifier.pattern }
    const fix = { kind: 'insertKey', key: 'pattern', value: identifier.pattern, title: setPattern } as const
    ctx.report({ node, at: 'key', messageId: 'patternMissing', data, fixes: isOwn ? [fix] : [] })
    return
  }
  const wrong = faultOf(pattern, identifier, patterns)
  if (!wrong) return
  const fix = { kind: 'setValue', value: identifier.pattern, title: setPattern } as const
  const place = isOwn ? ({ below: ['pattern'], at: 'value' } as const) : ({ at: 'key' } as const)
  ctx.report({
    node,
    ...place,
    messageId: wrong.messageId,
    data: { what, value: wrong.value },
    fixes: isOwn ? [fix] : [],
  })
}

/** A pattern that cannot be tried on one of the values is not judged; one that cannot be read is another rule's finding. */
function faultOf(
  pattern: string,
  { accepts, rejects }: Identifier,
  patterns: Patterns,
): { messageId: string; value: string } | undefined {
  for (const value of rejects) {
    const isAccepted = patterns.matches(pattern, value)
    if (isAccepted === undefined) return undefined
    if (isAccepted) return { messageId: 'patternAccepts', value }
  }
  for (const value of accepts) {
    const isAccepted = patterns.matches(pattern, value)
    if (isAccepted === undefined) return undefined
    if (!isAccepted) return { messageId: 'patternRejects', value }
  }
  return undefined
}
