import {
  type FieldNode,
  givenValues,
  type LocalText,
  type RuleContext,
  schemaOf,
} from '@lienthong/plugin-sdk'
import type { Identifier } from '../identifier.ts'

/** Examples, default, const and enum must be valid identifiers, checksum and code list included. */
export function checkValues(ctx: RuleContext, node: FieldNode, identifier: Identifier): void {
  const schema = schemaOf(ctx, node)
  if (!schema) return
  const pattern = new RegExp(identifier.pattern, 'u')
  for (const { value, below } of givenValues(schema)) {
    if (typeof value !== 'string') continue
    const problem: LocalText | undefined = pattern.test(value)
      ? identifier.verify?.(value)
      : { vi: 'sai hình thức', en: 'it does not have the form' }
    if (problem) {
      ctx.report({
        node,
        below,
        at: 'value',
        messageId: 'badValue',
        data: { value, what: identifier.name, problem },
      })
    }
  }
}
