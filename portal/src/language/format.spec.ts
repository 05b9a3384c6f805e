import { formatDay, formatInstant, formatNumber, nameIn, withUnit } from './format.ts'

it('[P10] shows a calendar date as written', () => {
  expect(formatDay('2025-07-15')).toBe('15/07/2025')
})

it('[P10] leaves what is not a full date as it is', () => {
  expect(['2025', '2025-Q3', 'trước 2030'].map(formatDay)).toEqual(['2025', '2025-Q3', 'trước 2030'])
})

it("[P10] shows an instant in Vietnam's time", () => {
  expect(formatInstant('2025-07-14T17:30:00Z', 'en')).toBe('15/07/2025, 00:30')
  expect(formatInstant('2025-07-14T17:30:00Z', 'vi')).toContain('00:30')
})

it('writes numbers as each language does', () => {
  expect(formatNumber(107_000_000.5, 'vi')).toBe('107.000.000,5')
  expect(formatNumber(107_000_000.5, 'en')).toBe('107,000,000.5')
})

it('falls back to the Vietnamese name and says which language it is in', () => {
  expect(nameIn({ vi: 'Đất đai', en: 'Land' }, 'en')).toEqual({ text: 'Land', lang: 'en' })
  expect(nameIn({ vi: 'Đất đai', en: 'Land' }, 'vi')).toEqual({ text: 'Đất đai', lang: 'vi' })
  expect(nameIn({ vi: 'Đất đai', en: null }, 'en')).toEqual({ text: 'Đất đai', lang: 'vi' })
})

it('prints a figure with its unit', () => {
  expect([
    withUnit('32', '%'),
    withUnit('30', '% GDP'),
    withUnit('116', 'CSDL'),
    withUnit('3', null),
  ]).toEqual(['32%', '30% GDP', '116 CSDL', '3'])
})
