import { textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import { editsAt } from './text-edits.ts'

/** A text of many pieces, some of them deleted. */
const scattered = (count: number): Y.Text => {
  const text = new Y.Doc().getText(textName)
  for (let piece = 0; piece < count; piece++) {
    text.insert((piece * 7_919) % (text.length + 1), `mảnh ${piece} `)
    if (piece % 10 === 9) text.delete((piece * 104_729) % (text.length - 3), 3)
  }
  return text
}

const wordsOf = (text: Y.Text, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * (text.length - 10)) / count)
    return { start, end: start + 1 + (index % 9) }
  })

describe('edits of a text', () => {
  it('[E25] hold on to the same characters as Yjs itself would', () => {
    const text = scattered(300)
    const places = wordsOf(text, 200).reverse()
    const position = (offset: number, side: number) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, offset, side))
    expect(editsAt(text, places, 'tên')).toEqual(
      places.map(({ start, end }) => ({
        range: { start: position(start, 0), end: position(end, -1) },
        expected: text.toString().slice(start, end),
        text: 'tên',
      })),
    )
  })

  it('[E25] are made at once in a text of many pieces', () => {
    const text = scattered(20_000)
    const places = wordsOf(text, 1_000)
    const startedAt = performance.now()
    editsAt(text, places, 'tên')
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
