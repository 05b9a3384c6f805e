import { Patterns } from './patterns.ts'

const sources = [
  'a',
  '^a$',
  '',
  '^$',
  '^[0-9]{12}$',
  '^(a+)+$',
  '^(a|aa)*b$',
  '(?:ab|a)(?:c|bc)$',
  'a{2,}',
  'a{0,2}b',
  '^a{3}$',
  '^(?=.*[A-Z])(?=.*\\d).{3,}$',
  '^(?!0+$)\\d+$',
  '\\bcd\\b',
  '\\Bd',
  '[^a-c]+$',
  '^\\p{Lu}\\p{Ll}*$',
  '.',
  '^.$',
  '^\\u{1F1FB}',
  '\\uD83C\\uDDFB',
  '^(?<năm>\\d{4})-\\d\\d$',
  '^(|a)+$',
  '(a*)*$',
  '\\.vn$',
  '[\\]\\-]',
  'Đ|đ',
  '^\\s*$',
  'a+?b',
]
const values = [
  '',
  'a',
  'aa',
  'aaa',
  'aaab',
  'abc',
  'abbc',
  'b',
  '0',
  '000',
  '0012',
  'Ab1',
  'ab cd',
  'Đà',
  'đ',
  '🇻🇳',
  '\n',
  'x.vn',
  '001099012345',
  '2025-07',
  ']',
  '-',
  ' \t',
  'd',
  'cd',
]

describe('patterns', () => {
  it.each(sources)('[R4] agree with the language about %s', source => {
    const patterns = new Patterns()
    for (const value of values)
      expect([value, patterns.matches(source, value)]).toEqual([value, new RegExp(source, 'u').test(value)])
  })
  const long = {
    'a loop in a loop': ['^(a+)+$', false],
    'the same choice twice': ['^(a|a)*$', false],
    'loops over nothing': ['^(a*)*$', false],
    'many ways to the same place': ['^(.*a){12}b$', undefined],
    'counts of counts': ['^(((a?){99}){99}){99}$', undefined],
    'deep nesting': [`${'('.repeat(5000)}a${')'.repeat(5000)}`, undefined],
    'a choice of nothing': [`^(${'|'.repeat(20_000)})*$`, false],
  } as const
  it.each(Object.entries(long))('[R4] answer %s in few steps', (_name, [source, verdict]) => {
    const tookMs = () => {
      const started = performance.now()
      expect(new Patterns().matches(source, `${'a'.repeat(40)}!`)).toBe(verdict)
      return performance.now() - started
    }
    // On a loaded machine one try alone says little.
    expect(Math.min(tookMs(), tookMs(), tookMs())).toBeLessThan(500)
  })

  it.each(['(', '^(a)\\1$', '(?<=a)b', '(?<n>a)\\k<n>'])('[R4] leave %s open', source =>
    expect(new Patterns().matches(source, 'ab')).toBeUndefined(),
  )

  it('[R4] try a long value no more than a short text may ask for', () => {
    const patterns = new Patterns()
    const value = 'a'.repeat(100_000)
    const verdicts = Array.from({ length: 20 }, (_, i) => patterns.matches(`b{${i + 1}}`, value))
    expect(verdicts[0]).toBe(false)
    expect(verdicts.at(-1)).toBeUndefined()
  })

  it.each([
    '^[0-9]{12}$',
    '^(a|bc)+$',
    'Đ|đ',
    '^\\p{Lu}\\p{Ll}*$',
    '^(?<năm>\\d{4})-\\d\\d$',
    '^.{3,5}$',
    '\\.vn$',
  ])('[K4] have samples that match: %s', source => {
    const samples = new Patterns().samples(source)
    expect(samples.length).toBeGreaterThan(0)
    for (const value of samples) expect([value, new RegExp(source, 'u').test(value)]).toEqual([value, true])
  })

  it('[K4] have no samples where none is found', () => {
    expect(['(', 'a(?!a)a', '^a{100000}$'].flatMap(source => new Patterns().samples(source))).toEqual([])
  })
})
