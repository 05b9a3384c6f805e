import type { Format } from '@lienthong/plugin-sdk'
import { Lexer } from 'yaml'
import { parseMarkdown } from './markdown-parser.ts'
import { sqlTokens } from './sql-lexer.ts'
import { type DocumentModel, type Range, syntaxUnitId, toDocument } from './unit.ts'

/** A comment in a document: its range with the marks, its words without them. */
export interface Comment extends Range {
  readonly words: string
}

/** The comments that hold a word, in document order. JSON has none; a comment of Markdown begins its line. */
export const commentsWith = (word: string, format: Format, model: DocumentModel): readonly Comment[] => {
  const { text } = model
  if (!text.includes(word)) return []
  const found = format === 'sql' ? sqlComments(text) : commentsInUnits(word, format, model)
  return found
    .map(range => ({ ...range, words: wordsOf(text.slice(range.start, range.end)) }))
    .filter(({ words }) => words.includes(word))
    .sort((one, other) => one.start - other.start)
}

/** Comments between statements belong to no unit. */
const sqlComments = (text: string): Range[] => [...sqlTokens(text)].filter(({ kind }) => kind === 'comment')

const commentsInUnits = (word: string, format: Format, { units }: DocumentModel): Range[] => {
  const read = format === 'json-schema-yaml' ? yamlComments : format === 'markdown' ? markdownComments : null
  if (!read) return []
  return units
    .filter(({ id, text }) => id !== syntaxUnitId && text.includes(word))
    .flatMap(({ text, pieces }) => read(text).map(range => toDocument(pieces, range)))
}

/** Marks of the lexer that stand for no character of the text. */
const markers = new Set(['\u0002', '\u0018', '\u001f'])

const yamlComments = (text: string): Range[] => {
  const found: Range[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (const token of new Lexer().lex(text)) {
    if (markers.has(token)) continue
    if (token.startsWith('#')) found.push({ start: at, end: at + token.length })
    at += token.length
  }
  return found
}

const markdownComments = (text: string): Range[] => {
  const found: Range[] = []
  parseMarkdown(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'CommentBlock') found.push({ start: from, end: to })
    },
  })
  return found
}

const wordsOf = (source: string): string =>
  source
    .replace(/^(?:#+|--|\/\*|<!--)/, '')
    .replace(/(?:\*\/|-->)$/, '')
    .trim()
