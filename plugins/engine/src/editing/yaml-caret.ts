import type { Path } from '@lienthong/plugin-sdk'
import type { SchemaCaret } from './caret.ts'

/** What begins on a line of a block: a key, or a list item (`name` null). */
interface Entry {
  readonly column: number
  readonly name: string | null
}

/** No name begins further right. Of longer lines the rest is left out: a line has no end, and every line above is looked at. */
const reach = 2_000

const beginnings =
  /^( *)((?:- +)*)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s'"#[\]{},&*!|>%@`-][^:#]*):(?=[ \t]|$))?/
/** No list, object, alias or text of several lines. */
const begun = /^[ \t]*(["']?)((?:[^\s"'[\]{},&*!|>#:][^"'[\]{},&*!|>#:]*)?)$/
const name = /^[\p{L}\p{N}_$-]*/u
const scalar = /^[^"'#,[\]{}\s]*(?: +[^"'#,[\]{}\s]+)*/

/** What is being written at an offset of YAML in lines; null where that is no key and no single value. */
export const yamlCaret = (text: string, offset: number): SchemaCaret | null => {
  const lineStart = startOfLine(text, offset)
  const head = text.slice(lineStart, offset)
  if (head.length > reach) return null
  const { entries, length } = entriesOf(head)
  const begunHere = begunIn(head, length, entries.at(-1))
  if (!begunHere) return null
  const { quote, word } = begunHere
  const behind = text.slice(offset, Math.min(lineEnd(text, offset), offset + reach))
  const [key = ''] = name.exec(behind) ?? []
  const last = entries.at(-1)
  const isNameOnly = !last?.name && /^["']?[ \t]*:/.test(behind.slice(key.length))
  const isValue = last !== undefined && !isNameOnly
  const [rest = ''] = isValue ? (scalar.exec(behind) ?? []) : [key]
  const closing = quote !== '' && behind[rest.length] === quote ? 1 : 0
  const start = offset - word.length - quote.length
  const here = isValue ? entries : [...entries, { column: start - lineStart, name: '' }]
  const path = pathTo(text, lineStart, here)
  return {
    path: isValue ? path : path.slice(0, -1),
    at: isValue ? 'value' : 'keys',
    written: { start, end: offset + rest.length + closing },
    word,
    quote,
    isNameOnly,
  }
}

/** What is written behind the last entry of a line; null for what is no single word, or right behind a colon. */
const begunIn = (
  head: string,
  length: number,
  last: Entry | undefined,
): { readonly quote: string; readonly word: string } | null => {
  const [, quote, word] = begun.exec(head.slice(length)) ?? []
  const isRightBehind = Boolean(last?.name) && !/[ \t]/.test(head[length] ?? '')
  return quote === undefined || word === undefined || isRightBehind ? null : { quote, word }
}

/** The way to the last of the entries that begin on a line. */
const pathTo = (text: string, lineStart: number, here: readonly Entry[]): Path => {
  const path: (string | number)[] = []
  const back = entriesBefore(text, lineStart, here)
  let below = back.next().value
  while (below) {
    let items = 0
    let above = back.next().value
    while (above && !holds(above, below)) {
      if (below.name === null && isBeside(above, below)) items++
      above = back.next().value
    }
    path.push(below.name ?? items)
    below = above
  }
  return path.reverse()
}

/** An item lies under a key of its own column, too. */
const holds = (above: Entry, { column, name }: Entry): boolean =>
  above.column < column || (name === null && above.name !== null && above.column === column)

const isBeside = (above: Entry, { column }: Entry): boolean => above.name === null && above.column === column

/** From the last one backwards; of lines that are deeper than what is looked for nothing is read. */
function* entriesBefore(
  text: string,
  lineStart: number,
  here: readonly Entry[],
): Generator<Entry, undefined> {
  yield* [...here].reverse()
  for (let end = lineStart - 1; end >= 0; ) {
    const start = startOfLine(text, end)
    yield* entriesOf(text.slice(start, Math.min(end, start + reach))).entries.reverse()
    end = start - 1
  }
}

const entriesOf = (line: string): { entries: Entry[]; length: number } => {
  const [whole = '', indent = '', dashes = '', key] = beginnings.exec(line) ?? []
  const entries: Entry[] = []
  for (let at = 0; at < dashes.length; at++)
    if (dashes[at] === '-') entries.push({ column: indent.length + at, name: null })
  if (key !== undefined)
    entries.push({ column: indent.length + dashes.length, name: unquoted(key.trimEnd()) })
  return { entries, length: whole.length }
}

const unquoted = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1).replaceAll("''", "'") : key)

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** Before the first character there is no line end, whatever a search from there would find. */
const startOfLine = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
