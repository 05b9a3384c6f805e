import { readMarkdown } from '../models/markdown-model.ts'
import { Lines } from './lines.ts'
import { markdownOutline } from './markdown-outline.ts'

const outline = (text: string) => markdownOutline(readMarkdown(text, null), new Lines(text))

describe('the outline of a specification', () => {
  it('[E21] ends a section where the next begins that is not deeper', () => {
    const text = 'Mở\n# A\n### B\n## C\nchữ\n\n## D\n# E\n'
    const ends = outline(text).definitions.slice(1)
    expect(ends.map(({ name, whole }) => `${name} ${text.slice(whole.start, whole.end)}`)).toEqual([
      'a # A\n### B\n## C\nchữ\n\n## D',
      'b ### B',
      'c ## C\nchữ',
      'd ## D',
      'e # E',
    ])
  })

  it('[E21] is read at once of very many sections', () => {
    const text = '# A\n'.repeat(100_000)
    const model = readMarkdown(text, null)
    const startedAt = performance.now()
    expect(markdownOutline(model, new Lines(text)).symbols).toHaveLength(100_000)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
