import type { Range, TextEdit } from './unit.ts'

/** How far back a comma is looked for: enough for deep indentation. */
const reach = 400

/** Removes a member of a list that commas divide, with the comma that belongs to it. */
export const removeFromList = (text: string, { start, end }: Range): readonly TextEdit[] => {
  const after = /^\s*,\s*/.exec(text.slice(end))
  if (after) return [{ start, end: end + after[0].length, text: '' }]
  const before = /\s*,\s*$/.exec(text.slice(Math.max(0, start - reach), start))
  return [{ start: start - (before?.[0].length ?? 0), end, text: '' }]
}
