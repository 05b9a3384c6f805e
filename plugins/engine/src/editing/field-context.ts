import type { Format } from '@lienthong/plugin-sdk'
import { getLocation } from 'jsonc-parser'
import type { Range } from '../models/unit.ts'

/** The name of a field that somebody is writing, and whether there is more of the field already. */
export interface FieldContext {
  readonly written: Range
  /** The name as far as it is written. */
  readonly word: string
  readonly isNameOnly: boolean
}

/** A statement without an end is not looked through from its beginning. */
const reach = 20_000

/** Where a field is named: behind `properties` of a schema, in the brackets of `create table`. Null elsewhere. */
export const fieldContext = (format: Format, text: string, offset: number): FieldContext | null => {
  switch (format) {
    case 'json-schema-yaml':
      return inYaml(text, offset)
    case 'json-schema-json':
      return inJson(text, offset)
    case 'sql':
      return inSql(text, offset)
    case 'markdown':
      return null
    default:
      return format satisfies never
  }
}

const inYaml = (text: string, offset: number): FieldContext | null => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const [, indent = '', word = ''] = /^( +)([\p{L}\p{N}_]*)$/u.exec(text.slice(lineStart, offset)) ?? []
  if (indent === '' || !isBehindProperties(text, lineStart, indent.length)) return null
  const [rest = ''] = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset)) ?? []
  const end = offset + rest.length
  return {
    written: { start: offset - word.length, end },
    word,
    isNameOnly: /^["']?[ \t]*:/.test(text.slice(end)),
  }
}

/** Whether the nearest line that is less deep says so. */
const isBehindProperties = (text: string, lineStart: number, indent: number): boolean => {
  for (let end = lineStart - 1; end >= 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    const depth = line.search(/\S/)
    if (depth >= 0 && depth < indent) return /^ *["']?properties["']?:\s*(?:#.*)?$/.test(line)
    end = start - 1
  }
  return false
}

const inJson = (text: string, offset: number): FieldContext | null => {
  const { isAtPropertyKey, path, previousNode } = getLocation(text, offset)
  if (!isAtPropertyKey || path.at(-2) !== 'properties') return null
  const isWritten =
    previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length
  const start = isWritten ? previousNode.offset : offset
  const end = isWritten ? previousNode.offset + previousNode.length : offset
  const word = text.slice(start, offset).replace('"', '')
  return { written: { start, end }, word, isNameOnly: /^\s*:/.test(text.slice(end)) }
}

const inSql = (text: string, offset: number): FieldContext | null => {
  const statement = text.slice(Math.max(0, offset - reach, text.lastIndexOf(';', offset - 1) + 1), offset)
  const [, columns] = /\bcreate\s+(?:\w+\s+)*?table\s+[^(]*\(((?:[^()]|\([^()]*\))*)$/i.exec(statement) ?? []
  const [, word] = /(?:^|,)(?:\s|--[^\n]*\n)*([\p{L}\p{N}_]*)$/u.exec(columns ?? 'none none') ?? []
  if (word === undefined) return null
  const [rest = ''] = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset)) ?? []
  const end = offset + rest.length
  return {
    written: { start: offset - word.length, end },
    word,
    isNameOnly: /^[ \t]+\w/.test(text.slice(end)),
  }
}
