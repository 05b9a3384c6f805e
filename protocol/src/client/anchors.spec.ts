import * as Y from 'yjs'
import { anchorAt, anchoredRange, offsetsOf, placeOf, rangeOf, selectionAt } from './anchors.ts'

const documentOf = (content: string) => {
  const text = new Y.Doc().getText('content')
  text.insert(0, content)
  return text
}
const wordsOf = (text: Y.Text, range: ReturnType<typeof anchorAt>) => {
  const found = rangeOf(text, range)
  return found && text.toString().slice(found.start, found.end)
}

describe('anchors', () => {
  it('[C9] stay on their words while text beside and inside them changes', () => {
    const text = documentOf('một hai ba')
    const anchor = anchorAt(text, 4, 7)
    expect(anchor.quote).toBe('hai')
    text.insert(7, '!')
    text.insert(4, '(')
    text.insert(0, 'số: ')
    expect(wordsOf(text, anchor)).toBe('hai')
    text.insert(text.toString().indexOf('hai') + 1, 'xx')
    expect(wordsOf(text, anchor)).toBe('hxxai')
  })

  it('[C9] shrink with their words and are gone with the last of them', () => {
    const text = documentOf('một hai ba')
    const anchor = anchorAt(text, 4, 7)
    text.delete(5, 1)
    expect(wordsOf(text, anchor)).toBe('hi')
    text.delete(3, 4)
    expect(rangeOf(text, anchor)).toBeNull()
  })

  it('[C9] reach to the very ends of the text', () => {
    const text = documentOf('abc')
    const anchor = anchorAt(text, 0, 3)
    text.insert(3, '>')
    text.insert(0, '<')
    expect(rangeOf(text, anchor)).toEqual({ start: 1, end: 4 })
  })

  it('[C9] of an empty range are a place until somebody writes there', () => {
    const text = documentOf('ab')
    const place = anchoredRange(text, 1, 1)
    text.insert(0, 'x')
    expect(rangeOf(text, place)).toBeNull()
    expect(placeOf(text, place)).toEqual({ start: 2, end: 2 })
    text.insert(2, 'y')
    expect(placeOf(text, place)).toBeNull()
  })

  it('[C9] that cannot be read or are of another document are nowhere', () => {
    const text = documentOf('ab')
    const garbage = new Uint8Array([9, 9, 9])
    expect(rangeOf(text, { start: garbage, end: garbage })).toBeNull()
    const other = new Y.Doc().getText('elsewhere')
    other.insert(0, 'ab')
    expect(rangeOf(text, anchoredRange(other, 0, 2))).toBeNull()
  })
})

describe('selections', () => {
  it('[B10] stay put when somebody inserts at their edge', () => {
    const text = documentOf('một hai ba')
    const caret = selectionAt(text, { anchor: 4, head: 4 })
    const word = selectionAt(text, { anchor: 7, head: 4 })
    text.insert(7, '>')
    text.insert(4, '<')
    expect(offsetsOf(text, caret)).toEqual({ anchor: 4, head: 4 })
    expect(offsetsOf(text, word)).toEqual({ anchor: 8, head: 5 })
  })

  it('[B10] at the start of an empty document stay there', () => {
    const text = documentOf('')
    const caret = selectionAt(text, { anchor: 0, head: 0 })
    text.insert(0, 'abc')
    expect(offsetsOf(text, caret)).toEqual({ anchor: 0, head: 0 })
  })
})
