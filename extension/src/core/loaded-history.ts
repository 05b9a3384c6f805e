import type { HistoryEntry, Page } from '@lienthong/protocol'

/** The newest entries of a timeline, as far back as somebody asked for. `next` leads on to older ones. */
export interface LoadedHistory {
  readonly entries: readonly HistoryEntry[]
  readonly total: number
  readonly next: string | null
}

/** With the newest page read anew: older pages stay where it reaches them, so that nobody loses their place (rule H6). */
export const renewed = (loaded: LoadedHistory | undefined, newest: Page<HistoryEntry>): LoadedHistory => {
  const { items, total, next } = newest
  const known = new Set(loaded?.entries.map(({ fromSeq }) => fromSeq))
  const oldest = items.at(-1)
  const older = loaded?.entries.filter(({ fromSeq }) => oldest && fromSeq < oldest.fromSeq) ?? []
  const isJoined = items.some(({ fromSeq }) => known.has(fromSeq))
  return isJoined && loaded && older.length > 0
    ? { entries: [...items, ...older], total, next: loaded.next }
    : { entries: items, total, next }
}

/** With the page that `next` led to. */
export const extended = (
  loaded: LoadedHistory,
  { items, total, next }: Page<HistoryEntry>,
): LoadedHistory => ({
  entries: [...loaded.entries, ...items],
  total,
  next,
})

/** Entries of the same day together; the order stays. `dayOf` says which day of the person's a time belongs to. */
export const byDay = (
  entries: readonly HistoryEntry[],
  dayOf: (at: Date) => string,
): { day: string; entries: HistoryEntry[] }[] => {
  const days: { day: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = dayOf(new Date(entry.startedAt))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** Whose entries overlap with this one: what they wrote lies between its states too. */
export const besides = (entry: HistoryEntry, entries: readonly HistoryEntry[]): string[] => {
  const others = entries.filter(
    other => other !== entry && other.fromSeq <= entry.toSeq && other.toSeq >= entry.fromSeq,
  )
  return [...new Set(others.flatMap(({ author }) => author?.displayName ?? []))]
}
