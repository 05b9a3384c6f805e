import type { Json } from '@lienthong/plugin-sdk'
import { plainScalar } from './plain-scalar.ts'
import type { Range } from './unit.ts'

/** A node of plain YAML with its place. Members of a list have no key. */
export interface PlainNode extends Range {
  readonly value: Json
  readonly members: readonly PlainMember[] | null
}

export interface PlainMember {
  readonly name: string | number
  readonly key: Range | null
  readonly node: PlainNode
}

/**
 * Reads YAML as people write schemas: maps and lists in lines, scalars and short flow collections within one. Ten times as fast as
 * a whole parser, and a schema is read whole when it is opened. Answers null for everything else, mistakes above all: then the
 * parser has the word.
 */
export const readPlainYaml = (text: string): PlainNode | null => {
  if (unusual.test(text)) return null
  try {
    return new Reader(text).read()
  } catch (error) {
    if (error !== notPlain) throw error
    return null
  }
}

/** Tabs, carriage returns and other control characters, whatever they mean there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusual = /[\0-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]/
/** Thrown and caught here: no stack is wanted. */
const notPlain = Symbol('not plain')
const refuse = (): never => {
  throw notPlain
}

/** Deeper than anybody writes, and far from where recursion ends. */
const maxDepth = 50

/** Names that no reader takes for anything but text. */
const plainKey = /(?!(?:null|true|false|__proto__):)[\p{L}_$][\p{L}\p{M}\p{N}_$./-]*(?=:(?: |$))/imuy
const singleQuoted = /'(?:[^'\n]|'')*'/y
const doubleQuoted = /"[^"\\\n]*"/y
/** How a scalar without quotes begins. */
const scalarBegins = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-[0-9.]/y
const flowScalar = /[^\s\-?:,[\]{}#&*!|>'"%@`][^\n,[\]{}:#]*/y
const restOfLine = /[ ]*(?:[ ]#[^\n]*)?(?:\n|$)/y
const spaces = /[ ]*/y

/** One pass over the lines. `at` is the next character, `indent` the column of the content of the line that it stands in. */
class Reader {
  private at = 0
  private indent = 0
  private depth = 0

  constructor(private readonly text: string) {}

  read(): PlainNode {
    this.toContent()
    const node = this.block()
    return this.isAtEnd ? node : refuse()
  }

  private get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  private get isItem(): boolean {
    const after = this.text[this.at + 1]
    return this.text[this.at] === '-' && (after === ' ' || after === '\n' || after === undefined)
  }

  private block(): PlainNode {
    if (this.isAtEnd || ++this.depth > maxDepth) return refuse()
    const node = this.isItem ? this.list(this.indent) : this.map(this.indent)
    this.depth--
    return node
  }

  private map(indent: number): PlainNode {
    const start = this.at
    const members: PlainMember[] = []
    const value: Record<string, Json> = {}
    while (!this.isAtEnd && this.indent === indent && !this.isItem) {
      const { name, key } = this.key()
      this.at++
      const node = this.valueOfKey(indent)
      if (Object.hasOwn(value, name)) return refuse()
      value[name] = node.value
      members.push({ name, key, node })
    }
    return this.closed(start, members, value, indent)
  }

  private list(indent: number): PlainNode {
    const start = this.at
    const members: PlainMember[] = []
    while (!this.isAtEnd && this.indent === indent && this.isItem) {
      this.at++
      members.push({ name: members.length, key: null, node: this.item(indent) })
    }
    return this.closed(
      start,
      members,
      members.map(({ node }) => node.value),
      indent,
    )
  }

  private closed(start: number, members: readonly PlainMember[], value: Json, indent: number): PlainNode {
    const last = members.at(-1)
    if (!last || (!this.isAtEnd && this.indent > indent)) return refuse()
    return { start, end: last.node.end, value, members }
  }

  private key(): { name: string; key: Range } {
    const start = this.at
    const quoted = this.quoted()
    const name = quoted ?? this.match(plainKey) ?? refuse()
    if (name === '__proto__' || this.text[this.at] !== ':') return refuse()
    return { name, key: { start, end: this.at } }
  }

  /** On the rest of the line or on the lines below; a list may stand as far left as its key. */
  private valueOfKey(indent: number): PlainNode {
    if (!this.endsLine()) return this.inline(indent)
    return this.indent > indent || (this.indent === indent && !this.isAtEnd && this.isItem)
      ? this.block()
      : refuse()
  }

  private item(indent: number): PlainNode {
    if (this.endsLine()) return this.indent > indent ? this.block() : refuse()
    const dash = this.at
    this.match(spaces)
    const column = indent + 1 + this.at - dash
    if (this.isItem || this.startsEntry()) {
      this.indent = column
      return this.block()
    }
    return this.inline(indent)
  }

  private startsEntry(): boolean {
    const { at } = this
    const found = (this.quoted() ?? this.match(plainKey)) !== null && this.text[this.at] === ':'
    this.at = at
    return found
  }

  /** A value within its line. What stands deeper on the next line would belong to it: that is for the parser. */
  private inline(indent: number): PlainNode {
    if (this.text[this.at] !== ' ' && this.text[this.at - 1] !== ' ') return refuse()
    this.match(spaces)
    const node = this.flow() ?? this.scalar()
    if (!this.endsLine()) return refuse()
    return this.isAtEnd || this.indent <= indent ? node : refuse()
  }

  /** A quoted scalar or a collection in brackets; null for a plain scalar. */
  private flow(): PlainNode | null {
    const start = this.at
    const quoted = this.quoted()
    if (quoted !== null) return { start, end: this.at, value: quoted, members: null }
    if (this.text[start] === '[') return this.flowMembers(start, ']', index => this.flowItem(index))
    return this.text[start] === '{' ? this.flowMembers(start, '}', () => this.flowEntry()) : null
  }

  private flowMembers(start: number, close: string, member: (index: number) => PlainMember): PlainNode {
    const members: PlainMember[] = []
    if (++this.depth > maxDepth) return refuse()
    this.at++
    this.match(spaces)
    while (this.text[this.at] !== close) {
      if (members.length > 0) {
        if (this.text[this.at] !== ',') return refuse()
        this.at++
        this.match(spaces)
      }
      members.push(member(members.length))
      this.match(spaces)
    }
    this.at++
    this.depth--
    const entries = members.map(({ name, node }): [string, Json] => [String(name), node.value])
    if (new Set(entries.map(([name]) => name)).size < entries.length) return refuse()
    const value = close === ']' ? entries.map(([, each]) => each) : Object.fromEntries(entries)
    return { start, end: this.at, value, members }
  }

  private flowItem(index: number): PlainMember {
    return { name: index, key: null, node: this.flowValue() }
  }

  private flowEntry(): PlainMember {
    const { name, key } = this.key()
    this.at++
    if (this.text[this.at] !== ' ') return refuse()
    this.match(spaces)
    return { name, key, node: this.flowValue() }
  }

  private flowValue(): PlainNode {
    const start = this.at
    return this.flow() ?? scalarOf(start, withoutSpaces(this.match(flowScalar) ?? refuse()))
  }

  /** Up to a comment or the end of the line. */
  private scalar(): PlainNode {
    const start = this.at
    if (this.match(scalarBegins) === null) return refuse()
    const newline = this.text.indexOf('\n', start)
    const line = this.text.slice(start, newline < 0 ? undefined : newline)
    const comment = line.indexOf(' #')
    const words = withoutSpaces(comment < 0 ? line : line.slice(0, comment))
    if (words.includes(': ') || words.endsWith(':')) return refuse()
    this.at = start + words.length
    return scalarOf(start, words)
  }

  private quoted(): string | null {
    const single = this.match(singleQuoted)
    if (single !== null) return single.slice(1, -1).replaceAll("''", "'")
    return this.match(doubleQuoted)?.slice(1, -1) ?? null
  }

  /** Goes to the next line with content when nothing but a comment is left of this one. */
  private endsLine(): boolean {
    if (this.match(restOfLine) === null) return false
    this.toContent()
    return true
  }

  private toContent(): void {
    const { text } = this
    for (;;) {
      const line = this.at
      while (text[this.at] === ' ') this.at++
      this.indent = this.at - line
      if (this.isAtEnd || (text[this.at] !== '\n' && text[this.at] !== '#')) return
      const newline = text.indexOf('\n', this.at)
      this.at = newline < 0 ? text.length : newline + 1
    }
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return null
    this.at += found[0].length
    return found[0]
  }
}

const scalarOf = (start: number, words: string): PlainNode => {
  const value = plainScalar(words)
  return value === undefined ? refuse() : { start, end: start + words.length, value, members: null }
}

/** Other white space than spaces at the end belongs to the words. */
const withoutSpaces = (words: string): string => {
  let end = words.length
  while (words[end - 1] === ' ') end--
  return words.slice(0, end)
}
