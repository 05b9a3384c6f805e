/** Lower case without diacritics, đ as d: "Số định danh" and "so dinh danh" compare equal. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** Every identifier asks for the words of the same few names: folding them once makes opening a large document several times faster. */
const folded = new Map<string, readonly string[]>()
const foldedLimit = 2_000

/** The folded words of a name in any style: `soDinhDanh`, `so_dinh_danh`, `SO-DINH-DANH` and `Số định danh` all give so, dinh, danh. */
export function wordsOf(name: string): readonly string[] {
  const known = folded.get(name)
  if (known) return known
  const spaced = name
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const words = fold(spaced)
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  if (folded.size >= foldedLimit) folded.clear()
  folded.set(name, words)
  return words
}

/** The words of `words` that are left when `phrase` is taken out, or undefined when it does not occur as neighbouring words. */
export function without(words: readonly string[], phrase: readonly string[]): string[] | undefined {
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((word, i) => words[start + i] === word)) {
      return [...words.slice(0, start), ...words.slice(start + phrase.length)]
    }
  }
  return undefined
}
