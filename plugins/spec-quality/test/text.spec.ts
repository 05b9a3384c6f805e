import { blocksOf } from '../src/text/blocks.ts'
import { idOf, idsIn } from '../src/text/ids.ts'
import { bindingIn } from '../src/text/modals.ts'
import { Phrases } from '../src/text/phrases.ts'
import { plain } from '../src/text/plain.ts'
import { vagueWords } from '../src/text/vague-words.ts'

describe('wording', () => {
  it.each([
    ['Hệ thống phải lưu.', ['phải']],
    ['Không được sửa, chỉ được đọc.', ['Không được', 'chỉ được']],
    ['Đây không phải là nút bên phải; người ấy không  phải làm.', []],
    ['It shall log. It MUST alert. Mustard.', ['shall', 'MUST']],
  ])('[R17] finds what binds in "%s"', (text, words) =>
    expect(bindingIn(text).map(each => each.words)).toEqual(words),
  )

  it('[R17] leaves out code, comments and addresses, and keeps every offset', () => {
    const text = 'A `phải` [b](phải)\n```\nphải\n```\n<!-- phải\n--> phải\n~~~\nphải'
    expect(plain(text)).toHaveLength(text.length)
    expect(bindingIn(plain(text)).map(({ from }) => from)).toEqual([text.indexOf('--> phải') + 4])
  })

  it('[R18] finds the longest of several phrases, over line breaks, as whole words', () => {
    const phrases = new Phrases(['nhanh', 'nhanh chóng', 'v.v'])
    expect(phrases.in('Nhanh\nchóng, nhanhnhẹn, nhanh, v.v.').map(({ words }) => words)).toEqual([
      'Nhanh\nchóng',
      'nhanh',
      'v.v',
    ])
  })

  it('[R18] lists each vague wording once, composed and in small letters', () => {
    const all = Object.values(vagueWords).flat()
    expect(all.filter(word => word !== word.toLowerCase().normalize('NFC').trim())).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('ids', () => {
  it('[R19] takes an id apart into its series and its number', () => {
    expect(idOf('REQ-DC-012')).toEqual({ id: 'REQ-DC-012', series: 'REQ-DC-', digits: '012' })
    expect(idOf('YC-3.1')).toEqual({ id: 'YC-3.1', series: 'YC-3.', digits: '1' })
  })

  it('[R19] takes no number of a law or part of a word for one', () => {
    const text = 'REQ-1, 278/2025/NĐ-CP, 2/YC-9, aREQ-2, YC-3.1. REQ-4-b (REQ-DC-5)'
    expect(idsIn(text).map(({ id }) => id)).toEqual(['REQ-1', 'YC-3.1', 'REQ-DC-5'])
  })

  it('[R17] reads paragraphs and list items at the margin', () => {
    const text = '# A\n\nmột\nhai\n\n- ba\n  bốn\n1. năm\n> sáu\n| bảy |\n'
    expect(blocksOf(text).map(block => [block.text, text.slice(block.from).slice(0, 2)])).toEqual([
      ['một\nhai', 'mộ'],
      ['ba', 'ba'],
      ['năm', 'nă'],
    ])
  })
})
