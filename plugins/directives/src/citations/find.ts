import type { Directive, Directives, Report } from '@lienthong/plugin-sdk'
import type { PlainCitation } from './citation.ts'
import type { Text } from './texts.ts'

/** The directive that a citation names; by its code where it gives both. */
export const directiveOf = (
  directives: Directives,
  { code, number }: PlainCitation,
): Directive | undefined =>
  code !== null ? directives.byCode(code) : number !== null ? directives.byNumber(number) : undefined

/** Where a citation is marked. */
export const placeOf = (
  { node, below }: Pick<Text, 'node' | 'below'>,
  { words, nth }: PlainCitation,
): Pick<Report, 'node' | 'below' | 'at' | 'words' | 'nth'> => ({
  ...{ node, below, words, nth },
  at: below.length > 0 ? 'value' : 'whole',
})

/** How people call a directive: by its number, else by its code. */
export const nameOf = ({ number, code }: Directive): string => number ?? code

/** The citation with another directive in it; undefined where that one has no number to write. */
export const rewritten = ({ words, code, number }: PlainCitation, to: Directive): string | undefined => {
  if (number !== null && to.number === null) return undefined
  const withCode = code === null ? words : words.replace(code, to.code)
  return number === null || to.number === null ? withCode : withCode.replace(number, to.number)
}

/** The fix that writes another directive in a citation's place, if it can be written. */
export const replacing = (citation: PlainCitation, to: Directive | undefined): Report['fixes'] => {
  const text = to && rewritten(citation, to)
  if (!to || text === undefined) return []
  const name = nameOf(to)
  return [{ kind: 'replaceText', text, title: { vi: `Thay bằng ${name}`, en: `Replace by ${name}` } }]
}
