import * as Y from 'yjs'
import { merged } from './merging.ts'

const typed = (count: number): { updates: Uint8Array[]; text: string } => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('content')
  for (let at = 0; at < count; at++) text.insert((at * 7) % (text.length + 1), String(at % 10))
  return { updates, text: text.toString() }
}

describe('merging updates', () => {
  it.each([2, 16, 17, 300])('[S2] makes one of %d, with everything in it', count => {
    const { updates, text } = typed(count)
    const [only, ...more] = merged(updates)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, only ?? new Uint8Array())
    expect([more.length, doc.getText('content').toString()]).toEqual([0, text])
  })

  it('[S2] leaves all as they are where Yjs cannot merge one of them', () => {
    const updates = [...typed(40).updates, new Uint8Array([255, 255, 255])]
    expect(merged(updates)).toEqual(updates)
  })
})
