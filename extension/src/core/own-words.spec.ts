import { hasOwnWords } from './own-words.ts'

describe('the words of a buffer that is bound late', () => {
  it('[E6] are its own when the document lacks them', () => {
    expect(hasOwnWords('tên: a\ntuổi: 21\n', 'tên: a\n')).toBe(true)
    expect(hasOwnWords('tên: an\n', 'tên: a\nsinh: date\n')).toBe(true)
  })

  it('[E6] are nobody’s when the buffer is behind, or differs in line ends only', () => {
    expect(hasOwnWords('tên: a\n', 'tên: a\nsinh: date\n')).toBe(false)
    expect(hasOwnWords('tên: a\r\n', 'tên: a\n')).toBe(false)
    expect(hasOwnWords('', 'tên: a\n')).toBe(false)
  })
})
