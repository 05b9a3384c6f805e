import type { DocumentId, PersonId } from '@lienthong/protocol'
import type { Change } from './replay.ts'
import { entriesFrom } from './timeline.ts'

const documentId = 'd' as DocumentId

const change = (seq: number, author: string | null, at: string): Change => ({
  seq,
  author: author as PersonId | null,
  at: `2026-01-31T${at}.000Z`,
  brought: [[7, seq, seq + 1]],
  insertedChars: 1,
  deletedChars: 0,
})

const told = (changes: Change[], latest = entriesFrom(documentId, [], [])) =>
  entriesFrom(documentId, latest, changes).map(({ author, fromSeq, toSeq }) => [author, fromSeq, toSeq])

describe('the entries of a timeline', () => {
  it('[H2] are one for each author and minute, also when several write at once', () => {
    const changes = [
      change(1, null, '08:04:59'),
      change(2, 'an', '08:05:00'),
      change(3, 'binh', '08:05:01'),
      change(4, 'an', '08:05:20'),
      change(5, 'binh', '08:05:30'),
      change(6, 'an', '08:06:00'),
    ]
    expect(told(changes)).toEqual([
      [null, 1, 1],
      ['an', 2, 4],
      ['binh', 3, 5],
      ['an', 6, 6],
    ])
  })

  it('[H2] begin anew after a pause', () => {
    expect(told([change(1, 'an', '08:05:00'), change(2, 'an', '08:05:30')])).toEqual([
      ['an', 1, 1],
      ['an', 2, 2],
    ])
  })

  it('[H2] go on where they were stored', () => {
    const stored = entriesFrom(documentId, [], [change(1, 'an', '08:05:00'), change(2, 'binh', '08:05:01')])
    const [grown, ...others] = entriesFrom(documentId, stored, [change(3, 'an', '08:05:10')])
    expect(others).toEqual([])
    expect(grown).toMatchObject({ fromSeq: 1, toSeq: 3, insertedChars: 2 })
  })

  it('[H4] keep what a client brought as few ranges', () => {
    const [entry] = entriesFrom(
      documentId,
      [],
      [1, 2, 3, 5].map(seq => change(seq, 'an', '08:05:00')),
    )
    expect(entry?.clientRanges).toEqual([
      [7, 1, 4],
      [7, 5, 6],
    ])
  })
})
