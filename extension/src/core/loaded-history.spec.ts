import type { HistoryEntry, Page } from '@lienthong/protocol'
import { besides, byDay, extended, renewed } from './loaded-history.ts'

const entry = (fromSeq: number, changes: Partial<HistoryEntry> = {}): HistoryEntry => ({
  fromSeq,
  toSeq: fromSeq,
  author: null,
  startedAt: '2026-01-31T08:05:00.000Z',
  endedAt: '2026-01-31T08:05:00.000Z',
  insertedChars: 1,
  deletedChars: 0,
  checkpoints: [],
  versions: [],
  ...changes,
})
const page = (seqs: number[], next: string | null = null): Page<HistoryEntry> => ({
  items: seqs.map(seq => entry(seq)),
  total: 9,
  next,
})
const seqsOf = ({ entries }: { entries: readonly HistoryEntry[] }) => entries.map(({ fromSeq }) => fromSeq)

describe('the history that is loaded', () => {
  it('[H6] goes on to older pages, and keeps them when the newest is read anew', () => {
    const first = renewed(undefined, page([9, 8, 7], '7'))
    const both = extended(first, page([6, 5], '5'))
    expect([seqsOf(both), both.next]).toEqual([[9, 8, 7, 6, 5], '5'])
    const later = renewed(both, page([11, 10, 9], '9'))
    expect([seqsOf(later), later.next]).toEqual([[11, 10, 9, 8, 7, 6, 5], '5'])
  })

  it('[H6] shows what has grown, and no entry twice', () => {
    const first = renewed(undefined, page([9, 8], '8'))
    const grown = { ...page([9, 8], '8'), items: [entry(9, { insertedChars: 5 }), entry(8)] }
    expect(renewed(first, grown).entries).toEqual(grown.items)
  })

  it('[H6] begins anew when more was written meanwhile than a page holds, so that nothing is missing between', () => {
    const later = renewed(renewed(undefined, page([9, 8, 7], '7')), page([15, 14, 13], '13'))
    expect([seqsOf(later), later.next]).toEqual([[15, 14, 13], '13'])
  })

  it('[H6] goes by the days of the person’s calendar', () => {
    const entries = [
      entry(3, { startedAt: '2026-01-31T18:00:00.000Z' }),
      entry(2, { startedAt: '2026-01-31T16:00:00.000Z' }),
      entry(1, { startedAt: '2026-01-30T16:00:00.000Z' }),
    ]
    const inHanoi = (at: Date) => at.toLocaleDateString('en', { timeZone: 'Asia/Ho_Chi_Minh' })
    const days = byDay(entries, inHanoi).map(({ day, entries }) => [day, seqsOf({ entries })])
    expect(days).toEqual([
      ['2/1/2026', [3]],
      ['1/31/2026', [2]],
      ['1/30/2026', [1]],
    ])
  })

  it('[H6] says who else wrote between the two states of an entry', () => {
    const by = (displayName: string) =>
      ({ personId: displayName, displayName, organisationName: '' }) as HistoryEntry['author']
    const mine = entry(3, { toSeq: 6, author: by('An') })
    const others = [
      entry(5, { toSeq: 8, author: by('Bình') }),
      entry(2, { toSeq: 4, author: by('Chi') }),
      entry(1, { toSeq: 2, author: by('Dũng') }),
    ]
    expect(besides(mine, [...others, mine])).toEqual(['Bình', 'Chi'])
  })
})
