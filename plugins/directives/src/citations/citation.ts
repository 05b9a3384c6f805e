import { directiveCode, directiveNumber, Occurrences, remembering } from '@lienthong/plugin-sdk'
import { provisionBefore } from './provision.ts'

/** Where a text names a directive: by its code in the inventory, by its printed number, or by both side by side. */
export interface PlainCitation {
  /** As written, from the code to the number. */
  readonly words: string
  /** How often the same words stand in the text before. */
  readonly nth: number
  readonly code: string | null
  readonly number: string | null
  /** The article, or the section or annex, that is named with it: `Khoản 2 Điều 4`. */
  readonly provision: string | null
}

/** With what it stands in. */
export interface Citation extends PlainCitation {
  /** The sentence, list item or table row around it. */
  readonly sentence: string
}

/** Printed numbers; and codes of the inventory in backquotes or alone in a text. */
const mention = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(${directiveNumber})|(${directiveCode}))(?![\\p{L}\\p{N}/-])`,
  'gu',
)

/** A code alone is a word of many kinds: in prose it counts only between backquotes. */
const isQuoted = (text: string, start: number, end: number): boolean =>
  (text[start - 1] === '`' && text[end] === '`') || (start === 0 && end === text.length)

/** What may stand between a code and the number of the same directive. */
const between = /^[`*_]*\s*[|(:,–-]?\s*[`*_]*$/

/** Nobody reads on beyond so many findings in one text. */
const maxMentions = 500

/** Whether a text can name a directive: numbers have a slash, codes hyphens. Looking for them takes a hundred times as long. */
export const mayCite = (text: string): boolean =>
  text.includes('/') || (text.includes('-') && (text.includes('`') || !text.includes(' ')))

/** The directives that a text names, in its order. Every rule asks for the same few texts. */
export const citationsIn: (text: string) => readonly Citation[] = remembering(200, text =>
  mayCite(text) ? [...joined(text, mentionsIn(text))] : [],
)

/** What is longer is no number that anybody gave. */
const longestMention = 100

interface Mention {
  readonly start: number
  readonly end: number
  readonly code: string | null
  readonly number: string | null
}

/** Those of the beginning: what follows is not looked for. */
const mentionsIn = (text: string): Mention[] => {
  const found: Mention[] = []
  for (const { 0: words, 1: number, 2: code, index } of text.replaceAll('Ð', 'Đ').matchAll(mention)) {
    const end = index + words.length
    if (words.length > longestMention) continue
    if (number !== undefined) found.push({ start: index, end, number: text.slice(index, end), code: null })
    else if (code !== undefined && isQuoted(text, index, end))
      found.push({ start: index, end, code, number: null })
    if (found.length === maxMentions) break
  }
  return found
}

/** A code and a number side by side are one citation. */
function* joined(text: string, mentions: readonly Mention[]): Generator<Citation> {
  const occurrences = new Occurrences(text)
  for (let at = 0; at < mentions.length; at++) {
    const first = mentions[at]
    if (!first) return
    const second = mentions[at + 1]
    const isPair =
      second !== undefined &&
      (first.code === null) !== (second.code === null) &&
      between.test(text.slice(first.end, second.start))
    const end = isPair ? second.end : first.end
    if (isPair) at++
    yield {
      ...occurrences.mark(first.start, end),
      code: first.code ?? (isPair ? second.code : null),
      number: first.number ?? (isPair ? second.number : null),
      provision: provisionBefore(text.slice(0, first.start)),
      sentence: sentenceAround(text, first.start, end),
    }
  }
}

const sentenceAround = (text: string, start: number, end: number): string => {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('; '))
  const to = after.search(/\n|\. |$/)
  return before.slice(from + 1) + text.slice(start, end) + after.slice(0, to)
}

/** Longer sentences are read in part. */
const reach = 500
