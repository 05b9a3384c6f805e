import { citationsIn } from '../src/citations/citation.ts'
import { isHistory } from '../src/citations/history.ts'

const found = (text: string) =>
  citationsIn(text).map(({ words, nth, code, number, provision }) => [words, nth, code, number, provision])

describe('citations', () => {
  it('[R20] are numbers of the State and the Party, and codes between backquotes', () => {
    expect(found('Theo 71/NQ-CP, 60/2024/QH15, 05-QĐ/BCĐTW và `TB-408`; NQ-71-CP.')).toEqual([
      ['71/NQ-CP', 0, null, '71/NQ-CP', null],
      ['60/2024/QH15', 0, null, '60/2024/QH15', null],
      ['05-QĐ/BCĐTW', 0, null, '05-QĐ/BCĐTW', null],
      ['TB-408', 0, 'TB-408', null, null],
    ])
    expect(found('22/7/2025, 34/34, 109:2017/BTTTT, 171/NQ-CP/x, REQ-DC-001, `dan-cu`, 1.004944')).toEqual([])
  })

  it('[R20] are numbers of several issuers, too, and of the Standing Committee', () => {
    expect(found('Theo 15/2020/TTLT-BTC-BNV và 12/2025/NQ-UBTVQH15; 3/2015/TTLT-BYT&BTC.')).toEqual([
      ['15/2020/TTLT-BTC-BNV', 0, null, '15/2020/TTLT-BTC-BNV', null],
      ['12/2025/NQ-UBTVQH15', 0, null, '12/2025/NQ-UBTVQH15', null],
      ['3/2015/TTLT-BYT&BTC', 0, null, '3/2015/TTLT-BYT&BTC', null],
    ])
    expect(found('Theo 21/QÐ-TTg')).toEqual([['21/QÐ-TTg', 0, null, '21/QÐ-TTg', null]])
  })

  it('[R20] of a code and a number side by side are one', () => {
    expect(found('| `ND-278-2025` | 278/2025/NĐ-CP |')).toEqual([
      ['ND-278-2025` | 278/2025/NĐ-CP', 0, 'ND-278-2025', '278/2025/NĐ-CP', null],
    ])
    expect(found('`ND-278-2025`, thay cho 47/2020/NĐ-CP')).toHaveLength(2)
  })

  it('[R20] say which time their words stand there, and which provision is named', () => {
    expect(found('Khoản 2 Điều 4 Nghị định 1/2025/NĐ-CP; mục II.4.b Quyết định 21/QĐ-TTg, 1/QĐ-TTg')).toEqual(
      [
        ['1/2025/NĐ-CP', 0, null, '1/2025/NĐ-CP', 'Khoản 2 Điều 4'],
        ['21/QĐ-TTg', 0, null, '21/QĐ-TTg', 'mục II.4.b'],
        ['1/QĐ-TTg', 1, null, '1/QĐ-TTg', null],
      ],
    )
  })

  it('[R21] are history where a sentence or a heading says so', () => {
    const isSo = (text: string, heading = '') => citationsIn(text).map(one => isHistory(one, heading))
    expect(isSo('Nghị định 1/2024/NĐ-CP đã bị bãi bỏ. Theo 1/2025/NĐ-CP')).toEqual([true, false])
    expect(isSo('Nghị định 1/2024/NĐ-CP', 'Căn cứ đã thay thế')).toEqual([true])
    expect(isSo('Căn cứ Nghị định 1/2025/NĐ-CP', 'Căn cứ')).toEqual([false])
  })

  it('[R4] of a text with very many are those of its beginning, in little time', () => {
    const started = performance.now()
    expect(citationsIn(Array.from({ length: 20_000 }, (_, i) => `${i}/NQ-CP`).join(', '))).toHaveLength(500)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
