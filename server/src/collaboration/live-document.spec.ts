import { textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import { LiveDocument } from './live-document.ts'

const nothing = Y.encodeStateVector(new Y.Doc())

const textOf = (update: Uint8Array): string => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getText(textName).toString()
}

const snapshotOf = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

describe('a live document', () => {
  it('[S4] gives its snapshot as it was stored to the first who comes, and the same text to the next', () => {
    const snapshot = snapshotOf('dân cư')
    const live = new LiveDocument([snapshot], () => false)
    expect(live.lackedBy(nothing)).toBe(snapshot)
    expect(textOf(live.lackedBy(nothing))).toBe('dân cư')
  })

  it('[S4] gives no snapshot that is older than the text, and nothing to whoever has it all', () => {
    const live = new LiveDocument([snapshotOf('dân cư')], () => false)
    live.text.insert(0, 'cơ sở ')
    expect(textOf(live.lackedBy(nothing))).toBe('cơ sở dân cư')
    const another = new LiveDocument([snapshotOf('dân cư')], () => false)
    expect(another.lackedBy(Y.encodeStateVector(another.doc)).length).toBeLessThan(5)
  })
})
