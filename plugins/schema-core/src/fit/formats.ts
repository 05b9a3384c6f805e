/** What of a format is certain: a text that breaks this breaks it under any reading. Of other formats nothing is known. */
const breaches: Readonly<Record<string, (text: string) => boolean>> = {
  date: text => !isDate(text),
  time: text => !isTime(text),
  'date-time': text =>
    !isDate(text.slice(0, 10)) || !/^[Tt ]$/.test(text.charAt(10)) || !isTime(text.slice(11)),
  // A quoted name may hold spaces and further signs "@".
  email: text => !/^[^\s@]+@[^\s@]+$/.test(text) && !text.startsWith('"'),
  uri: text => !/^[a-z][a-z0-9+.-]*:[!-~]*$/i.test(text) || /[<>"{}|\\^`]/.test(text),
  uuid: text => !/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
  ipv4: text => !isAddress(text),
}

/** Whether a text certainly is not of the format. */
export const breaksFormat = (text: string, format: string): boolean =>
  Object.hasOwn(breaches, format) && breaches[format]?.(text) === true

/** RFC 3339 `full-date`, of a day that there is. */
function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** RFC 3339 `full-time`; when seconds leap is not looked up. */
const isTime = (text: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(text)

const isAddress = (text: string): boolean => {
  const parts = text.split('.', 5)
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}
