/** A regular expression as a tree. Groups are not remembered: only whether it matches is asked. */
export type Syntax =
  | { readonly kind: 'character'; readonly atom: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Syntax[] }
  | { readonly kind: 'choice'; readonly options: readonly Syntax[] }
  | { readonly kind: 'repeat'; readonly of: Syntax; readonly min: number; readonly max: number }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'ahead'; readonly of: Syntax; readonly isWanted: boolean }

/** What stands between characters. */
export type Edge = '^' | '$' | '\\b' | '\\B'

/** What a pattern needs that cannot be followed: a repetition of what was matched, a look back, a mode. */
export class Unfollowable extends Error {}

/** Deeper nesting would fill a plugin's stack. */
const maxDepth = 40

/** One character of a value, however it is written: a class, an escape, a pair of surrogates, or itself. */
const oneCharacter =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x..|\\c.|\\[pP]\{[^}]*\}|\\[^1-9k]|\[(?:\\.|[^\]\\])*\]|[^\\]/uy
const quantifier = /([*+?]|\{(\d+)(,(\d*))?\})\??/uy
const edges = /\^|\$|\\b|\\B/y
const opening = /\((?:\?(:|=|!|<[^=!>][^>]*>))?/y

/** Reads an expression that `RegExp` accepts under the flag `u`. Throws {@link Unfollowable}. */
export class SyntaxReader {
  private at = 0
  private depth = 0

  constructor(private readonly source: string) {}

  choice(): Syntax {
    const options = [this.sequence()]
    while (this.take('|')) options.push(this.sequence())
    const [only] = options
    return only && options.length === 1 ? only : { kind: 'choice', options }
  }

  private sequence(): Syntax {
    const parts: Syntax[] = []
    while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at)))
      parts.push(this.repeated(this.one()))
    return { kind: 'sequence', parts }
  }

  private repeated(of: Syntax): Syntax {
    const found = this.match(quantifier)
    if (!found) return of
    const [, sign, from, range, to] = found
    if (from === undefined)
      return { kind: 'repeat', of, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity }
    const max = range === undefined ? Number(from) : to ? Number(to) : Infinity
    return { kind: 'repeat', of, min: Number(from), max }
  }

  private one(): Syntax {
    if (this.source.charAt(this.at) === '(') return this.group()
    const edge = this.match(edges)?.[0]
    if (edge) return { kind: 'edge', edge: edge as Edge }
    const atom = this.match(oneCharacter)?.[0]
    if (atom === undefined) throw new Unfollowable()
    return { kind: 'character', atom }
  }

  private group(): Syntax {
    const sign = this.match(opening)?.[1]
    if (this.source.charAt(this.at) === '?' || ++this.depth > maxDepth) throw new Unfollowable()
    const of = this.choice()
    this.depth--
    this.take(')')
    return sign === '=' || sign === '!' ? { kind: 'ahead', of, isWanted: sign === '=' } : of
  }

  private take(sign: string): boolean {
    const isThere = this.source.charAt(this.at) === sign
    if (isThere) this.at++
    return isThere
  }

  private match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at
    const found = expression.exec(this.source)
    if (found) this.at = expression.lastIndex
    return found
  }
}
