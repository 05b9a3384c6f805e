import { readFileSync } from 'node:fs'
import { paletteSize, personColor } from './palette.ts'

const themes = ['light', 'dark'] as const
const people = Array.from({ length: paletteSize }, (_, i) => i)

describe('the palette', () => {
  it.each(themes)('[E5] keeps names readable on their colour in %s themes', theme => {
    for (const person of people) {
      const { solid, text } = personColor(person, theme)
      expect(contrast(solid, text)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each([
    ['light', '#ffffff'],
    ['dark', '#1f1f1f'],
  ] as const)('[E5] keeps the caret visible on the editor in %s themes', (theme, background) => {
    for (const person of people)
      expect(contrast(personColor(person, theme).solid, background)).toBeGreaterThanOrEqual(3)
  })

  it('[E5] gives twelve people twelve colours, and the thirteenth the first again', () => {
    expect(paletteSize).toBe(12)
    for (const theme of themes)
      expect(new Set(people.map(person => personColor(person, theme).solid)).size).toBe(12)
    expect(personColor(12, 'dark')).toEqual(personColor(0, 'dark'))
  })

  it('[E5] is what package.json declares for icons', () => {
    const { contributes } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    )
    expect(contributes.colors).toHaveLength(paletteSize)
    for (const person of people) {
      const { id, defaults } = contributes.colors[person]
      expect(id).toBe(`lienthong.person${person}`)
      expect(defaults.light).toBe(personColor(person, 'light').solid)
      expect(defaults.dark).toBe(personColor(person, 'dark').solid)
    }
  })
})

/** Contrast of two colours (WCAG 2.2). */
const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => {
    const channel = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
