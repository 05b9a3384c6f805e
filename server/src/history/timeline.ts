import type { DocumentId, PersonId } from '@lienthong/protocol'
import type { ClientRange } from '../documents/document-content.service.ts'
import type { HistoryEntryRow } from './history.entities.ts'
import type { Change } from './replay.ts'

/** Whoever pauses for so long begins anew, even within a minute. */
const pauseMs = 30_000

/** The beginning of an instant's minute, comparable with times: `2026-01-31T08:05`. */
export const minuteOf = (at: string): string => at.slice(0, 'YYYY-MM-DDThh:mm'.length)

/**
 * Gathers what rows did into entries, one for each author and minute. `latest` are the entries, in their order, that the rows may
 * still belong to; answered are those that are new or have grown.
 */
export const entriesFrom = (
  documentId: DocumentId,
  latest: readonly HistoryEntryRow[],
  changes: readonly Change[],
): HistoryEntryRow[] => {
  const newest = new Map<PersonId | null, HistoryEntryRow>(latest.map(entry => [entry.author, entry]))
  const touched = new Set<HistoryEntryRow>()
  for (const change of changes) {
    const known = newest.get(change.author)
    const entry = known && isOfEntry(change, known) ? known : entryOf(documentId, change)
    add(entry, change)
    newest.set(change.author, entry)
    touched.add(entry)
  }
  return [...touched]
}

const isOfEntry = ({ at }: Change, { startedAt, endedAt }: HistoryEntryRow): boolean =>
  minuteOf(at) === minuteOf(startedAt) && Date.parse(at) - Date.parse(endedAt) < pauseMs

const entryOf = (documentId: DocumentId, { seq, author, at }: Change): HistoryEntryRow => ({
  documentId,
  fromSeq: seq,
  toSeq: seq,
  author,
  startedAt: at,
  endedAt: at,
  insertedChars: 0,
  deletedChars: 0,
  clientRanges: [],
})

const add = (entry: HistoryEntryRow, { seq, at, brought, insertedChars, deletedChars }: Change): void => {
  entry.toSeq = seq
  entry.endedAt = at
  entry.insertedChars += insertedChars
  entry.deletedChars += deletedChars
  entry.clientRanges = brought.reduce(extended, entry.clientRanges)
}

/** What follows the end of a range makes it longer. */
const extended = (ranges: ClientRange[], range: ClientRange): ClientRange[] => {
  const [client, from, to] = range
  const before = ranges.find(([known, , end]) => known === client && end === from)
  if (!before) return [...ranges, range]
  return ranges.map(other => (other === before ? [client, before[1], to] : other))
}
