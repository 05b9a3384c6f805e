import { ProtocolError } from '@lienthong/protocol'
import * as z from 'zod/mini'

/** Where a list goes on, as its readers hand it back: a text that says nothing to them. */
export const writeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** What a cursor holds. Errors: MESSAGE_INVALID: it is not of this shape. */
export const readCursor = <T>(cursor: string, shape: z.ZodMiniType<T>): T => {
  const read = z.safeParse(shape, parsed(Buffer.from(cursor, 'base64url').toString()))
  if (read.success) return read.data
  throw new ProtocolError('MESSAGE_INVALID', { detail: 'cursor is not one that this server gave out' })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
