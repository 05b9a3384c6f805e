/** NFC, lower case, without diacritics, đ as d: "Đất đai" and "dat dai" become the same text. */
export const foldText = (text: string): string =>
  text.normalize('NFC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** The folded words of a text, in order. Words are letters and digits only, so that none can hold a wildcard of LIKE. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** What a record is found by: every word once, each after a space, so that ` dan` finds the beginning of a word. */
export const foldedOf = (texts: readonly (string | null)[]): string =>
  [...new Set(texts.flatMap(text => wordsOf(text ?? '')))].map(word => ` ${word}`).join('')
