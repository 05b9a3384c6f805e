import type { Range } from '../models/unit.ts'
import type { Lines } from './lines.ts'
import type { Definition, Reference } from './outline.ts'

/** A reference as it is written at a place: `other.yaml#/$defs/X`. */
export const referenceAt = (lines: Lines, range: Range): readonly Reference[] => {
  const { start, end } = inner(lines.text, range)
  const written = lines.text.slice(start, end)
  const [, document = '', fragment = ''] = /^([^#\s]*)(?:#(\S*))?$/.exec(written) ?? []
  if (document === '' && fragment === '' && written !== '#') return []
  return [{ document: decoded(document), name: canonical(fragment), ...lines.mark({ start, end }) }]
}

/** What stands between quotes. */
export const inner = (text: string, { start, end }: Range): Range => {
  const quote = text[start]
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}

/** The same pointer is always the same name, however it was encoded. */
const canonical = (fragment: string): string => decoded(fragment).normalize('NFC')

/** Steps as a JSON pointer. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map(step => `/${String(step).normalize('NFC').replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The document itself, which `other.yaml` or `#` refers to. */
export const wholeDocument = (lines: Lines): Definition => {
  const whole = { start: 0, end: lines.text.length }
  return { kind: 'fragment', name: '', ...lines.mark({ start: 0, end: 0 }), whole }
}
