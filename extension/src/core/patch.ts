import { difference, replacementsOf } from '@lienthong/protocol/client'

/** Lines of equal text around a change, as `diff -u` gives them. */
const context = 3

/** The lines `from..to` of the old text (`to` exclusive) give way to those of the new one. */
interface Chunk {
  from: number
  to: number
  newFrom: number
  newTo: number
}

/** What turns one text into another, as a unified diff that `git apply` and `patch` understand; empty when the texts are equal. */
export const patchOf = (name: string, before: string, after: string): string => {
  const [old, now] = [linesOf(before), linesOf(after)]
  const hunks = hunksOf(chunksOf(before, after, old, now))
  if (hunks.length === 0) return ''
  const body = hunks.map(hunk => hunkText(hunk, old, now)).join('')
  return `--- a/${name}\n+++ b/${name}\n${body}`
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

/** A comparison of characters, widened to whole lines and freed of lines that turn out equal. */
const chunksOf = (before: string, after: string, old: string[], now: string[]): Chunk[] => {
  const [oldLine, newLine] = [lineCounter(old), lineCounter(now)]
  const chunks: Chunk[] = []
  let shift = 0
  for (const { offset, deleted, inserted } of replacementsOf(difference(before, after))) {
    const from = oldLine(offset)
    const newFrom = newLine(offset + shift)
    const to = Math.min(oldLine(offset + deleted) + 1, old.length)
    shift += inserted.length - deleted
    const newTo = Math.min(newLine(offset + deleted + shift) + 1, now.length)
    const last = chunks.at(-1)
    if (last && from < last.to) Object.assign(last, { to, newTo })
    else chunks.push({ from, to, newFrom, newTo })
  }
  return chunks.map(chunk => trimmed(chunk, old, now))
}

const trimmed = (chunk: Chunk, old: string[], now: string[]): Chunk => {
  let { from, to, newFrom, newTo } = chunk
  while (from < to && newFrom < newTo && old[from] === now[newFrom]) {
    from++
    newFrom++
  }
  while (from < to && newFrom < newTo && old[to - 1] === now[newTo - 1]) {
    to--
    newTo--
  }
  return { from, to, newFrom, newTo }
}

/** The line that an offset is in, where a last line without an end goes on; offsets are asked for in ascending order. */
const lineCounter = (lines: string[]): ((offset: number) => number) => {
  let line = 0
  let end = lines[0]?.length ?? 0
  return offset => {
    while (offset >= end && lines[line]?.endsWith('\n')) end += lines[++line]?.length ?? 0
    return line
  }
}

/** Chunks whose context would touch stand together. */
const hunksOf = (chunks: Chunk[]): Chunk[][] => {
  const hunks: Chunk[][] = []
  for (const chunk of chunks) {
    const last = hunks.at(-1)
    if (chunk.from - (last?.at(-1)?.to ?? Number.NEGATIVE_INFINITY) <= 2 * context) last?.push(chunk)
    else hunks.push([chunk])
  }
  return hunks
}

const hunkText = (hunk: Chunk[], old: string[], now: string[]): string => {
  const [first, last] = [hunk[0] as Chunk, hunk.at(-1) as Chunk]
  const start = Math.max(0, first.from - context)
  const end = Math.min(old.length, last.to + context)
  const newStart = first.newFrom - (first.from - start)
  const lines: string[] = []
  let at = start
  for (const { from, to, newFrom, newTo } of hunk) {
    lines.push(...marked(' ', old.slice(at, from)))
    lines.push(...marked('-', old.slice(from, to)), ...marked('+', now.slice(newFrom, newTo)))
    at = to
  }
  lines.push(...marked(' ', old.slice(at, end)))
  const newEnd = last.newTo + (end - last.to)
  return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${lines.join('')}`
}

/** Counted from 1; of no lines, the line before. */
const range = (from: number, to: number): string => `${to > from ? from + 1 : from},${to - from}`

const marked = (sign: string, lines: string[]): string[] =>
  lines.map(line => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`))
