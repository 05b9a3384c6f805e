import { visibleCode } from './visible-code.ts'

describe('the code of a version', () => {
  it.each([
    [
      'a turn of direction',
      'if (x) /*\u202e } \u2066if (isAdmin)*/',
      'if (x) /*⟦U+202E⟧ } ⟦U+2066⟧if (isAdmin)*/',
      2,
    ],
    ['no width', 'ad\u200bmin\ufeff', 'ad⟦U+200B⟧min⟦U+FEFF⟧', 2],
    ['a letter that is none', 'const \u3164 = 1', 'const ⟦U+3164⟧ = 1', 1],
    ['a tag beyond the first plane', 'a\u{e0061}', 'a⟦U+E0061⟧', 1],
    [
      'a line end that only JavaScript sees',
      '// a\u2028b()\r// c\rd()',
      '// a⟦U+2028⟧b()⟦U+000D⟧// c⟦U+000D⟧d()',
      3,
    ],
    ['a control', 'a\u0008\u0085', 'a⟦U+0008⟧⟦U+0085⟧', 2],
  ])('[RG3] shows %s', (_, text, shown, count) => {
    expect(visibleCode(text)).toEqual({ shown, count })
  })

  it('[RG3] leaves what can be read as it is', () => {
    const text = 'const tên = "Nguyễn Văn Đạt"\r\n\t// 日本語 🙂 e\u0301\n'
    expect(visibleCode(text)).toEqual({ shown: text, count: 0 })
  })

  it('[RG3] takes the largest bundle', () => {
    expect(visibleCode('\u200b'.repeat(2_000_000)).count).toBe(2_000_000)
  })
})
