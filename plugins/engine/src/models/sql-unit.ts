import type { Fix, Path, SqlConstraint, SqlStatement } from '@lienthong/plugin-sdk'
import { parseSync } from 'libpg-query'
import { removeFromList } from './list-edits.ts'
import { type Ast, astAt, isAst, listAt } from './sql-ast.ts'
import { type SqlToken, sqlTokens } from './sql-lexer.ts'
import { mayChangeSchema, wordsOf } from './sql-says.ts'
import { type ReadStatement, readStatement } from './sql-statement.ts'
import { syntaxMessage } from './syntax-messages.ts'
import type { ParsedUnit, Range, Spot, SyntaxFact, TextEdit } from './unit.ts'

/** One statement of a DDL script. */
export class SqlUnit implements ParsedUnit {
  readonly value: SqlStatement
  readonly syntax: readonly SyntaxFact[]
  readonly duplicateKeys = []
  readonly invalid = []
  private readonly spots: ReadonlyMap<string, Spot>

  constructor(readonly text: string) {
    const { tree, problem } = parse(text)
    const read = readStatement(tree)
    const places = new Places(text)
    this.syntax = problem ? [problem] : []
    this.spots = new Map(problem ? [] : spotsOf(read, places))
    this.value = withTexts(read, text, places, mayChangeSchema(tree))
  }

  spot(path: Path): Spot | null {
    const whole = { start: 0, end: this.text.length }
    const found = this.spots.get(JSON.stringify(path))
    return found ?? (path.length === 0 ? { key: null, value: whole, whole } : null)
  }

  fix(path: Path, fix: Fix): readonly TextEdit[] | null {
    const spot = this.spot(path)
    switch (fix.kind) {
      case 'rename':
        return spot?.key ? [{ ...spot.key, text: quoted(fix.to) }] : null
      case 'replaceText':
        return spot && [{ ...(spot.value ?? spot.whole), text: fix.text }]
      case 'remove':
        return spot && removeFromList(this.text, spot.whole)
      case 'setValue':
      case 'insertKey':
        return null
      default:
        return fix satisfies never
    }
  }
}

/** A name that PostgreSQL would fold or not accept bare is quoted. */
const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)

const parse = (text: string): { tree: Ast; problem: SyntaxFact | null } => {
  try {
    return { tree: astAt(listAt(parseSync(text), 'stmts')[0], 'stmt'), problem: null }
  } catch (error) {
    return { tree: {}, problem: problemOf(text, error) }
  }
}

/** libpg-query counts code points; the text counts UTF-16 units. */
const problemOf = (text: string, error: unknown): SyntaxFact => {
  const detail = error instanceof Error ? error.message : String(error)
  const details = isAst(error) ? astAt(error, 'sqlDetails') : {}
  const cursor = typeof details.cursorPosition === 'number' ? details.cursorPosition : 0
  let start = [...text].slice(0, Math.max(0, cursor)).join('').length
  if (start >= text.length) start = lastToken(text)?.start ?? 0
  const token = [...sqlTokens(text)].find(({ end }) => end > start)
  const end = token ? Math.max(token.end, start + 1) : text.length
  return { start, end, code: 'sql:syntax', message: syntaxMessage('sql', '', detail) }
}

const lastToken = (text: string) => [...sqlTokens(text)].at(-1)

/** Finds a statement's parts by libpg-query's byte offsets, which only say where something begins. */
class Places {
  readonly tokens: readonly SqlToken[]
  private readonly isAscii: boolean

  constructor(readonly text: string) {
    this.tokens = [...sqlTokens(text)].filter(({ kind }) => kind !== 'comment')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: tells ASCII from the rest
    this.isAscii = /^[\x00-\x7f]*$/.test(text)
  }

  offset(byte: number): number {
    if (this.isAscii) return byte
    let at = 0
    for (let bytes = 0; bytes < byte && at < this.text.length; ) {
      const character = this.text.codePointAt(at) ?? 0
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4
      at += character < 0x10000 ? 1 : 2
    }
    return at
  }

