import { type SqlToken, sqlTokens } from './sql-lexer.ts'

/** A statement's words without its semicolon, and its first words as a name. */
export interface StatementText {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** How many leading words and names label a statement: enough for `create table if not exists a.b`. */
const labelTokens = 9

/** Cuts a script at its semicolons, outside quotes, comments and `begin atomic … end`. Comments before a statement belong to none. */
export const splitSql = (text: string): readonly StatementText[] => {
  const statements: StatementText[] = []
  let tokens: SqlToken[] = []
  let depth = 0
  for (const token of sqlTokens(text)) {
    if (token.kind === 'comment') continue
    const source = text.slice(token.start, token.end)
    depth += bodyDepth(text, tokens, token, source.toLowerCase(), depth)
    if (source === ';' && depth === 0) {
      push(statements, text, tokens)
      tokens = []
    } else tokens.push(token)
  }
  push(statements, text, tokens)
  return statements
}

const bodyDepth = (
  text: string,
  before: readonly SqlToken[],
  token: SqlToken,
  word: string,
  depth: number,
): number => {
  if (token.kind !== 'word') return 0
  const last = before.at(-1)
  const isAtomic = word === 'atomic' && last && text.slice(last.start, last.end).toLowerCase() === 'begin'
  if (isAtomic || (depth > 0 && word === 'case')) return 1
  return depth > 0 && word === 'end' ? -1 : 0
}

const push = (statements: StatementText[], text: string, tokens: readonly SqlToken[]) => {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first && last) statements.push({ start: first.start, end: last.end, label: labelOf(text, tokens) })
}

/** `create table public.dan_cu` and the like: up to the first symbol that is no dot. */
const labelOf = (text: string, tokens: readonly SqlToken[]): string => {
  let label = ''
  for (const { kind, start, end } of tokens.slice(0, labelTokens)) {
    const source = text.slice(start, end)
    if (kind === 'string' || (kind === 'symbol' && source !== '.')) break
    const isJoined = source === '.' || label.endsWith('.')
    label += `${label === '' || isJoined ? '' : ' '}${kind === 'word' ? source.toLowerCase() : source}`
  }
  return label || 'statement'
}
