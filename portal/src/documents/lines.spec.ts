import { lineAt, lineStartsOf } from './lines.ts'

it('finds the line of every offset', () => {
  const text = 'a\n\nbc\n'
  const starts = lineStartsOf(text)
  expect(starts).toEqual([0, 2, 3, 6])
  expect([0, 1, 2, 3, 4, 5, 6].map(offset => lineAt(starts, offset))).toEqual([1, 1, 2, 3, 3, 3, 4])
})

it('gives an empty text one line', () => {
  expect(lineAt(lineStartsOf(''), 0)).toBe(1)
})
