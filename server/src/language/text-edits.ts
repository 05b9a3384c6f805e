import type { Range } from '@lienthong/plugin-engine'
import { type FixEdit, textName } from '@lienthong/protocol'
import * as Y from 'yjs'

/** Edits that put other words at places of a text, none of them empty: a start holds on to the character after it, an end to the one before. */
export const editsAt = (text: Y.Text, places: readonly Range[], words: string): FixEdit[] => {
  const before = text.toString()
  const ids = idsAt(
    text,
    places.flatMap(({ start, end }) => [start, end - 1]),
  )
  const position = (offset: number, side: number) =>
    Y.encodeRelativePosition(new Y.RelativePosition(null, textName, ids.get(offset) ?? null, side))
  return places.map(({ start, end }) => ({
    range: { start: position(start, 0), end: position(end - 1, -1) },
    expected: before.slice(start, end),
    text: words,
  }))
}

/** The ids of the characters at offsets, in one walk: Yjs begins anew for each, and a text may be of a hundred thousand pieces. */
const idsAt = (text: Y.Text, offsets: readonly number[]): ReadonlyMap<number, Y.ID> => {
  const wanted = [...offsets].sort((one, other) => other - one)
  const ids = new Map<number, Y.ID>()
  let from = 0
  for (let item = text._start; item !== null && wanted.length > 0; item = item.right) {
    if (item.deleted || !item.countable) continue
    const to = from + item.length
    for (let offset = wanted.at(-1); offset !== undefined && offset < to; offset = wanted.at(-1)) {
      ids.set(offset, Y.createID(item.id.client, item.id.clock + offset - from))
      wanted.pop()
    }
    from = to
  }
  return ids
}
