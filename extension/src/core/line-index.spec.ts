import fc from 'fast-check'
import { LineIndex } from './line-index.ts'

const texts = fc.array(fc.constantFrom('a', 'bc', '\n', 'ê'), { maxLength: 30 }).map(parts => parts.join(''))

describe('the line index', () => {
  it('turns every offset into a position and back', () => {
    fc.assert(
      fc.property(texts, text => {
        const lines = new LineIndex(text)
        expect(lines.lineCount).toBe(text.split('\n').length)
        for (let offset = 0; offset <= text.length; offset++)
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset)
      }),
    )
  })

  it('takes the nearest place for one outside of the text', () => {
    const lines = new LineIndex('ab\nc')
    expect(lines.offsetAt({ line: 0, character: 9 })).toBe(2)
    expect(lines.offsetAt({ line: 7, character: 0 })).toBe(4)
    expect(lines.offsetAt({ line: -1, character: 0 })).toBe(0)
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 1 })
  })
})
