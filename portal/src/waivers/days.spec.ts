import { dayAfter } from './days.ts'

it('[W3] counts days as they are counted in Vietnam', () => {
  expect(dayAfter(30, Date.parse('2026-11-26T16:59:00Z'))).toBe('2026-12-26')
  expect(dayAfter(30, Date.parse('2026-11-26T17:01:00Z'))).toBe('2026-12-27')
})
