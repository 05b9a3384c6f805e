const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const last = days[Number(month) - 1] ?? 0
  return Number(day) >= 1 && Number(day) <= (last === 28 && leap(Number(year)) ? 29 : last)
}

const isTime = (text: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(text)

/** Formats of JSON Schema Validation § 7.3 that can be told apart simply, each with a text that has it. Other formats are not judged. */
export const formats: ReadonlyMap<string, { readonly example: string; fits(text: string): boolean }> =
  new Map([
    ['date', { example: '2025-07-01', fits: isDate }],
    ['time', { example: '07:30:00Z', fits: isTime }],
    [
      'date-time',
      {
        example: '2025-07-01T07:30:00Z',
        fits: text => isDate(text.slice(0, 10)) && /^t$/i.test(text.charAt(10)) && isTime(text.slice(11)),
      },
    ],
    ['email', { example: 'an@example.vn', fits: text => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(text) }],
    [
      'uuid',
      {
        example: '00000000-0000-4000-8000-000000000000',
        fits: text => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
      },
    ],
    ['uri', { example: 'https://example.vn/', fits: text => /^[a-z][a-z\d+.-]*:[^\s]+$/i.test(text) }],
    [
      'ipv4',
      { example: '192.0.2.1', fits: text => /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/.test(text) },
    ],
  ])
