import * as Y from 'yjs'
import { ProtocolError } from '../errors.ts'
import { maxUpdateBytes } from '../version.ts'
import { anchorAt, rangeOf } from './anchors.ts'
import { applyDifference, refuseTooLarge, restoreText } from './restore.ts'

const documentOf = (content: string) => {
  const doc = new Y.Doc()
  doc.getText('content').insert(0, content)
  return doc
}

describe('restoring a text', () => {
  it('[S9] is one forward edit that keeps anchors on the words that are still there', () => {
    const doc = documentOf('một hai ba bốn')
    const text = doc.getText('content')
    const anchor = anchorAt(text, 8, 10)
    const updates: unknown[] = []
    doc.on('update', (_, origin) => updates.push(origin))
    restoreText(text, 'hai ba năm', 'restoring')
    expect(text.toString()).toBe('hai ba năm')
    expect(updates).toEqual(['restoring'])
    expect(rangeOf(text, anchor)).toEqual({ start: 4, end: 6 })
  })

  it('[S9] leaves the undo of others what they wrote before and after', () => {
    const doc = documentOf('đầu\n')
    const text = doc.getText('content')
    const undo = new Y.UndoManager(text, { trackedOrigins: new Set(['them']) })
    doc.transact(() => text.insert(4, 'của họ\n'), 'them')
    restoreText(text, 'đầu mới\ncủa họ\n', 'restoring')
    undo.undo()
    expect(text.toString()).toBe('đầu mới\n')
  })

  it('[S9] does nothing, not even an update, where nothing differs', () => {
    const doc = documentOf('😀 như cũ')
    const updates: unknown[] = []
    doc.on('update', () => updates.push(true))
    restoreText(doc.getText('content'), '😀 như cũ', 'restoring')
    expect(updates).toEqual([])
  })

  it('[S9, E16] refuses what one update cannot carry, by the words that it brings in', () => {
    const long = 'ố'.repeat(maxUpdateBytes / 3)
    expect(() => refuseTooLarge('', long)).toThrow(ProtocolError)
    expect(() => refuseTooLarge(long, `${long}bốn`)).not.toThrow()
    expect(() => refuseTooLarge(long, '')).not.toThrow()
  })

  it('[E16] brings in a text that was made from an earlier one, beside what was written since', () => {
    const base = 'một\nhai\nba\n'
    const text = documentOf(base).getText('content')
    text.insert(4, 'và ')
    text.delete(text.length - 3, 3)
    text.insert(text.length, 'bốn\n')
    applyDifference(text, base, 'MỘT\nhai rưỡi\nba\n', 'importing')
    expect(text.toString()).toBe('MỘT\nvà hai rưỡi\nbốn\n')
  })
})
