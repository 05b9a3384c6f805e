import type { Texts } from '../language/vi.ts'

type ConfidenceKey = keyof Texts['confidence']

/** The seed's scale of confidence, in the order in which a mixed statement is judged: by its weakest part. */
const scale: readonly (readonly [marker: string, key: ConfidenceKey])[] = [
  ['negative-finding', 'negative'],
  ['unverified-low', 'low'],
  ['unverified-medium', 'medium'],
  ['unverified-high', 'high'],
  ['third-party-copy', 'copy'],
  ['third-party', 'third'],
  ['secondary', 'secondary'],
]

/** The text key of an editorial confidence; null for words of its own, which are shown as they are. */
export const confidenceKey = (confidence: string): ConfidenceKey | null =>
  scale.find(([marker]) => confidence.includes(marker))?.[1] ?? null

/** Whether the statement says more than its place on the scale. */
export const hasOwnWords = (confidence: string): boolean =>
  !/^(negative-finding|unverified-(low|medium|high)|third-party(-copy-of-official-text)?|secondary)$/.test(
    confidence,
  )
