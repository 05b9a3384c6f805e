import { holds, wordsOf } from '@lienthong/plugin-sdk'
import type { Citation } from './citation.ts'

/** What is said of a directive as history, not as a basis. */
const signs = [
  ...['bãi bỏ', 'thay thế', 'hết hiệu lực', 'trước đây', 'bản thảo trước', 'không còn hiệu lực', 'lịch sử'],
  ...['repealed', 'replaced', 'superseded', 'formerly', 'no longer in force', 'history'],
].map(wordsOf)

/** Taking a sentence apart is what costs most of a citation, and several rules ask. */
const judged = new WeakMap<Citation, boolean>()

/** Whether the sentence of a citation, or the heading above it, speaks of the past. */
export const isHistory = (citation: Citation, heading: string): boolean => {
  const known = judged.get(citation)
  const isSaid = known ?? speaksOfThePast(citation.sentence)
  if (known === undefined) judged.set(citation, isSaid)
  return isSaid || speaksOfThePast(heading)
}

const speaksOfThePast = (text: string): boolean => {
  const words = wordsOf(text)
  return signs.some(sign => holds(words, sign))
}
