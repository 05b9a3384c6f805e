import { terminalText } from './terminal-text.ts'

describe('what is written to a terminal', () => {
  it.each([
    ['a title of the window', '\u001b]0;root\u0007a', '⟦U+001B⟧]0;root⟦U+0007⟧a'],
    ['a cursor that goes up', 'a\u001b[1A\u001b[2Kb', 'a⟦U+001B⟧[1A⟦U+001B⟧[2Kb'],
    ['hidden words', '\u001b[8ma', '⟦U+001B⟧[8ma'],
    ['an 8-bit control', 'a\u009b31m', 'a⟦U+009B⟧31m'],
    ['a line written over', 'một\rhai', 'một⟦U+000D⟧hai'],
    ['a turn of direction', 'a\u202eb', 'a⟦U+202E⟧b'],
  ])('[T30] shows %s instead of obeying it', (_, text, shown) => {
    expect(terminalText(text)).toBe(shown)
  })

  it('[T30] leaves words, lines and the colours of the command', () => {
    const text = '\u001b[1mcông-dân.sql:1:2\u001b[0m \u001b[90mx\u001b[0m\n\tđ 👩‍🚀\n'
    expect(terminalText(text)).toBe(text)
  })
})
