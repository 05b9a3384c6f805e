import type { PersonId } from '@lienthong/protocol'
import fc from 'fast-check'
import * as Y from 'yjs'
import { type Contribution, runsOf } from './authorship.ts'

/** What each of two people types, so that every letter tells whose it is. */
const people = [
  { pieces: ['A', 'BC', '𝔄', 'D😀'], letters: /^[A-D𝔄😀]*$/u },
  { pieces: ['a', 'bc', '𝔞', 'd😁'], letters: /^[a-d𝔞😁]*$/u },
]

const step = fc.record({
  who: fc.nat(1),
  piece: fc.nat(3),
  at: fc.nat(1000),
  deletes: fc.boolean(),
  merges: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Where a caret can stand: never inside a pair. */
const placesIn = (text: string): number[] => {
  const places = [0]
  for (const letter of text) places.push((places.at(-1) ?? 0) + letter.length)
  return places
}

const carryOut = (docs: readonly Y.Doc[], { who, piece, at, deletes, merges }: Step): void => {
  const doc = docs[who] ?? new Y.Doc()
  const text = doc.getText('content')
  const places = placesIn(text.toString())
  const place = at % places.length
  const [start = 0, end = start] = places.slice(place, place + 2)
  if (deletes) text.delete(start, end - start)
  else text.insert(start, people[who]?.pieces[piece] ?? '')
  if (merges) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}

describe('who wrote this', () => {
  it('[H4] is exact for every letter, however the edits were mixed and merged, and leaves pairs whole', () => {
    const isExact = (steps: Step[]) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
      for (const each of steps) carryOut(docs, each)
      const whole = new Y.Doc()
      for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
      const text = whole.getText('content')
      const runs = runsOf(text, docs.map(contributionOf))
      expect(runs.map(({ start }) => start)).toEqual([0, ...runs.map(({ end }) => end)].slice(0, runs.length))
      expect(runs.at(-1)?.end ?? 0).toBe(text.length)
      for (const { start, end, personId } of runs)
        expect(text.toString().slice(start, end)).toMatch(people[Number(personId)]?.letters ?? /^$/)
    }
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), isExact))
  })

  it('[H4] tells the entry of each word, and neighbours of one entry together', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'một ba')
    text.insert(4, 'hai ')
    const of = (fromSeq: number, from: number, to: number): Contribution => ({
      fromSeq,
      author: null,
      startedAt: `${fromSeq}`,
      clientRanges: [[doc.clientID, from, to]],
    })
    expect(runsOf(text, [of(2, 6, 10), of(1, 0, 6)])).toEqual([
      { start: 0, end: 4, personId: null, at: '1', seq: 1 },
      { start: 4, end: 8, personId: null, at: '2', seq: 2 },
      { start: 8, end: 10, personId: null, at: '1', seq: 1 },
    ])
    expect(() => runsOf(text, [of(1, 0, 6)])).toThrow('words that no row brought')
  })
})

const contributionOf = (doc: Y.Doc, at: number): Contribution => ({
  fromSeq: at,
  author: `${at}` as PersonId,
  startedAt: '',
  clientRanges: [[doc.clientID, 0, Number.MAX_SAFE_INTEGER]],
})
