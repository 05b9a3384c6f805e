import type { Format } from '@lienthong/plugin-sdk'
import { fenced } from './markdown-words.ts'
import type { Definition } from './outline.ts'

/** As many definitions behind the same words as people read. */
export const maxDefinitionTexts = 5
/** As many lines of a definition as fit beside the words. */
const maxLines = 24
/** So many lines may be one without end. */
const maxLength = 4_000

/** A definition as it is written in a text, as a block of code in Markdown. */
export const definitionText = (format: Format, text: string, { whole }: Definition): string => {
  const start = beginOf(text, whole.start)
  const lines = text.slice(start, Math.min(whole.end, start + maxLength)).split('\n')
  const isCut = lines.length > maxLines || whole.end > start + maxLength
  const shown = undented(lines.slice(0, maxLines))
  return fenced(languages[format], [...shown, ...(isCut ? ['…'] : [])].join('\n'))
}

const languages = {
  'json-schema-yaml': 'yaml',
  'json-schema-json': 'json',
  markdown: 'markdown',
  sql: 'sql',
} as const

/** With the indentation before it, which its other lines have too. */
const beginOf = (text: string, start: number): number => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(lineStart, start).trim() === '' ? lineStart : start
}

/** Without the indentation that all lines have. */
const undented = (lines: readonly string[]): string[] => {
  const filled = lines.filter(line => line.trim() !== '')
  const indent = Math.min(...filled.map(line => /^ */.exec(line)?.[0].length ?? 0))
  return lines.map(line => line.slice(indent))
}
