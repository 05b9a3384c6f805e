import type { FieldNode, RuleContext } from '@lienthong/plugin-sdk'
import { type Identifier, sqlTypeOf } from '../identifier.ts'
import { setType } from './messages.ts'

/** The length must be enough for the identifier, and exactly that where it has one length only. */
export function checkLength(ctx: RuleContext, node: FieldNode, identifier: Identifier): void {
  const { maxLength, pattern, definition, type } = node.value
  const what = identifier.name
  const needed = identifier.capacity ?? identifier.maxLength
  const isFixed = identifier.minLength === identifier.maxLength
  const sqlType = sqlTypeOf(identifier)
  const isSql = node.language === 'sql'
  const report = (messageId: string, length: number | null) =>
    ctx.report({
      node,
      ...(isSql
        ? { at: 'value' }
        : definition === null
          ? { below: ['maxLength'], at: 'value' }
          : { at: 'key' }),
      messageId,
      data: { what, needed, type: sqlType, length: length ?? 0 },
      fixes: isSql
        ? [{ kind: 'replaceText', text: sqlType, title: setType(sqlType) }]
        : definition === null
          ? [
              {
                kind: 'setValue',
                value: identifier.maxLength,
                title: { vi: `Đặt ${identifier.maxLength}`, en: `Set ${identifier.maxLength}` },
              },
            ]
          : [],
    })
  if (maxLength === null) {
    if (isSql && type === 'text' && pattern === null && definition === null) report('lengthMissing', null)
  } else if (maxLength < needed) report('tooShort', maxLength)
  else if (isFixed && maxLength > needed && (isSql || pattern === null)) report('tooLong', maxLength)
}
