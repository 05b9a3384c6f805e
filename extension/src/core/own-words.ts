import { withLineFeeds } from './buffer.ts'

/**
 * Whether a buffer has a line that the document lacks: then somebody may have written it here. A buffer that is merely behind,
 * by lines that others wrote, has none. In doubt the line counts as somebody's: keeping too much is a nuisance, too little a loss.
 */
export const hasOwnWords = (buffer: string, document: string): boolean => {
  const known = new Set(linesOf(document))
  return linesOf(buffer).some(line => line !== '' && !known.has(line))
}

const linesOf = (text: string): string[] =>
  withLineFeeds(text)
    .split('\n')
    .map(line => line.trim())
