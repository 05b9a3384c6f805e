import { ProtocolError } from '@lienthong/protocol'
import type * as z from 'zod/v4/core'
import { safeParse } from 'zod/v4/core'
import { holdsNul } from './nul.ts'

/** The value in the schema's shape. Errors: MESSAGE_INVALID, naming the fields but never their values. */
export const validated = <Schema extends z.$ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = safeParse(schema, value)
  if (parsed.success) {
    if (holdsNul(parsed.data)) throw new ProtocolError('MESSAGE_INVALID', { detail: 'text: U+0000' })
    return parsed.data
  }
  const detail = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ')
  throw new ProtocolError('MESSAGE_INVALID', { detail })
}
