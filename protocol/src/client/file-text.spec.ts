import fc from 'fast-check'
import { fileText, readFileText, rewritten, shaped, shapeOf } from './file-text.ts'

/** Texts that people have: lines of all kinds of ends, marks, emoji, letters in one and in several characters. */
const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\n', '\uFEFF', '👩‍👧', '🇻🇳', 'ế', 'e\u0302\u0301', 'đ'), {
    maxLength: 60,
  })
  .map(parts => parts.join(''))
const files = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r\n', '\r', '👩‍👧', 'e\u0302\u0301'), { maxLength: 60 })
  .map(parts => parts.join(''))

it('[T13] keeps every byte of what stays, and ends new lines as most lines do', () => {
  expect(rewritten(fileText('\uFEFFa\r\nb\nc\r\nd\r\n'), 'a\nb\nx\ny\nd\n')).toBe(
    '\uFEFFa\r\nb\nx\r\ny\r\nd\r\n',
  )
  expect(rewritten(fileText('a\r'), 'a\n\n')).toBe('a\n\n')
  expect(rewritten(fileText('no end'), 'no end')).toBe('no end')
  expect(rewritten(fileText('\uFEFF'), 'e\u0302\u0301\n')).toBe('\uFEFFe\u0302\u0301\n')
})

it('[T13] gives any file any text, and the same file for the same text', () => {
  fc.assert(
    fc.property(files, texts, (raw, text) => {
      const target = fileText(text).text
      expect(fileText(rewritten(fileText(raw), target)).text).toBe(target)
      expect(rewritten(fileText(raw), fileText(raw).text)).toBe(raw)
    }),
  )
})

it('[T13] writes a lost file again as it was', () => {
  for (const raw of ['a\nb\n', 'a\r\nb', '\uFEFFa\r\nb\r\n', '', 'một dòng'])
    expect(shaped(fileText(raw).text, shapeOf(raw))).toBe(raw)
})

it('[T13] refuses bytes that would not come back', () => {
  expect(readFileText(Uint8Array.of(0x54, 0xea, 0x6e))).toBeUndefined()
  expect(readFileText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ raw: '\uFEFFa', text: 'a' })
})
