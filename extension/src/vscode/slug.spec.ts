import { slugOf } from './slug.ts'

describe('file names out of titles', () => {
  it.each([
    ['Lược đồ dữ liệu dân cư', 'luoc-do-du-lieu-dan-cu'],
    ['  ĐẶC TẢ: Cơ sở dữ liệu (v2)  ', 'dac-ta-co-so-du-lieu-v2'],
    ['…', ''],
  ])('turns %j into %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('stays short and does not end in a hyphen', () => {
    const slug = slugOf('rất dài '.repeat(30))
    expect(slug.length).toBeLessThanOrEqual(60)
    expect(slug).toMatch(/[a-z]$/)
  })
})
