/** The candidate that differs from `word` by the fewest typing mistakes, if by at most a third of its length. */
export const closestTo = (word: string, candidates: readonly string[]): string | undefined => {
  const ranked = candidates
    .map(candidate => ({ candidate, mistakes: mistakesBetween(word, candidate) }))
    .sort((a, b) => a.mistakes - b.mistakes)
  const [best] = ranked
  return best && best.mistakes <= word.length / 3 ? best.candidate : undefined
}

/** Levenshtein's distance: insertions, deletions and replacements. */
const mistakesBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
