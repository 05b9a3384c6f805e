import { remembering } from './remembering.ts'

const ascii = /^[ -~\s]*$/

/** A text without the marks of Vietnamese, đ as d; capitals stay. */
export const withoutDiacritics = (text: string): string =>
  ascii.test(text)
    ? text
    : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC')

/** The words of a name in any style, in lower case, their diacritics kept: `maXã`, `ma_xã`, `Ma Xã` all give ma, xã. */
export const spelledWordsOf = (name: string): string[] =>
  ascii.test(name)
    ? (spacedAscii(name).match(/[a-z0-9]+/g) ?? [])
    : (spaced(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

const spaced = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()

/** Most names are ASCII, and classes of Unicode are slow to match. */
const spacedAscii = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()

/** The words of a name in any style, in lower case and without diacritics: `soDinhDanh`, `SO-DINH-DANH` and `Số định danh` all give so, dinh, danh. */
export const wordsOf: (name: string) => readonly string[] = remembering(2_000, name =>
  spelledWordsOf(withoutDiacritics(name)),
)

/** Whether `phrase` occurs in `words` as neighbouring words. */
export const holds = (words: readonly string[], phrase: readonly string[]): boolean => {
  for (let start = 0; start + phrase.length <= words.length; start++)
    if (standsAt(words, phrase, start)) return true
  return false
}

/** Whether `phrase` stands in `words` from `start` on. */
export const standsAt = (words: readonly string[], phrase: readonly string[], start: number): boolean =>
  phrase.every((word, i) => words[start + i] === word)
