import { maxClockAdvance, textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import type { ClientRange } from '../documents/document-content.service.ts'
import type { Brought } from './client-leases.ts'

export type UpdateRefusal = 'UPDATE_MALFORMED' | 'UPDATE_INCOMPLETE' | 'UPDATE_FOREIGN'

/** An update and what its sender may bring. */
export interface Incoming {
  update: Uint8Array
  mayBring(structs: Brought): boolean
}

/** What can be said about an update before the document is touched. */
export type Inspection =
  | { kind: 'sound'; clientRanges: ClientRange[] }
  | { kind: 'refused'; code: UpdateRefusal }

/**
 * Decodes an update and holds it against the document (rule S7): what cannot be read, or brings structs that no live editor makes,
 * is malformed; what leaves a gap after the structs that the document has of that client is incomplete; new structs of a client that
 * is not the sender's are foreign.
 */
export const inspect = ({ update, mayBring }: Incoming, { store }: Y.Doc): Inspection => {
  const structs = structsOf(update)
  if (!structs?.every(isLive)) return refused('UPDATE_MALFORMED')
  const ranges = new Map<number, [number, number, number]>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const range = ranges.get(client)
    if (range) range[2] = clock + struct.length
    else if (clock > Y.getState(store, client)) return refused('UPDATE_INCOMPLETE')
    else ranges.set(client, [client, clock, clock + struct.length])
  }
  const clientRanges = [...ranges.values()]
  for (const [clientId, , end] of clientRanges) {
    const known = Y.getState(store, clientId)
    if (end - known > maxClockAdvance) return refused('UPDATE_MALFORMED')
    if (end > known && !mayBring({ clientId, known, end })) return refused('UPDATE_FOREIGN')
  }
  return { kind: 'sound', clientRanges }
}

const refused = (code: UpdateRefusal): Inspection => ({ kind: 'refused', code })

/** An editor writes words into the one text and deletes them. Anything else would be stored where nobody can see it. */
const isLive = (struct: Y.Item | Y.GC | Y.Skip): boolean => {
  if (!(struct instanceof Y.Item) || struct.length === 0) return false
  const { content, parent, parentSub } = struct
  const isText = content instanceof Y.ContentString || content instanceof Y.ContentDeleted
  return isText && parentSub === null && (parent === null || isTextName(parent))
}

/** What Yjs decodes is the parent's name, whatever its types say. */
const isTextName = (parent: unknown): boolean => parent === textName

const structsOf = (update: Uint8Array): (Y.Item | Y.GC | Y.Skip)[] | null => {
  try {
    return Y.decodeUpdate(update).structs
  } catch {
    return null
  }
}
