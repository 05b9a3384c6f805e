import * as Y from 'yjs'
import type { ClientRange } from '../documents/document-content.service.ts'

/** Yjs looks at every update again for each struct that it takes: many at once cost the square of their number. */
const atOnce = 16

/** One update for many; the many where Yjs cannot merge what a hostile client has made it accept. */
export const merged = (updates: Uint8Array[]): Uint8Array[] => {
  if (updates.length < 2) return updates
  try {
    return [together(updates)]
  } catch {
    return updates
  }
}

const together = (updates: Uint8Array[]): Uint8Array => {
  if (updates.length <= atOnce) return Y.mergeUpdates(updates)
  const parts: Uint8Array[] = []
  for (let at = 0; at < updates.length; at += atOnce) parts.push(together(updates.slice(at, at + atOnce)))
  return together(parts)
}

/** Ranges of the same client as one. */
export const joined = (ranges: readonly ClientRange[]): ClientRange[] => {
  const byClient = new Map<number, ClientRange>()
  for (const range of ranges) {
    const [client, from, to] = range
    const known = byClient.get(client)
    byClient.set(client, known ? [client, Math.min(known[1], from), Math.max(known[2], to)] : range)
  }
  return [...byClient.values()]
}
