import type { Format } from '@lienthong/plugin-sdk'
import { getLocation } from 'jsonc-parser'
import { stringify } from 'yaml'
import type { SchemaCaret } from './caret.ts'
import { yamlCaret } from './yaml-caret.ts'

type SchemaFormat = Exclude<Format, 'sql' | 'markdown'>

/** What is being written at an offset, in a text that need not be whole; null where it is no key and no single value. */
export const schemaCaret = (format: SchemaFormat, text: string, offset: number): SchemaCaret | null =>
  format === 'json-schema-json' ? inJson(text, offset) : yamlCaret(text, offset)

/** How a value, or the name of a key, is written there. */
export const writtenAt = (
  format: SchemaFormat,
  { at, quote, isNameOnly }: SchemaCaret,
  value: string | number | boolean,
): string => {
  const isJson = format === 'json-schema-json'
  const isQuoted = typeof value === 'string' && quote !== ''
  const word =
    isJson || (isQuoted && quote === '"') ? JSON.stringify(value) : isQuoted ? single(value) : plain(value)
  return at === 'keys' && !isNameOnly ? `${word}: ` : word
}

const single = (text: string): string => `'${text.replaceAll("'", "''")}'`

const plain = (value: string | number | boolean): string => stringify(value, { lineWidth: 0 }).trimEnd()

const inJson = (text: string, offset: number): SchemaCaret | null => {
  const { isAtPropertyKey, path, previousNode } = getLocation(text, offset)
  if (path.length === 0) return null
  const isWritten =
    previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length
  const start = isWritten ? previousNode.offset : offset
  const end = isWritten ? start + previousNode.length : offset
  const quote = text[start] === '"' && isWritten ? '"' : ''
  const before = text.slice(start + quote.length, Math.max(offset, start + quote.length))
  const written = { start, end }
  return isAtPropertyKey
    ? { path: path.slice(0, -1), at: 'keys', written, word: before, quote, isNameOnly: hasColon(text, end) }
    : { path, at: 'value', written, word: before, quote, isNameOnly: false }
}

const hasColon = (text: string, end: number): boolean => /^["']?[ \t]*:/.test(text.slice(end, end + 20))
