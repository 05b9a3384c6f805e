import { without, wordsOf } from './words.ts'

/** How a field's name and description give away what it holds. */
export interface Signs {
  /** Folded phrases, longest first: `dinh danh ca nhan`. */
  readonly phrases: readonly string[]
  /** Words beside the phrase that make it something else, on top of the usual ones. */
  readonly unless?: readonly string[]
}

/** What is known of a field before its content is looked at. */
export interface Named {
  readonly name: string
  readonly title?: string | undefined
  readonly description?: string | undefined
}

/** Beside an identifier these say that the field is about it, not the identifier itself: date of issue, image, state. */
const aboutIt = new Set([
  ...[
    'ngay',
    'cap',
    'anh',
    'loai',
    'ten',
    'tep',
    'trang thai',
    'tinh trang',
    'lich su',
    'ghi chu',
    'mo ta',
    'so luong',
  ],
  ...[
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
    'expiry',
    'image',
  ],
  ...[
    'photo',
    'file',
    'url',
    'type',
    'kind',
    'name',
    'status',
    'count',
    'total',
    'note',
    'history',
    'verified',
    'hash',
  ],
])

/** English puts these behind the noun: "tax code expiry date". */
const trailing = new Set(['date', 'expiry', 'image', 'status', 'photo', 'type', 'name'])

/**
 * True when the name, the title or the beginning of the description says that the field holds the identifier.
 * Words such as "date" or "ngày cấp" beside it say that it is about the identifier instead.
 */
export function holds(field: Named, signs: Signs): boolean {
  const name = wordsOf(field.name)
  if (nameSaysSo(name, signs)) return true
  if (isAboutIt(name)) return false
  return opensWith(field.title, signs) || opensWith(field.description, signs)
}

function nameSaysSo(words: readonly string[], signs: Signs): boolean {
  return partsOf(signs).some(parts => {
    const rest = without(words, parts)
    if (rest) return !isAboutIt(rest) && !rest.some(word => signs.unless?.includes(word))
    return parts.length > 2 && words.length === 1 && words[0] === parts.join('')
  })
}

const isAboutIt = (words: readonly string[]): boolean =>
  words.some((word, i) => aboutIt.has(word) || aboutIt.has(`${word} ${words[i + 1]}`))

/** A description says so only where it begins with the phrase: further on it may speak of another field. */
function opensWith(text: string | undefined, signs: Signs): boolean {
  if (text === undefined) return false
  const words = wordsOf(text.split(/[.;:,(]/, 1)[0] ?? '')
  return partsOf(signs).some(parts => {
    const start = parts[0] !== 'so' && words[0] === 'so' ? 1 : 0
    if (parts.length < 2 || !parts.every((word, i) => words[start + i] === word)) return false
    const following = words.slice(start + parts.length, start + parts.length + 3)
    return !following.some(word => trailing.has(word) || signs.unless?.includes(word))
  })
}

const splitPhrases = new WeakMap<Signs, string[][]>()

function partsOf(signs: Signs): string[][] {
  const known = splitPhrases.get(signs)
  if (known) return known
  const parts = signs.phrases.map(phrase => phrase.split(' '))
  splitPhrases.set(signs, parts)
  return parts
}
