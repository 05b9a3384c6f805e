import type { Format } from '@lienthong/plugin-sdk'
import type { Range } from '../models/unit.ts'
import { schemaCaret } from './schema-caret.ts'

/** The name of a field that somebody is writing, and whether there is more of the field already. */
export interface FieldContext {
  readonly written: Range
  /** The name as far as it is written. */
  readonly word: string
  readonly isNameOnly: boolean
}

/** A statement without an end is not looked through from its beginning. */
const reach = 2_000

/** Where a field is named: behind `properties` of a schema, in the brackets of `create table`. Null elsewhere. */
export const fieldContext = (format: Format, text: string, offset: number): FieldContext | null => {
  switch (format) {
    case 'json-schema-yaml':
    case 'json-schema-json':
      return inSchema(format, text, offset)
    case 'sql':
      return inSql(text, offset)
    case 'markdown':
      return null
    default:
      return format satisfies never
  }
}

const inSchema = (
  format: 'json-schema-yaml' | 'json-schema-json',
  text: string,
  offset: number,
): FieldContext | null => {
  const caret = schemaCaret(format, text, offset)
  return caret?.at === 'keys' && caret.path.at(-1) === 'properties' ? caret : null
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