  tokenAt(offset: number): Range {
    const token = this.tokens.find(({ end }) => end > offset)
    return token ? { start: Math.max(token.start, offset), end: token.end } : { start: offset, end: offset }
  }

  /** A dotted name from its first part to its last. */
  nameAt(offset: number): Range {
    let index = this.tokens.findIndex(({ end }) => end > offset)
    const start = this.tokens[index]?.start ?? offset
    while (this.textOf(index + 1) === '.') index += 2
    return { start, end: this.tokens[index]?.end ?? offset }
  }

  /** Up to the comma or bracket that ends a member of a list, brackets within it skipped. */
  memberFrom(offset: number): Range {
    let depth = 0
    let end = offset
    for (const token of this.tokens) {
      if (token.end <= offset) continue
      const source = this.text.slice(token.start, token.end)
      if (depth === 0 && (source === ',' || source === ')')) break
      if (source === '(') depth++
      if (source === ')') depth--
      end = token.end
    }
    return { start: offset, end }
  }

  /** A type with its modifiers: `numeric(12, 2)`, `character varying (20)`, `text[]`, `timestamp with time zone`. */
  typeFrom(offset: number, limit: number): Range {
    const stops = /^(?:not|null|default|primary|references|unique|check|constraint|collate|generated)$/i
    let depth = 0
    let end = offset
    for (const token of this.tokens) {
      if (token.end <= offset) continue
      const source = this.text.slice(token.start, token.end)
      if (token.start >= limit || (depth === 0 && stops.test(source))) break
      if (source === '(') depth++
      if (source === ')') depth--
      end = token.end
    }
    return { start: offset, end }
  }

  private textOf(index: number): string {
    const token = this.tokens[index]
    return token ? this.text.slice(token.start, token.end) : ''
  }
}

function* spotsOf(read: ReadStatement, places: Places): Generator<[string, Spot]> {
  const whole = { start: 0, end: places.text.length }
  const key = read.name === null ? null : places.nameAt(places.offset(read.name))
  yield [JSON.stringify([]), { key, value: whole, whole }]
  for (const [index, column] of read.columns.entries()) {
    const start = places.offset(column.name)
    const member = places.memberFrom(start)
    const type = places.typeFrom(places.offset(column.type), member.end)
    yield [JSON.stringify(['columns', index]), { key: places.tokenAt(start), value: type, whole: member }]
  }
  for (const [index, at] of read.constraints.entries()) {
    const member = constraintRange(places, at, read)
    yield [JSON.stringify(['constraints', index]), { key: null, value: member, whole: member }]
  }
}

/** A constraint beside a column ends where the next one begins. */
const constraintRange = (places: Places, at: number, read: ReadStatement): Range => {
  const start = places.offset(at)
  const member = places.memberFrom(start)
  const next = read.constraints.map(byte => places.offset(byte)).filter(offset => offset > start)
  const limit = Math.min(member.end, ...next)
  const last = places.tokens.filter(({ end }) => end <= limit && end > start).at(-1)
  return { start, end: last?.end ?? member.end }
}

/** What only the text says: the expressions of checks, and what no tree is read to. */
const withTexts = (read: ReadStatement, text: string, places: Places, isSchema: boolean): SqlStatement => {
  const { value } = read
  if (value.kind === 'other') return { ...value, says: isSchema ? wordsOf(text) : null }
  const expressed = (constraint: SqlConstraint, index: number): SqlConstraint => {
    if (constraint.kind !== 'check') return constraint
    const { start, end } = constraintRange(places, read.constraints[index] ?? 0, read)
    const source = text.slice(start, end)
    const expression = source.slice(source.indexOf('(') + 1, source.lastIndexOf(')')).trim()
    return { ...constraint, expression }
  }
  if (value.kind === 'type') return { ...value, checks: value.checks.map(expressed) }
  if (value.kind !== 'table' && value.kind !== 'alter-table') return value
  return { ...value, constraints: value.constraints.map(expressed) }
}
