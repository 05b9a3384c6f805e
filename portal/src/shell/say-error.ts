import { type ErrorParams, fillIn, isErrorCode, ProtocolError } from '@lienthong/protocol'
import type { TFunction } from 'i18next'
import { vi } from '../language/vi.ts'

/** What went wrong, in the person's language, by its code. What has no code is a bug of this page and says so. */
export const sayError = (t: TFunction, error: unknown): string =>
  error instanceof ProtocolError && isErrorCode(error.code)
    ? fillIn(t(`error.${error.code}`), inWords(t, error.params))
    : t('failure.unexpected')

/** Actions and kinds of records come as the server's words for them; one that this portal does not know stays as it came. */
const inWords = (t: TFunction, params: ErrorParams): ErrorParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const word = String(value).replace(':', '-')
      if (name === 'action' && isActionTerm(word)) return [name, t(`term.action.${word}`)]
      if (name === 'kind' && isKindTerm(word)) return [name, t(`term.kind.${word}`)]
      return [name, value]
    }),
  )

const isActionTerm = (word: string): word is keyof typeof vi.term.action =>
  Object.hasOwn(vi.term.action, word)
const isKindTerm = (word: string): word is keyof typeof vi.term.kind => Object.hasOwn(vi.term.kind, word)
