import type { Path } from '@lienthong/plugin-sdk'
import type { SchemaCaret } from './caret.ts'

/** What begins on a line of a block: a key, or a list item (`name` null). */
interface Entry {
  readonly column: number
  readonly name: string | null
}

const beginnings =
  /^( *)((?:- +)*)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s'"#[\]{},&*!|>%@`-][^:#]*?) *:(?=[ \t]|$))?/
/** No list, object, alias or text of several lines. */
const begun = /^[ \t]*(["']?)([^"'[\]{},&*!|>#:]*)$/
const name = /^[\p{L}\p{N}_$-]*/u
const scalar = /^[^"'#,[\]{}\s]*(?: +[^"'#,[\]{}\s]+)*/

/** What is being written at an offset of YAML in lines; null where that is no key and no single value. */
export const yamlCaret = (text: string, offset: number): SchemaCaret | null => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const head = text.slice(lineStart, offset)
  const { entries, length } = entriesOf(head)
  const [, quote, word] = begun.exec(head.slice(length)) ?? []
  const last = entries.at(-1)
  if (quote === undefined || word === undefined || (last?.name && !/[ \t]/.test(head[length] ?? '')))
    return null
  const behind = text.slice(offset, lineEnd(text, offset))
  const [key = ''] = name.exec(behind) ?? []
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
    path.unshift(below.name ?? items)
    below = above
  }
  return path
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
    const start = text.lastIndexOf('\n', end - 1) + 1
    yield* entriesOf(text.slice(start, end)).entries.reverse()
    end = start - 1
  }
}

const entriesOf = (line: string): { entries: Entry[]; length: number } => {
  const [whole = '', indent = '', dashes = '', key] = beginnings.exec(line) ?? []
  const entries: Entry[] = []
  for (let at = 0; at < dashes.length; at++)
    if (dashes[at] === '-') entries.push({ column: indent.length + at, name: null })
  if (key !== undefined) entries.push({ column: indent.length + dashes.length, name: unquoted(key) })
  return { entries, length: whole.length }
}

const unquoted = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1).replaceAll("''", "'") : key)

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
