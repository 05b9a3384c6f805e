import type { Json, LocalText } from '@lienthong/plugin-sdk'

/** What a text may name. */
export interface Named {
  readonly name?: string | undefined
  readonly from?: Json | undefined
  readonly to?: Json | undefined
}

/** Fills `{name}`, `{from}` and `{to}` in. */
export const filled = (text: LocalText, named: Named): LocalText => ({
  vi: filledIn(text.vi, named),
  en: filledIn(text.en, named),
})

const filledIn = (text: string, { name, from, to }: Named): string =>
  text
    .replaceAll('{name}', name ?? '')
    .replaceAll('{from}', shown(from))
    .replaceAll('{to}', shown(to))

const shown = (value: Json | undefined): string => {
  if (value === undefined || value === null) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
