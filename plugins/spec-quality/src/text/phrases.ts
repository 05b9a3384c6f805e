/** Some characters of a text. */
export interface Stretch {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Finds whole words and phrases, in any case, the longer first. White space in a phrase may be any, line breaks included. */
export class Phrases {
  private readonly pattern: RegExp

  constructor(phrases: readonly string[]) {
    const sorted = [...phrases].sort((a, b) => b.length - a.length).map(source)
    this.pattern = new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
      'giu',
    )
  }

  in(text: string): Stretch[] {
    return [...text.matchAll(this.pattern)].map(({ 0: words, index }) => ({
      words,
      from: index,
      to: index + words.length,
    }))
  }
}

const source = (phrase: string): string =>
  phrase
    .split(' ')
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
