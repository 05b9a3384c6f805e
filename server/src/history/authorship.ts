import type { AuthoredRun, PersonId } from '@lienthong/protocol'
import * as Y from 'yjs'
import type { ClientRange } from '../documents/document-content.service.ts'

/** What an entry of the timeline brought. */
export interface Contribution {
  fromSeq: number
  author: PersonId | null
  startedAt: string
  clientRanges: readonly ClientRange[]
}

interface Stretch {
  from: number
  to: number
  by: Contribution
}

/** Who brought which words of a text. Throws when some are nobody's: then the contributions are not whole. */
export const runsOf = (text: Y.Text, contributions: readonly Contribution[]): AuthoredRun[] => {
  const stretches = stretchesOf(contributions)
  const runs: AuthoredRun[] = []
  let end = 0
  for (const { id, length } of visibleItems(text)) {
    const ofClient = stretches.get(id.client) ?? []
    for (let done = 0; done < length; ) {
      const stretch = holding(ofClient, id.clock + done)
      const start = end
      const taken = Math.min(length - done, stretch.to - id.clock - done)
      done += taken
      end += taken
      append(runs, start, end, stretch.by)
    }
  }
  return runs
}

/** Per client, in the order of its clock. */
const stretchesOf = (contributions: readonly Contribution[]): Map<number, Stretch[]> => {
  const byClient = new Map<number, Stretch[]>()
  for (const by of contributions)
    for (const [client, from, to] of by.clientRanges) {
      const known = byClient.get(client)
      if (known) known.push({ from, to, by })
      else byClient.set(client, [{ from, to, by }])
    }
  for (const stretches of byClient.values()) stretches.sort((a, b) => a.from - b.from)
  return byClient
}

function* visibleItems(text: Y.Text): Generator<Y.Item> {
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.countable) yield item
}

/** The stretch with the clock, by halving. */
const holding = (stretches: readonly Stretch[], clock: number): Stretch => {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((stretches[middle]?.from ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  const found = stretches[low]
  if (!found || clock < found.from || clock >= found.to) throw new Error('words that no row brought')
  return found
}

const append = (runs: AuthoredRun[], start: number, end: number, by: Contribution): void => {
  const last = runs.at(-1)
  if (last?.seq === by.fromSeq) last.end = end
  else runs.push({ start, end, personId: by.author, at: by.startedAt, seq: by.fromSeq })
}
