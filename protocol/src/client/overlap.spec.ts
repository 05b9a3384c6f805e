import { overlap } from './overlap.ts'

const base = 'một\nhai\nba\nbốn\n'

describe('two changes of one text', () => {
  it('[E16] overlap where both bring in the same line', () => {
    const target = base.replace('ba\n', 'mới\nba\n')
    expect(overlap(base, target, target)).toBe(true)
    expect(overlap(base, `${target}của họ\n`, target)).toBe(true)
  })

  it('[E16] overlap where one changes or takes out what the other changes', () => {
    expect(overlap(base, base.replace('hai', 'HAI'), base.replace('hai', 'hai rưỡi'))).toBe(true)
    expect(overlap(base, base.replace('hai\nba\n', ''), base.replace('ba', 'bảy'))).toBe(true)
  })

  it('[E16] overlap where the same line could be at several offsets', () => {
    const list = '{\n  a\n},\n{\n  b\n}\n'
    const target = list.replace('{\n  b', '{\n  x\n},\n{\n  b')
    expect(overlap(list, `${target}cuối\n`, `đầu\n${target}`)).toBe(true)
    expect(overlap('a\na\na\n', 'a\na\na\na\n', 'đầu\na\na\na\na\nb')).toBe(true)
  })

  it('[E16] do not overlap on different lines, nor where one is none', () => {
    expect(overlap(base, base.replace('ba\n', 'CỦA BÌNH\nba\n'), base.replace('hai', 'hai rưỡi'))).toBe(false)
    expect(overlap(base, base.replace('một', 'MỘT'), `${base}năm\n`)).toBe(false)
    expect(overlap(base, base, `${base}năm\n`)).toBe(false)
  })
})
