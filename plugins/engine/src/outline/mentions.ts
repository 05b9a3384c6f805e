import type { Lines } from './lines.ts'
import type { Definition, Mention } from './outline.ts'

/** `REQ-DC-001`, `ND-278-2025`, `NQ-57-TW`: capital letters and digits in at least two parts. */
const code = /[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+(?:\.\d+)*)+/
/** A directive's printed number: `278/2025/NĐ-CP`, `57-NQ/TW`, `06/QĐ-TTg`, `60/2024/QH15`. */
const printed = /\d{1,5}(?:\/\d{4})?[/-][A-ZĐ][A-ZĐa-z0-9]*(?:[/-][A-ZĐ][A-ZĐa-z0-9]*)*/
const either = new RegExp(
  `(?<![\\p{L}\\p{N}/_.-])(?:${printed.source}|${code.source})(?![\\p{L}\\p{N}_])`,
  'gu',
)

/** What looks like a requirement's id or a directive's number: whoever knows them tells which are. */
export const mentionsIn = (lines: Lines, definitions: readonly Definition[]): readonly Mention[] => {
  const own = new Set(definitions.filter(({ kind }) => kind === 'requirement').map(({ start }) => start))
  return [...lines.text.matchAll(either)]
    .filter(({ 0: name, index }) => /\d/.test(name) && !own.has(index))
    .map(({ 0: name, index }) => ({ name, ...lines.mark({ start: index, end: index + name.length }) }))
}
