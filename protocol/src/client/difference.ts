import diff from 'fast-diff'
import { isHighSurrogate, isLowSurrogate } from './surrogates.ts'
import { deltaOf, type Replacement, type TextDelta } from './text-delta.ts'

/** Texts up to this long are compared character by character; the time grows with its square. */
const charactersMost = 2_000

/** Texts of up to this many lines are compared line by line. Beyond, what differs is replaced whole: a comparison could take seconds. */
const linesMost = 6_000

/** The change from one text to another that leaves alone what is equal, so that anchors and cursors stay on their words (rule B6). */
export const difference = (before: string, after: string): TextDelta => {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const middle = {
    offset: start,
    from: before.slice(start, before.length - end),
    to: after.slice(start, after.length - end),
  }
  return deltaOf(between(middle))
}

interface Stretch {
  offset: number
  from: string
  to: string
}

const between = (stretch: Stretch): Replacement[] => {
  const { offset, from, to } = stretch
  if (from === to) return []
  if (from === '' || to === '') return [{ offset, deleted: from.length, inserted: to }]
  return Math.max(from.length, to.length) <= charactersMost ? byCharacters(stretch) : byLines(stretch)
}

const byCharacters = ({ offset, from, to }: Stretch): Replacement[] =>
  stretchesOf(diff(from, to), offset).map(hunk => ({
    offset: hunk.offset,
    deleted: hunk.from.length,
    inserted: hunk.to,
  }))

/** Each distinct line becomes one character; what differs is then compared more closely where it is short enough. */
const byLines = ({ offset, from, to }: Stretch): Replacement[] => {
  const codes = new Map<string, string>()
  const lines: string[] = []
  const encode = (text: string) =>
    (text.match(/[^\n]*\n|[^\n]+/g) ?? [])
      .map(line => {
        const known = codes.get(line)
        if (known !== undefined) return known
        const code = String.fromCharCode(lines.length + 1)
        codes.set(line, code)
        lines.push(line)
        return code
      })
      .join('')
  const [a, b] = [encode(from), encode(to)]
  if (lines.length > linesMost) return [{ offset, deleted: from.length, inserted: to }]
  const decode = (text: string) => Array.from(text, code => lines[code.charCodeAt(0) - 1] ?? '').join('')
  const parts = diff(a, b).map(([kind, text]): diff.Diff => [kind, decode(text)])
  return stretchesOf(parts, offset).flatMap(hunk =>
    Math.max(hunk.from.length, hunk.to.length) <= charactersMost
      ? byCharacters(hunk)
      : [{ offset: hunk.offset, deleted: hunk.from.length, inserted: hunk.to }],
  )
}

/** The parts of a comparison that differ; `offset` counts in the old text. */
const stretchesOf = (parts: diff.Diff[], from: number): Stretch[] => {
  const found: Stretch[] = []
  let offset = from
  let open: Stretch | undefined
  for (const [kind, text] of parts) {
    if (kind === diff.EQUAL) {
      offset += text.length
      open = undefined
      continue
    }
    if (!open) {
      open = { offset, from: '', to: '' }
      found.push(open)
    }
    if (kind === diff.INSERT) open.to += text
    else {
      open.from += text
      offset += text.length
    }
  }
  return found
}

/** Never between the halves of a surrogate pair: Yjs cannot carry a half. */
const commonStart = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

const commonEnd = (a: string, b: string, start: number): number => {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}
