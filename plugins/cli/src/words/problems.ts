import type { LocalText } from '@lienthong/plugin-sdk'
import * as z from 'zod/mini'

const english = z.locales.en().localeError
const vietnamese = z.locales.vi().localeError

/** What is wrong first with a value that does not fit, and where. */
export function problemOf(schema: z.ZodMiniType, value: unknown): LocalText {
  const said = (error: typeof english) => {
    const [issue] = z.safeParse(schema, value, { error }).error?.issues ?? []
    const path = issue?.path.join('.') ?? ''
    return path === '' ? (issue?.message ?? '') : `${path}: ${issue?.message}`
  }
  return { vi: said(vietnamese), en: said(english) }
}
