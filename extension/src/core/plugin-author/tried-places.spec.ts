import { createHash } from 'node:crypto'
import type { CheckedRound } from '@lienthong/protocol'
import { isAbout, placeIn } from './tried-places.ts'

const aboutText = (text: string): CheckedRound => ({
  state: 'checked',
  subject: 'a.yaml',
  plugin: { id: 'my-rules', version: '0.1.0' },
  sha256: createHash('sha256').update(text).digest('hex'),
  findings: [],
  idle: [],
})

describe('where a tried plugin found something', () => {
  it('[E33] is told beside the very text that was checked, and no other', () => {
    const round = aboutText('tên:\n  a\n')
    expect(isAbout(round, 'tên:\n  a\n')).toBe(true)
    expect(isAbout(round, 'tên:\r\n  a\r\n')).toBe(true)
    expect(isAbout(round, 'tên:\n  b\n')).toBe(false)
    expect(isAbout(round, 'tên:\n  a')).toBe(false)
  })

  it('[E33] counts from 0, as editors do', () => {
    expect(placeIn({ start: { line: 1, column: 1 }, end: { line: 3, column: 9 } })).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 2, character: 8 },
    })
  })
})
