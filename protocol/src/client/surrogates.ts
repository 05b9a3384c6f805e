import { replacementsOf, type TextDelta } from './text-delta.ts'

/** True for the first half of a surrogate pair. */
export const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** True for the second half of a surrogate pair. */
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** True if a change leaves every surrogate pair whole. Yjs replaces a half by U+FFFD when it encodes it. */
export const keepsPairsWhole = (delta: TextDelta, before: string): boolean =>
  replacementsOf(delta).every(
    ({ offset, deleted, inserted }) =>
      !isInsidePair(before, offset) &&
      !isInsidePair(before, offset + deleted) &&
      !isLowSurrogate(inserted.charCodeAt(0)) &&
      !isHighSurrogate(inserted.charCodeAt(inserted.length - 1)),
  )

const isInsidePair = (text: string, offset: number): boolean =>
  isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset))
