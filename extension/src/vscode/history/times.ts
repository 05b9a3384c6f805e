import { env, l10n } from 'vscode'

const dayMs = 24 * 60 * 60 * 1_000

const written = (options: Intl.DateTimeFormatOptions, at: Date): string =>
  new Intl.DateTimeFormat(env.language, options).format(at)

/** A day of the person's calendar: “Today”, “Yesterday”, or its date. */
export const dayOf = (at: Date): string => {
  const date = (time: Date) => written({ dateStyle: 'full' }, time)
  const day = date(at)
  if (day === date(new Date())) return l10n.t('Today')
  return day === date(new Date(Date.now() - dayMs)) ? l10n.t('Yesterday') : day
}

/** The hour and minute. */
export const timeOf = (at: string): string => written({ timeStyle: 'short' }, new Date(at))

/** The date with the hour and minute. */
export const momentOf = (at: string): string =>
  written({ dateStyle: 'medium', timeStyle: 'short' }, new Date(at))
