import { remembering, spelledWordsOf } from '@lienthong/plugin-sdk'
import { fewest, prevails } from './prevailing.ts'

/** Ways of writing a name of several words. */
export const styles = ['camelCase', 'PascalCase', 'snake_case', 'kebab-case', 'CONSTANT_CASE'] as const
export type Style = (typeof styles)[number]

const forms: Readonly<Record<Style, RegExp>> = {
  camelCase: /^\p{Ll}[\p{L}\p{M}\p{N}]*$/u,
  PascalCase: /^\p{Lu}[\p{L}\p{M}\p{N}]*$/u,
  snake_case: /^\p{Ll}[\p{Ll}\p{M}\p{N}]*(_[\p{Ll}\p{M}\p{N}]+)*$/u,
  'kebab-case': /^\p{Ll}[\p{Ll}\p{M}\p{N}]*(-[\p{Ll}\p{M}\p{N}]+)*$/u,
  CONSTANT_CASE: /^\p{Lu}[\p{Lu}\p{M}\p{N}]*(_[\p{Lu}\p{M}\p{N}]+)*$/u,
}

/** The styles that a name fits: `ten` fits three, `hoTen` one, `Họ tên` none. */
export const stylesOf: (name: string) => readonly Style[] = remembering(2_000, name =>
  styles.filter(style => forms[style].test(name)),
)

/** A name rewritten in a style, its diacritics kept. */
export function inStyle(name: string, style: Style): string {
  const words = spelledWordsOf(name)
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  switch (style) {
    case 'camelCase':
      return words.map((word, i) => (i === 0 ? word : capital(word))).join('')
    case 'PascalCase':
      return words.map(capital).join('')
    case 'snake_case':
      return words.join('_')
    case 'kebab-case':
      return words.join('-')
    case 'CONSTANT_CASE':
      return words.join('_').toUpperCase()
    default:
      return style satisfies never
  }
}

/** How the names of a document are written. `style` is null where none prevails; `counts` has the styles in use, most used first. */
export interface Convention {
  readonly style: Style | null
  readonly counts: readonly (readonly [Style, number])[]
}

/** The convention that names follow, told by those that fit one style only. Names of no style speak against every one; few names say nothing. */
export function conventionOf(names: readonly (readonly Style[])[]): Convention {
  const telling = names.filter(fitting => fitting.length < 2)
  if (telling.length < fewest) return { style: null, counts: [] }
  const tally = new Map<Style, number>()
  for (const [style] of telling) if (style) tally.set(style, (tally.get(style) ?? 0) + 1)
  const counts = [...tally].sort(([, one], [, other]) => other - one)
  const [first] = counts
  return { style: first && prevails(first[1], telling.length) ? first[0] : null, counts }
}
