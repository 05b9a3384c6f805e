import fc from 'fast-check'
import { difference } from './difference.ts'
import { keepsPairsWhole } from './surrogates.ts'
import { applied, inverted, replacementsOf } from './text-delta.ts'

const texts = fc
  .array(fc.constantFrom('a', 'ê', '\n', '😀', '😁', 'từ ', 'dòng\n'), { maxLength: 60 })
  .map(parts => parts.join(''))

describe('the difference of two texts', () => {
  it('[B6] leads from one to the other and back, and keeps surrogate pairs whole', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = difference(before, after)
        expect(applied(before, change)).toBe(after)
        expect(applied(after, inverted(change, before))).toBe(before)
        expect(keepsPairsWhole(change, before)).toBe(true)
      }),
    )
  })

  it('[B6] touches only the lines that differ in a long text', () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `  thuộc tính ${i}: chuỗi`)
    const changed = lines.map((line, i) => (i % 1_000 === 5 ? line.replace('chuỗi', 'số') : line))
    const change = difference(lines.join('\n'), changed.join('\n'))
    expect(applied(lines.join('\n'), change)).toBe(changed.join('\n'))
    expect(replacementsOf(change).reduce((sum, { deleted }) => sum + deleted, 0)).toBeLessThan(20)
  })

  it('[B6] replaces what has nothing in common without comparing for seconds', () => {
    const many = (prefix: string) => Array.from({ length: 20_000 }, (_, i) => `${prefix}${i}`).join('\n')
    const tookMs = () => {
      const started = performance.now()
      expect(applied(many('a'), difference(many('a'), many('b')))).toBe(many('b'))
      return performance.now() - started
    }
    // On a loaded machine one try alone says little.
    expect(Math.min(tookMs(), tookMs(), tookMs())).toBeLessThan(2_000)
  })
})
