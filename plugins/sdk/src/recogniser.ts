import { remembering } from './remembering.ts'
import { standsAt, wordsOf } from './words.ts'

/** How a field's name and description give away what it holds. */
export interface Signs {
  /** Phrases as {@link wordsOf} writes words: `dinh danh ca nhan`. */
  readonly phrases: readonly string[]
  /** Words beside the phrase that make it something else, on top of the usual ones. */
  readonly unless?: readonly string[]
}

/** What is known of a field before its content is looked at. A `Field` is one. */
export interface Named {
  /** In any style of writing: `maSoThue`, `ma_so_thue`. */
  readonly name: string
  /** Read up to its first punctuation mark. */
  readonly title?: string | null
  /** Read up to its first punctuation mark. */
  readonly description?: string | null
}

/** Something that fields may hold. */
export interface Recognisable {
  /** What gives it away. */
  readonly signs: Signs
}

/** A phrase of a kind; `rank` is the kind's place in the list. */
interface Sign {
  readonly rank: number
  readonly phrase: readonly string[]
  readonly unless: readonly string[]
}

/**
 * Tells what fields hold: a field holds something when its name, its title or the beginning of its description says so, in
 * Vietnamese with or without diacritics or in English, in any style of writing. Beside it, words such as "date", "image" or
 * "trạng thái" say that the field is about the thing instead. Give the more special kinds first. One may be kept for all runs.
 *
 * ```ts
 * const recogniser = new Recogniser([{ id: 'tax-code', signs: { phrases: ['ma so thue', 'tax code'] } }])
 * recogniser.kindOf({ name: 'maSoThue' })?.id // tax-code
 * recogniser.kindOf({ name: 'ngayCapMaSoThue' }) // undefined
 * ```
 */
export class Recogniser<Kind extends Recognisable> {
  /** By the word that a phrase begins with: of a name's few words, few begin any. */
  private readonly beginning = new Map<string, Sign[]>()
  /** Phrases of more than two words, written together as careless names are. */
  private readonly together = new Map<string, Sign>()
  /** Many rules ask for the same field, one after the other. */
  private last: { readonly field: Named; readonly kind: Kind | undefined } | null = null

  /** Of kinds whose signs overlap the first in the list counts. */
  constructor(private readonly kinds: readonly Kind[]) {
    for (const [rank, { signs }] of kinds.entries())
      for (const phrase of signs.phrases)
        this.add({ rank, phrase: phrase.split(' '), unless: signs.unless ?? [] })
  }

  /** The first kind that the field says it holds, or undefined. */
  kindOf(field: Named): Kind | undefined {
    if (this.last?.field === field) return this.last.kind
    const kind = this.kinds[this.rankOf(field)]
    this.last = { field, kind }
    return kind
  }

  private add(sign: Sign): void {
    const [first = ''] = sign.phrase
    const others = this.beginning.get(first)
    if (others) others.push(sign)
    else this.beginning.set(first, [sign])
    const whole = sign.phrase.join('')
    if (sign.phrase.length > 2 && !this.together.has(whole)) this.together.set(whole, sign)
  }

  private rankOf({ name, title, description }: Named): number {
    const { rank, isFinal } = this.byName(name)
    return isFinal ? rank : Math.min(rank, this.opening(title), this.opening(description))
  }

  /** What a name says, and whether no text says more. */
  private readonly byName = remembering(2_000, name => {
    const words = wordsOf(name)
    return { rank: this.inName(words), isFinal: isAboutIt(words) }
  })

  private inName(words: readonly string[]): number {
    let best = words.length === 1 ? (this.together.get(words[0] ?? '')?.rank ?? nothing) : nothing
    for (const [at, word] of words.entries())
      for (const sign of this.beginning.get(word) ?? [])
        if (sign.rank < best && isNamed(words, sign, at)) best = sign.rank
    return best
  }

  /** A text says so only where it begins with the phrase: further on it may speak of another field. */
  private opening(text: string | null | undefined): number {
    if (!text || !this.mayOpen(text)) return nothing
    const words = wordsOf(text.split(/[.;:,(]/, 1)[0] ?? '')
    // "Số" may stand before any phrase that does not begin with it.
    return words[0] === 'so'
      ? Math.min(this.openingAt(words, 0), this.openingAt(words, 1))
      : this.openingAt(words, 0)
  }

  /** Most texts begin with a word that no phrase begins with: the others are not split. */
  private mayOpen(text: string): boolean {
    const [first] = wordsOf(/^\S*/.exec(text)?.[0] ?? '')
    return first === undefined || first === 'so' || this.beginning.has(first)
  }

  private openingAt(words: readonly string[], start: number): number {
    let best = nothing
    for (const { rank, phrase, unless } of this.beginning.get(words[start] ?? '') ?? []) {
      if (rank >= best || phrase.length < 2 || !standsAt(words, phrase, start)) continue
      const following = words.slice(start + phrase.length, start + phrase.length + 3)
      if (!following.some(word => trailing.has(word) || unless.includes(word))) best = rank
    }
    return best
  }
}

/** Whether the phrase stands there, and nothing beside it makes it something else. */
function isNamed(words: readonly string[], { phrase, unless }: Sign, at: number): boolean {
  if (!standsAt(words, phrase, at)) return false
  const rest = [...words.slice(0, at), ...words.slice(at + phrase.length)]
  return !isAboutIt(rest) && !rest.some(word => unless.includes(word))
}

/** After every kind. */
const nothing = Number.POSITIVE_INFINITY

/** Beside a phrase these say that the field is about the thing, not the thing itself: date of issue, image, state. */
const asides = new Set([
  ...['ngay', 'cap', 'anh', 'loai', 'ten', 'tep', 'trang thai', 'tinh trang', 'lich su', 'ghi chu', 'mo ta'],
  ...[
    'so luong',
    'thoi han',
    'thoi diem',
    'het han',
    'hieu luc',
    'has',
    'is',
    'date',
    'issue',
    'issued',
    'issuer',
  ],
  ...['expiry', 'image', 'photo', 'file', 'url', 'type', 'kind', 'name', 'status', 'count', 'total', 'note'],
  ...['history', 'verified', 'hash'],
])

const isAboutIt = (words: readonly string[]): boolean =>
  words.some((word, i) => asides.has(word) || asides.has(`${word} ${words[i + 1]}`))

/** English puts these behind the noun: "tax code expiry date". */
const trailing = new Set(['date', 'expiry', 'image', 'status', 'photo', 'type', 'name'])
