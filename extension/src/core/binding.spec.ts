import * as Y from 'yjs'
import { SimulatedEditor } from '../../test/simulated-editor.ts'
import { BufferBinding } from './binding.ts'

const bound = (start: string, eol: '\n' | '\r\n' = '\n') => {
  const doc = new Y.Doc()
  const text = doc.getText('content')
  text.insert(0, start)
  let refusing = 0
  const editor = new SimulatedEditor(start, eol, () => refusing-- > 0)
  const binding = new BufferBinding(editor, text)
  editor.onEvent = (changes, reason) => binding.onBufferChanged(changes, reason)
  const settle = async () => {
    while (editor.isBusy || !binding.isSettled) {
      editor.stepAll()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  const type = (offset: number, letters: string) => {
    for (const [i, letter] of [...letters].entries()) {
      editor.person(offset + i, 0, letter)
      editor.stepAll()
    }
  }
  const refuse = (times: number) => {
    refusing = times
  }
  return { doc, text, editor, binding, settle, type, refuse }
}

describe('a bound buffer', () => {
  it('[B2] gathers what others do into the next edit while one is on its way', async () => {
    const { text, editor, settle } = bound('tên: ')
    const sent: number[] = []
    const apply = editor.apply.bind(editor)
    editor.apply = edits => {
      sent.push(edits.length)
      return apply(edits)
    }
    text.insert(5, 'a')
    text.insert(6, 'b')
    text.insert(0, '# ')
    expect(sent).toEqual([1])
    await settle()
    expect(sent).toEqual([1, 2])
    expect(editor.screen).toBe('# tên: ab')
  })

  it('[B3] makes a refused edit anew until the buffer takes it', async () => {
    const { text, editor, settle, refuse } = bound('xã')
    refuse(6)
    text.insert(2, ' hội')
    await settle()
    expect(editor.screen).toBe('xã hội')
  })

  it('[B3, B4] keeps both when the person types while an edit is on its way', async () => {
    const { text, editor, settle } = bound('dân')
    text.insert(3, ' cư')
    editor.person(0, 0, 'công ')
    await settle()
    expect(editor.screen).toBe('công dân cư')
    expect(text.toString()).toBe('công dân cư')
  })

  it('[B4] counts both when the person types the very same in the same place', async () => {
    const { text, editor, settle } = bound('a')
    text.insert(1, 'b')
    editor.person(1, 0, 'b')
    await settle()
    expect(editor.screen).toBe('abb')
    expect(text.toString()).toBe('abb')
  })

  it('[B5] counts by line and character in a CRLF buffer, and changes nothing when line endings do', async () => {
    const { doc, text, editor, settle } = bound('một\nhai\n', '\r\n')
    let updates = 0
    doc.on('update', () => updates++)
    editor.toggleEol()
    await settle()
    expect(updates).toBe(0)
    editor.person(5, 0, '\n')
    text.insert(0, '> ')
    await settle()
    expect(text.toString()).toBe('> một\nh\nai\n')
    expect(editor.screen).toBe(text.toString())
  })

  it('[B6] leaves anchors on their words when a formatter replaces everything', async () => {
    const { doc, text, editor, settle } = bound('{"ten":1,\n"ngaySinh":2}\n')
    const at = text.toString().indexOf('ngaySinh')
    const anchor = Y.createRelativePositionFromTypeIndex(text, at)
    editor.replaceAll('{\n  "ten": 1,\n  "ngaySinh": 2\n}\n')
    await settle()
    expect(text.toString()).toBe('{\n  "ten": 1,\n  "ngaySinh": 2\n}\n')
    const found = Y.createAbsolutePositionFromRelativePosition(anchor, doc)
    expect(found?.index).toBe(text.toString().indexOf('ngaySinh'))
  })

  it('[B6] never splits a surrogate pair', async () => {
    const { doc, text, editor, settle } = bound('a😀b')
    editor.replaceAll('a😁b')
    await settle()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(other.getText('content').toString()).toBe('a😁b')
    expect(text.toString()).toBe('a😁b')
  })

  it('[B15] keeps decomposed letters and joined emoji whole beside others', async () => {
    const family = '👨\u200d👩\u200d👧'
    const { text, editor, settle } = bound(`tie\u0302\u0301ng ${family}.`)
    text.insert(0, family)
    editor.person(editor.screen.indexOf(family), family.length, `${family}e\u0323`)
    text.insert(text.length, 'e\u0302')
    await settle()
    expect(text.toString()).toBe(`${family}tie\u0302\u0301ng ${family}e\u0323.e\u0302`)
    expect(editor.screen).toBe(text.toString())
  })

  it('[B15] loses nothing of a word that is composed while others write right beside it', async () => {
    const { text, editor, settle } = bound('. ')
    for (const [deleted, inserted] of [
      [0, 't'],
      [0, 'i'],
      [0, 'e'],
      [1, 'ê'],
      [1, 'ế'],
      [0, 'n'],
    ] as const) {
      const at = editor.screen.indexOf('.')
      text.insert(text.toString().indexOf('.') + 1, '1')
      editor.person(at - deleted, deleted, inserted)
      await settle()
    }
    expect(text.toString()).toBe('tiến.111111 ')
    expect(editor.screen).toBe(text.toString())
  })

  it('[B15] places edits in a line of 200 000 characters', async () => {
    const { text, editor, binding, settle } = bound('a'.repeat(200_000))
    text.insert(100_000, 'GIỮA')
    editor.person(200_000, 0, 'cuối')
    await settle()
    expect(text.toString()).toBe(`${'a'.repeat(100_000)}GIỮA${'a'.repeat(100_000)}cuối`)
    expect(editor.screen).toBe(text.toString())
    expect(binding.documentOffset({ line: 0, character: 200_008 })).toBe(200_008)
  })

  it('[B10] finds the place in the document through the edits on their way', async () => {
    const { text, binding, settle } = bound('hai')
    text.insert(0, 'một ')
    expect(binding.documentOffset({ line: 0, character: 1 })).toBe(5)
    expect(binding.documentOffset({ line: 0, character: 0 })).toBe(0)
    await settle()
    expect(binding.documentOffset({ line: 0, character: 5 })).toBe(5)
  })

  it('shows the document when what the editor has read is older', async () => {
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'mới hơn\n')
    const editor = new SimulatedEditor('mới\n', '\n')
    const binding = new BufferBinding(editor, doc.getText('content'))
    editor.onEvent = changes => binding.onBufferChanged(changes)
    editor.stepAll()
    await binding.whenSettled()
    expect(editor.screen).toBe('mới hơn\n')
  })
})

describe('undo in a bound buffer', () => {
  it('[B7] takes back one’s own words only, one at a time', async () => {
    const { text, binding, editor, settle, type } = bound('')
    type(0, 'dân cư\nđất')
    text.insert(0, 'của người khác: ')
    await settle()
    const after: string[] = []
    while (binding.undo.undo()) {
      await settle()
      after.push(editor.screen)
    }
    expect(after).toEqual([
      'của người khác: dân cư\n',
      'của người khác: dân cư',
      'của người khác: dân ',
      'của người khác: ',
    ])
    expect(text.toString()).toBe('của người khác: ')
    while (binding.undo.redo()) await settle()
    expect(editor.screen).toBe('của người khác: dân cư\nđất')
  })

  it('[B7] ends a step at a paste and at a jump of the caret', async () => {
    const { binding, editor, settle, type } = bound('12345')
    type(5, '6')
    type(0, '0')
    editor.person(1, 0, 'dán vào')
    await settle()
    binding.undo.undo()
    await settle()
    expect(editor.screen).toBe('0123456')
    binding.undo.undo()
    await settle()
    expect(editor.screen).toBe('123456')
  })

  it('[B7] takes a composed word back as a whole, what replaced a selection by itself', async () => {
    const { binding, editor, settle, type } = bound('')
    editor.caret = { anchor: { line: 0, character: 0 }, head: { line: 0, character: 0 } }
    type(0, 'mot ca')
    editor.person(5, 1, 'â')
    editor.stepAll()
    type(6, 'u')
    editor.person(5, 2, 'ấu')
    editor.stepAll()
    editor.caret = { anchor: { line: 0, character: 4 }, head: { line: 0, character: 7 } }
    editor.person(4, 3, 'bài')
    await settle()
    const after: string[] = []
    while (binding.undo.undo()) {
      await settle()
      after.push(editor.screen)
    }
    expect(after).toEqual(['mot cấu', 'mot ', ''])
  })

  it('[B7] puts the caret back where the undone words began', async () => {
    const { binding, text, editor, settle, type } = bound('một\nhai\n')
    editor.caret = { anchor: { line: 1, character: 3 }, head: { line: 1, character: 3 } }
    type(7, 'x')
    text.insert(0, 'không\n')
    await settle()
    binding.undo.undo()
    await settle()
    const place = { line: 2, character: 3 }
    expect(editor.revealed).toEqual([{ anchor: place, head: place }])
  })

  it('[B7] does not let the editor’s own undo take others’ words', async () => {
    const { text, editor, settle, type } = bound('')
    type(0, 'tôi')
    text.insert(3, ' và bạn')
    await settle()
    editor.undoFromMenu()
    await settle()
    expect(editor.screen).toBe(' và bạn')
    expect(text.toString()).toBe(' và bạn')
  })

  it('[B7] makes what is done for the person one step', async () => {
    const { text, binding, editor, settle, type } = bound('')
    type(0, 'ab')
    binding.act(origin => text.doc?.transact(() => text.insert(2, 'c'), origin))
    await settle()
    expect(editor.screen).toBe('abc')
    binding.undo.undo()
    await settle()
    expect(editor.screen).toBe('ab')
  })
})
