import { applied, deltaOf, difference, type Replacement, replacementsOf } from '@lienthong/protocol/client'
import { Lines } from '../check/place.ts'

/** Lines that were changed on both sides; `line` counts from 1 in the base. */
export interface Overlap {
  readonly line: number
  readonly base: string
  readonly local: string
  readonly server: string
}

export type Merge = { readonly text: string } | { readonly overlaps: readonly Overlap[] }

/** The server's text with the local changes, as long as both sides changed different lines of the base. What both changed alike counts once. */
export function merge(base: string, local: string, server: string): Merge {
  const theirs = replacementsOf(difference(base, server))
  const ours = replacementsOf(difference(base, local)).filter(
    one => !theirs.some(other => isSame(one, other)),
  )
  const spans = overlapping(new Lines(base), ours, theirs)
  if (spans.length > 0) return { overlaps: overlapsIn(spans, { base, local, server }) }
  return { text: applied(server, deltaOf(theirs).transform(deltaOf(ours), true)) }
}

const isSame = (one: Replacement, other: Replacement): boolean =>
  one.offset === other.offset && one.deleted === other.deleted && one.inserted === other.inserted

/** Lines of the base from the first to the last, counted from 1. */
interface Span {
  first: number
  last: number
}

/** Every stretch of lines that both sides touch; stretches that meet are one. */
function overlapping(
  lines: Lines,
  ours: readonly Replacement[],
  theirs: readonly Replacement[],
): readonly Span[] {
  const spanOf = ({ offset, deleted }: Replacement): Span => ({
    first: lines.placeOf(offset).line,
    last: lines.placeOf(offset + deleted).line,
  })
  const found: Span[] = []
  for (const mine of ours.map(spanOf))
    for (const other of theirs.map(spanOf))
      if (mine.first <= other.last && other.first <= mine.last)
        found.push({ first: Math.min(mine.first, other.first), last: Math.max(mine.last, other.last) })
  return joined(found)
}

function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const open = found.at(-1)
    if (open && span.first <= open.last) open.last = Math.max(open.last, span.last)
    else found.push({ ...span })
  }
  return found
}

function overlapsIn(
  spans: readonly Span[],
  { base, local, server }: Record<'base' | 'local' | 'server', string>,
): readonly Overlap[] {
  const lines = new Lines(base)
  const [ours, theirs] = [difference(base, local), difference(base, server)]
  return spans.map(({ first, last }) => {
    const start = lines.startOf(first)
    const end = lines.startOf(last) + lines.lineOf(last).length
    const within = (text: string, delta: typeof ours) =>
      text.slice(delta.transformPosition(start, true), delta.transformPosition(end))
    return {
      line: first,
      base: base.slice(start, end),
      local: within(local, ours),
      server: within(server, theirs),
    }
  })
}
