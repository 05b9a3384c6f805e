import { Lines } from '../src/check/place.ts'

describe('Lines', () => {
  const lines = new Lines('một\n\thai ba\n\nbốn')

  it('counts lines and columns from 1', () => {
    expect(lines.placeOf(0)).toEqual({ line: 1, column: 1 })
    expect(lines.placeOf(4)).toEqual({ line: 2, column: 1 })
    expect(lines.placeOf(12)).toEqual({ line: 3, column: 1 })
    expect(lines.placeOf(16)).toEqual({ line: 4, column: 4 })
  })

  it('[T2] marks the words, below tabs too, and never past the line', () => {
    expect(lines.marked(9, 11)).toBe('2 │ \thai ba\n  │ \t    ^^')
    expect(lines.marked(13, 16)).toBe('4 │ bốn\n  │ ^^^')
    expect(lines.marked(9, 16)).toBe('2 │ \thai ba\n  │ \t    ^^')
    expect(lines.marked(16, 16)).toBe('4 │ bốn\n  │    ^')
  })
})
