import type { JsonObject, LocalText } from '@lienthong/plugin-sdk'

/** A document's own day stands in a line such as `Ngày áp dụng: 15/07/2025` or `As of: 2025-07-15`, or in the keyword `x-as-of` of a schema's root. */
const stated =
  /(?:^|\n)[^\p{L}\n]*(?:ngày áp dụng|áp dụng từ ngày|ngày hiệu lực|hiệu lực từ ngày|as of|in force from)[*_ ]*:[*_ ]*(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})\/(\d{1,2})\/(\d{4}))/iu

/** The day that the root of a schema states as the document's, `YYYY-MM-DD`. */
export const dayOf = ({ 'x-as-of': day }: JsonObject): string | null =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null

/** The day that a text states as the document's. */
export const dayIn = (text: string): string | null => {
  const [, iso, day = '', month = '', year = ''] = stated.exec(text) ?? []
  if (iso !== undefined) return iso
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A day as people read it, in Vietnam's order. */
export const written = (day: string): string => day.split('-').reverse().join('/')

/** The day that a document is held against, and why that one. */
export const dayText = (day: string, own: string | null): LocalText =>
  own === null
    ? { vi: `hôm nay (${written(day)})`, en: `today (${day})` }
    : { vi: `vào ngày ${written(day)} mà tài liệu nêu`, en: `on ${day}, the day that the document states` }
