import type { Name } from '@lienthong/protocol'
import type { Language } from './language.ts'

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

/** `2025-07-15` → `15/07/2025`. A calendar date has no time zone, so none may shift it. Anything else stays as it is written ("2025-Q3"). */
export const formatDay = (day: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : day
}

/** An instant in Vietnam's time, wherever the reader is: records are dated there. */
export const formatInstant = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(iso))

/** `1234.5` → `1.234,5` in Vietnamese, `1,234.5` in English. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value)

/** The English name where one is known and wanted, else the Vietnamese one, with the language it is in for `lang`. */
export const nameIn = (name: Name, language: Language): { text: string; lang: Language } =>
  language === 'en' && name.en ? { text: name.en, lang: 'en' } : { text: name.vi, lang: 'vi' }

/** A figure as it is printed: `32%`, `30% GDP`, `116 CSDL`. */
export const withUnit = (figure: string, unit: string | null): string =>
  unit === null ? figure : unit.startsWith('%') ? figure + unit : `${figure} ${unit}`
