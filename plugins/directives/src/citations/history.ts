import { holds, wordsOf } from '@lienthong/plugin-sdk'

/** What is said of a directive as history, not as a basis. */
const signs = [
  ...['bãi bỏ', 'thay thế', 'hết hiệu lực', 'trước đây', 'bản thảo trước', 'không còn hiệu lực', 'lịch sử'],
  ...['repealed', 'replaced', 'superseded', 'formerly', 'no longer in force', 'history'],
].map(wordsOf)

/** Whether a sentence, or the heading above it, speaks of the past. */
export const isHistory = (...texts: readonly string[]): boolean =>
  texts.some(text => {
    const words = wordsOf(text)
    return signs.some(sign => holds(words, sign))
  })
