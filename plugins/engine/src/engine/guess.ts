import type { LocalText } from '@lienthong/plugin-sdk'
import { closest, distance } from 'fastest-levenshtein'

/** Longer words are no misspelt ones, and comparing takes time. */
const maxLength = 200

/** The known word that is nearly the same; undefined when none is. */
export const nearestOf = (word: string, known: readonly string[]): string | undefined => {
  if (word.length > maxLength || known.length === 0) return undefined
  const nearest = closest(word, known)
  return distance(word, nearest) <= Math.max(2, word.length / 3) ? nearest : undefined
}

/** What was probably meant, as a sentence that follows another; nothing when no known word is near. */
export const guessOf = (word: string, known: readonly string[]): LocalText => {
  const nearest = nearestOf(word, known)
  if (nearest === undefined) return { vi: '', en: '' }
  return { vi: ` Có phải "${nearest}"?`, en: ` Did you mean "${nearest}"?` }
}
