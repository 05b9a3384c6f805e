import { commentWords } from './comment-words.ts'

const at = (line: number, character = 0) => ({ line, character })
const words = (text: string, from = at(0), to = from) => {
  const { start, end } = commentWords(text, from, to)
  return text.slice(start, end)
}

describe('the words of a comment', () => {
  it('[E7] are the selected ones', () => {
    expect(words('tên: a\ntuổi: 1\n', at(0, 5), at(1, 4))).toBe('a\ntuổi')
  })

  it('[E7] are the whole line where none is selected, and its break where it is empty', () => {
    expect(words('tên: a\n\ntuổi: 1\n', at(0, 3))).toBe('tên: a')
    expect(words('tên: a\n\ntuổi: 1\n', at(1))).toBe('\n')
  })

  it('[E7] are the break before the last line when that is empty', () => {
    expect(commentWords('tên: a\n', at(1), at(1))).toEqual({ start: 6, end: 7 })
    expect(words('tên: a\n', at(7))).toBe('\n')
  })

  it('[E7] are none in an empty document: the comment is on the whole', () => {
    expect(commentWords('', at(0), at(0))).toEqual({ start: 0, end: 0 })
  })
})
