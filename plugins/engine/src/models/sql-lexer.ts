/** A token of SQL as far as cutting needs it. `comment` covers both kinds, `string` also dollar-quoted ones. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'comment' | 'symbol'
  readonly start: number
  readonly end: number
}

const word = /[\p{L}\p{N}_$]+/uy
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy

/** Tokens of SQL text, white space left out. An unclosed quote or comment reaches to the end of the text. */
export function* sqlTokens(text: string): Generator<SqlToken> {
  let at = 0
  while (at < text.length) {
    const token = tokenAt(text, at)
    if (token) yield token
    at = token ? token.end : at + 1
  }
}

const tokenAt = (text: string, start: number): SqlToken | null => {
  const char = text[start] ?? ''
  if (/\s/.test(char)) return null
  const two = text.slice(start, start + 2)
  if (two === '--') return { kind: 'comment', start, end: upTo(text, '\n', start) }
  if (two === '/*') return { kind: 'comment', start, end: blockCommentEnd(text, start) }
  if (char === "'") return { kind: 'string', start, end: quoteEnd(text, start, "'", isEscaped(text, start)) }
  if (char === '"') return { kind: 'quoted', start, end: quoteEnd(text, start, '"', false) }
  const tag = char === '$' ? match(dollarTag, text, start) : ''
  if (tag) return { kind: 'string', start, end: upTo(text, tag, start + tag.length, tag.length) }
  const name = match(word, text, start)
  if (name) return { kind: 'word', start, end: start + name.length }
  return { kind: 'symbol', start, end: start + 1 }
}

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

const upTo = (text: string, what: string, from: number, include = 0): number => {
  const found = text.indexOf(what, from)
  return found < 0 ? text.length : found + include
}

/** `E'…'` knows backslash escapes. The E itself has become a word token already. */
const isEscaped = (text: string, quote: number) =>
  /(?<![\p{L}\p{N}_$])[eE]$/u.test(text.slice(Math.max(0, quote - 2), quote))

const quoteEnd = (text: string, start: number, quote: string, isBackslash: boolean): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (isBackslash && text[at] === '\\') at++
    else if (text[at] === quote && text[at + 1] === quote) at++
    else if (text[at] === quote) return at + 1
  }
  return text.length
}

const blockCommentEnd = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const two = text.slice(at, at + 2)
    if (two === '/*') depth++
    if (two === '*/') depth--
    if (two === '/*' || two === '*/') at++
    if (depth === 0) return at + 1
  }
  return text.length
}
