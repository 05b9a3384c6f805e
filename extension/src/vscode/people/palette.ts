/** The colours of one person in one kind of theme. `text` on `solid` is readable: contrast at least 4.5 (WCAG 2.2 AA). */
export interface PersonColor {
  solid: string
  text: string
}

/** Twelve hues far apart, dark enough for white names on light themes. */
const light = [
  '#b3261e',
  '#0b57d0',
  '#146c2e',
  '#8430ce',
  '#9a4600',
  '#00639b',
  '#a8005c',
  '#4a6100',
  '#5b4fc7',
  '#7a5900',
  '#006a6a',
  '#984061',
]
/** The same hues, light enough for black names on dark themes. */
const dark = [
  '#ff897d',
  '#7cacf8',
  '#6dd58c',
  '#d0a6ff',
  '#ffb27a',
  '#6fc7f5',
  '#ff8fc0',
  '#b5d25c',
  '#b8b0ff',
  '#e9c349',
  '#4fd8d8',
  '#ffb1c8',
]

/** A person's colour; the server deals them out, 0–11. */
export const personColor = (index: number, theme: 'light' | 'dark'): PersonColor => {
  const hues = theme === 'light' ? light : dark
  return {
    solid: hues[index % hues.length] ?? light[0] ?? '',
    text: theme === 'light' ? '#ffffff' : '#000000',
  }
}

export const paletteSize = light.length
