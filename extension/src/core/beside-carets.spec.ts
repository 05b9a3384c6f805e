import { besideCarets, insertedBehindLastCaret } from './beside-carets.ts'

const at = (line: number, character: number) => ({ line, character })
const caret = (line: number, character: number) => ({
  anchor: at(line, character),
  head: at(line, character),
})
const insert = (line: number, character: number, text: string) => ({
  start: at(line, character),
  end: at(line, character),
  text,
})

describe('edits beside carets', () => {
  it('[B10] replace the next character by itself when they insert at a caret', () => {
    expect(besideCarets([insert(0, 1, 'X')], [caret(0, 1)], 'abc')).toEqual([
      { start: at(0, 1), end: at(0, 2), text: 'Xb', pushes: false },
    ])
    expect(besideCarets([insert(0, 1, 'X')], [caret(0, 1)], 'a😀')).toEqual([
      { start: at(0, 1), end: at(0, 3), text: 'X😀', pushes: false },
    ])
    expect(besideCarets([insert(0, 1, 'X')], [caret(0, 1)], 'a\nb')).toEqual([
      { start: at(0, 1), end: at(1, 0), text: 'X\n', pushes: false },
    ])
  })

  it('[B10] leave what to put back at the end of the text, where there is no next character', () => {
    const edits = [insert(0, 0, 'Y'), insert(1, 0, 'XX')]
    expect(besideCarets(edits, [caret(1, 0)], 'a\n')[1]).toEqual({ ...insert(1, 0, 'XX'), pushes: false })
    expect(insertedBehindLastCaret(edits, [caret(1, 0)], 'a\n')).toBe(2)
    expect(insertedBehindLastCaret(edits, [caret(0, 1)], 'a\n')).toBe(0)
    expect(insertedBehindLastCaret(edits, [caret(1, 0), caret(0, 0)], 'a\n')).toBe(0)
    expect(insertedBehindLastCaret([insert(0, 0, 'Y')], [caret(1, 0)], 'a\n')).toBe(0)
  })

  it('[B10] push the start of a selection, not its end', () => {
    const selection = { anchor: at(0, 3), head: at(0, 1) }
    expect(besideCarets([insert(0, 1, 'X')], [selection], 'abcde')).toEqual([
      { ...insert(0, 1, 'X'), pushes: true },
    ])
    expect(besideCarets([insert(0, 3, 'X')], [selection], 'abcde')).toEqual([
      { start: at(0, 3), end: at(0, 4), text: 'Xd', pushes: false },
    ])
  })

  it('stay as they are elsewhere, and never overlap each other', () => {
    const replacing = { start: at(0, 1), end: at(0, 3), text: 'Y' }
    expect(besideCarets([insert(0, 0, 'X'), replacing], [caret(0, 2)], 'abc')).toEqual([
      { ...insert(0, 0, 'X'), pushes: false },
      { ...replacing, pushes: false },
    ])
    const deletion = { start: at(0, 2), end: at(0, 3), text: '' }
    expect(besideCarets([insert(0, 1, 'X'), deletion], [caret(0, 1)], 'abc')[0]).toEqual({
      start: at(0, 1),
      end: at(0, 2),
      text: 'Xb',
      pushes: false,
    })
  })
})
