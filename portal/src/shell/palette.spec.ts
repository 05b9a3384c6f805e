import { dark, light, type Palette, propertiesOf } from './palette.ts'

/** WCAG's relative luminance of `#rrggbb`. */
const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds: (keyof Palette)[] = ['paper', 'surface', 'shade']
const pairs: [text: keyof Palette, ground: keyof Palette][] = [
  ...grounds.flatMap((ground): [keyof Palette, keyof Palette][] => [
    ['ink', ground],
    ['inkSoft', ground],
    ['link', ground],
  ]),
  ['link', 'jadeSoft'],
  ['gold', 'goldSoft'],
  ['gold', 'surface'],
  ['gold', 'paper'],
  ['ink', 'goldSoft'],
  ['ink', 'lacquerSoft'],
  ['lacquer', 'lacquerSoft'],
  ['lacquer', 'surface'],
  ['azure', 'azureSoft'],
  ['inkSoft', 'lacquerSoft'],
  ['inkSoft', 'goldSoft'],
  ['inkSoft', 'jadeSoft'],
  ['onDeep', 'deep'],
  ['onDeepSoft', 'deep'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, palette) => {
  it.each(pairs)('[P8] %s on %s reads well', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('[P8] white reads well on a primary button', () => {
    expect(contrast('#ffffff', palette.jade)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(grounds)("[P8] a field's outline stands out from %s", ground => {
    expect(contrast(palette.outline, palette[ground])).toBeGreaterThanOrEqual(3)
  })
})

it('names the custom properties as the style sheet does', () => {
  expect(propertiesOf(light)).toContainEqual(['--ink-soft', light.inkSoft])
})
