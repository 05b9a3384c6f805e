import { maxOfAKind, type Records } from '@lienthong/plugin-engine'
import { withoutDiacritics } from '@lienthong/plugin-sdk'
import type { RuleInputs } from '@lienthong/protocol'

/** What `lienthong inputs pull` wrote, found as on a server: by the beginnings of words, without diacritics. */
export const recordsIn = ({ directives, inventory, dictionary }: RuleInputs): Records => {
  const directivesKnown = directives?.directives ?? []
  return {
    directives: async words =>
      found(directivesKnown, words, ({ code, number, type, title }) => [
        code,
        number,
        type,
        title.vi,
        title.en,
      ]),
    databases: async words =>
      found(inventory?.databases, words, ({ code, name }) => [code, name.vi, name.en]),
    organisations: async words =>
      found(inventory?.organisations, words, ({ code, officialCode, name }) => [
        code,
        officialCode,
        name.vi,
        name.en,
      ]),
    elements: async () => dictionary?.elements ?? [],
    directive: async name =>
      directivesKnown.find(({ code, number }) => code === name || number === name) ?? null,
  }
}

const found = <T>(
  records: readonly T[] = [],
  words: string,
  textsOf: (record: T) => readonly (string | null)[],
): T[] => {
  const wanted = wordsOf(words)
  const has = (record: T) => {
    const own = textsOf(record).flatMap(text => wordsOf(text ?? ''))
    return wanted.every(word => own.some(other => other.startsWith(word)))
  }
  return records.filter(has).slice(0, maxOfAKind)
}

const wordsOf = (text: string): string[] =>
  withoutDiacritics(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
