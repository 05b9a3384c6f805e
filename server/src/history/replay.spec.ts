import type { PersonId } from '@lienthong/protocol'
import * as Y from 'yjs'
import { type LoggedUpdate, Replay } from './replay.ts'

const rowOf = (seq: number, author: string, from: Y.Doc, known?: Uint8Array): LoggedUpdate => {
  const bytes = Y.encodeStateAsUpdate(from, known)
  const ranges = Y.parseUpdateMeta(bytes)
  return {
    seq,
    author: author as PersonId,
    clientRanges: [...ranges.to].map(([client, to]) => [client, ranges.from.get(client) ?? 0, to]),
    bytes,
    createdAt: '2026-01-31T08:05:00.000Z',
  }
}

const counts = (replay: Replay, rows: LoggedUpdate[]) =>
  replay.apply(rows).map(({ seq, insertedChars, deletedChars }) => [seq, insertedChars, deletedChars])

describe('a replay', () => {
  it('[H2] counts what came and what went, and neither for what came and went in one row', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'một hai 😀')
    const first = rowOf(1, 'an', doc)
    const known = Y.encodeStateVector(doc)
    text.insert(0, 'không')
    text.delete(0, 5)
    text.delete(0, 4)
    text.insert(0, 'ba ')
    expect(counts(new Replay(null), [first, rowOf(2, 'an', doc, known)])).toEqual([
      [1, 10, 0],
      [2, 3, 4],
    ])
  })

  it('[H4] counts and attributes once what is sent twice', () => {
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'một')
    const first = rowOf(1, 'an', doc)
    doc.getText('content').insert(3, ' hai')
    const replay = new Replay(null)
    const [, again] = replay.apply([first, rowOf(2, 'binh', doc)])
    expect(again).toMatchObject({ brought: [[doc.clientID, 3, 7]], insertedChars: 4, deletedChars: 0 })
  })

  it('[H1] shows what builds on a later row of the same commit when that row has come', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    a.getText('content').insert(0, 'một')
    const start = Y.encodeStateAsUpdate(a)
    Y.applyUpdate(b, start)
    const known = Y.encodeStateVector(b)
    b.getText('content').insert(3, ' hai')
    const ofBinh = rowOf(2, 'binh', b, known)
    Y.applyUpdate(a, ofBinh.bytes)
    const both = Y.encodeStateVector(a)
    a.getText('content').insert(7, ' ba')
    const ofAn = {
      ...rowOf(1, 'an', a, both),
      bytes: Y.mergeUpdates([start, Y.encodeStateAsUpdate(a, both)]),
    }
    const whole: LoggedUpdate = { ...ofAn, clientRanges: [[a.clientID, 0, 6]] }
    const replay = new Replay(null)
    expect(replay.apply([whole])).toEqual([])
    expect([replay.text.toString(), replay.isSettled]).toEqual(['một', false])
    expect(counts(replay, [ofBinh])).toEqual([
      [1, 6, 0],
      [2, 4, 0],
    ])
    expect([replay.text.toString(), replay.isSettled]).toEqual(['một hai ba', true])
  })

  it('[H1] goes on from a state that it took', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'một hai')
    const replay = new Replay(null)
    replay.apply([rowOf(1, 'an', doc)])
    const known = Y.encodeStateVector(doc)
    text.delete(0, 4)
    const later = new Replay({ seq: 1, bytes: replay.takeState() })
    expect([later.seq, later.text.toString()]).toEqual([1, 'một hai'])
    expect(counts(later, [rowOf(2, 'an', doc, known)])).toEqual([[2, 0, 4]])
  })
})
