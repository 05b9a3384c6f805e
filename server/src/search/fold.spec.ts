import { foldedOf, foldText, wordsOf } from './fold.ts'

describe('fold', () => {
  it('[N10] folds case, diacritics and đ alike, composed or not', () => {
    expect(foldText('Đất đai')).toBe('dat dai')
    expect(foldText('Hộ tịch'.normalize('NFD'))).toBe(foldText('HỘ TỊCH'))
  })

  it('[N10] cuts a number and symbol into its words, and drops what LIKE would take as a wildcard', () => {
    expect(wordsOf('57-NQ/TW')).toEqual(['57', 'nq', 'tw'])
    expect(wordsOf('%_\\')).toEqual([])
  })

  it('keeps each word once, behind a space', () => {
    expect(foldedOf(['Dân cư', null, 'dân số'])).toBe(' dan cu so')
  })
})
