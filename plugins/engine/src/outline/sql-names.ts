import { type SqlToken, sqlTokens } from '../models/sql-lexer.ts'
import type { Range } from '../models/unit.ts'

/** A name as PostgreSQL folds it, and where it is written. */
export interface SqlWord extends Range {
  readonly name: string
  /** The name before the dot before it. */
  readonly qualifier: string | null
  /** Whether a dot follows. */
  readonly isQualifier: boolean
}

/** Every word and quoted name of a statement, in order. Keywords are among them. */
export const wordsIn = (text: string): readonly SqlWord[] => {
  const tokens = [...sqlTokens(text)].filter(({ kind }) => kind !== 'comment')
  const isDot = (token: SqlToken | undefined) => token !== undefined && text[token.start] === '.'
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return []
    const before = isDot(tokens[index - 1]) ? tokens[index - 2] : undefined
    return {
      name: folded(text, token),
      start: token.start,
      end: token.end,
      qualifier: before ? folded(text, before) : null,
      isQualifier: isDot(tokens[index + 1]),
    }
  })
}

const folded = (text: string, { kind, start, end }: SqlToken): string =>
  kind === 'quoted'
    ? text.slice(start + 1, end - 1).replaceAll('""', '"')
    : text.slice(start, end).toLowerCase()
