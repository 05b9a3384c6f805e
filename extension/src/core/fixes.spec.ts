import type { Fix } from '@lienthong/protocol'
import { anchoredRange } from '@lienthong/protocol/client'
import * as Y from 'yjs'
import { applyFix, applyFixes } from './fixes.ts'

const documentOf = (content: string) => {
  const text = new Y.Doc().getText('content')
  text.insert(0, content)
  return text
}
const edit = (text: Y.Text, start: number, end: number, replacement: string): Fix['edits'][number] => ({
  range: anchoredRange(text, start, end),
  expected: text.toString().slice(start, end),
  text: replacement,
})
const title = { vi: 'Sửa', en: 'Fix' }

describe('a quick fix', () => {
  it('[B14] replaces its words wherever they are by now', () => {
    const text = documentOf('ho_ten: x\nho_ten: y\n')
    const fix = { title, edits: [edit(text, 10, 16, 'hoTen'), edit(text, 0, 6, 'hoTen')] }
    text.insert(0, '# ghi chú\n')
    expect(applyFix(text, fix, 'fix')).toBe(true)
    expect(text.toString()).toBe('# ghi chú\nhoTen: x\nhoTen: y\n')
  })

  it('[B14] is dropped whole when any of its words has changed or is gone', () => {
    for (const [offset, length] of [
      [12, 1],
      [10, 6],
    ] as const) {
      const text = documentOf('ho_ten: x\nho_ten: y\n')
      const fix = { title, edits: [edit(text, 0, 6, 'hoTen'), edit(text, 10, 16, 'hoTen')] }
      text.delete(offset, length)
      const before = text.toString()
      expect(applyFix(text, fix, 'fix')).toBe(false)
      expect(text.toString()).toBe(before)
    }
  })

  it('[B14] inserts at a place, unless somebody has written there', () => {
    const text = documentOf('type: object\n')
    const fix = { title, edits: [edit(text, 13, 13, 'description: ""\n'), edit(text, 0, 0, '$id: x\n')] }
    expect(applyFix(text, fix, 'fix')).toBe(true)
    expect(text.toString()).toBe('$id: x\ntype: object\ndescription: ""\n')
    const taken = documentOf('ab')
    const between = { title, edits: [edit(taken, 1, 1, 'X')] }
    taken.insert(1, 'Y')
    expect(applyFix(taken, between, 'fix')).toBe(false)
  })

  it('[B14] with edits over each other is dropped', () => {
    const text = documentOf('abcdef')
    expect(applyFix(text, { title, edits: [edit(text, 0, 4, 'x'), edit(text, 2, 6, 'y')] }, 'fix')).toBe(
      false,
    )
    expect(text.toString()).toBe('abcdef')
  })
})

describe('fixing everything', () => {
  const fixOf = (...edits: Fix['edits']): Fix => ({ title, edits })

  it('[E26] applies every fix that still fits as one change', () => {
    const text = documentOf('ho_ten: a_b\nngay_sinh: x\n')
    const [first, stale, last] = [
      fixOf(edit(text, 0, 6, 'hoTen')),
      fixOf(edit(text, 8, 11, 'aB')),
      fixOf(edit(text, 12, 21, 'ngaySinh'), edit(text, 25, 25, 'type: x\n')),
    ]
    text.delete(9, 1)
    let changes = 0
    text.observe(() => changes++)
    expect(applyFixes(text, [last, stale, first], 'fix')).toBe(2)
    expect(text.toString()).toBe('hoTen: ab\nngaySinh: x\ntype: x\n')
    expect(changes).toBe(1)
  })

  it('[E26] makes of fixes that touch each other the first', () => {
    const text = documentOf('abcdef')
    const fixes = [
      fixOf(edit(text, 2, 4, 'X')),
      fixOf(edit(text, 0, 3, 'Y')),
      fixOf(edit(text, 4, 4, 'Z')),
      fixOf(edit(text, 5, 6, 'W')),
    ]
    expect(applyFixes(text, fixes, 'fix')).toBe(2)
    expect(text.toString()).toBe('abXeW')
    expect(applyFixes(text, [], 'fix')).toBe(0)
  })
})
