import type { Format } from '@lienthong/plugin-sdk'
import type { Range } from '../models/unit.ts'
import { type FieldContext, fieldContext } from './field-context.ts'

/** What somebody is writing, and what of it a proposal takes the place of. */
export type CompletionContext =
  /** A reference to a part of a document; `quote` is what has to stand around it and does not yet. */
  | { readonly kind: 'reference'; readonly written: Range; readonly quote: string }
  /** The name of a field. */
  | ({ readonly kind: 'field' } & FieldContext)
  /** Another name or keyword of the format: nothing is known about those. */
  | { readonly kind: 'syntax' }
  /** A word of prose: of a specification, a description, a comment. `provision` reaches further back, over words such as “Điều 5”. */
  | { readonly kind: 'word'; readonly written: Range; readonly provision: Range }

/** Of the line before the caret only this much is read for what is being written: no word or reference is longer, and a line has no end. */
const reach = 300

const schemaReference = /["']?\$(?:ref|dynamicRef)["']?[ \t]*:[ \t]*(["']?)([^"'\n]*)$/
const markdownLink = /\]\(([^()\s]*)$/
const word = /[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u
const provision = /(?:(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|phụ lục)[ \t]+)?[\p{L}\p{N}.]*$/iu

/** What is being written before an offset. */
export const completionContext = (format: Format, text: string, offset: number): CompletionContext => {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  const near = before.slice(-reach)
  const reference = referenceIn(format, near)
  if (reference) {
    const end = offset + (/^[^"'\s,})\]]*/.exec(text.slice(offset))?.[0].length ?? 0)
    const written = { start: offset - reference.words.length, end }
    return { kind: 'reference', written, quote: reference.quote }
  }
  if (!isProse(format, text, offset, before)) {
    const field = fieldContext(format, text, offset)
    return field ? { kind: 'field', ...field } : { kind: 'syntax' }
  }
  const back = (pattern: RegExp): Range => ({
    start: offset - (pattern.exec(near)?.[0].length ?? 0),
    end: offset,
  })
  return { kind: 'word', written: back(word), provision: back(provision) }
}

const referenceIn = (format: Format, near: string): { words: string; quote: string } | null => {
  if (format === 'markdown') {
    const link = markdownLink.exec(near)
    return link && { words: link[1] ?? '', quote: '' }
  }
  const found = format === 'sql' ? null : schemaReference.exec(near)
  if (!found) return null
  const isQuoted = found[1] !== ''
  const quote = format === 'json-schema-json' ? '"' : "'"
  return { words: found[2] ?? '', quote: isQuoted ? '' : quote }
}

/** The word that is being written, both sides of the caret. */
export const wordAround = (text: string, offset: number): Range => {
  const before = text.slice(Math.max(0, offset - reach), offset)
  const [rest = ''] = /^[\p{L}\p{N}_./-]*/u.exec(text.slice(offset, offset + reach)) ?? []
  return { start: offset - (word.exec(before)?.[0].length ?? 0), end: offset + rest.length }
}

/** Elsewhere an editor proposes while one types, and the Enter that ends a line would take a proposal. */
const isProse = (format: Format, text: string, offset: number, before: string): boolean => {
  switch (format) {
    case 'markdown':
      return true
    case 'json-schema-json':
      return /:\s*"[^"]*$/.test(before)
    case 'sql':
      return /--/.test(before) || (before.match(/'/g)?.length ?? 0) % 2 === 1
    case 'json-schema-yaml':
      return /(?:^|\s)#|:[ \t]/.test(before) || isInBlock(text, offset, before)
    default:
      return format satisfies never
  }
}

/** Within the lines of a text behind `>` or `|`: deeper than the nearest line that is less deep, which ends so. */
const isInBlock = (text: string, offset: number, before: string): boolean => {
  const indent = indentOf(before)
  const above = text.slice(0, Math.max(0, offset - before.length - 1)).split('\n')
  const parent = above.reverse().find(line => line.trim() !== '' && indentOf(line) < indent)
  return parent !== undefined && /[:-][ \t]+[>|][+-]?\d*[ \t]*$/.test(parent)
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0
